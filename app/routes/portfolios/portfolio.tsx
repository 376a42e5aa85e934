import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import {
  countEntries,
  countStandings,
  findPortfolio,
  listEntries,
} from '#app/features/register/verifications/portfolios/queries.server.ts';
import { Entries, Standings } from '#app/features/register/verifications/portfolios/ui/standings.tsx';
import { standingAsked, standingOptions } from '#app/features/register/verifications/portfolios/ui/words.ts';
import { found, pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'A portfolio · Fairroute' }];

const perPage = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name } = found(await findPortfolio(scope, found(params['id'])));
  const page = pageOf(request);
  const standing = standingAsked(new URL(request.url).searchParams);
  const [counts, entries, count] = await Promise.all([
    countStandings(scope, [id]),
    listEntries(scope, id, { standing, limit: perPage, offset: (page - 1) * perPage }),
    countEntries(scope, id, { standing }),
  ]);
  const pages = Math.max(1, Math.ceil(count / perPage));
  return { id, name, counts: counts.get(id) ?? {}, entries, count, page, pages, standing: standing ?? '' };
}

export default function Portfolio() {
  const { id, name, counts, entries, count, page, pages, standing } = useLoaderData<typeof loader>();
  const asked = standing ? `&standing=${standing}` : '';
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        back={{ to: '/portfolios', label: 'Portfolios' }}
        lead="Where each recruiter stands on the register at this moment."
        tag={<Standings counts={counts} />}
      />
      <Actions>
        <ButtonLink to={`/portfolios/${id}/watch`}>Watch this portfolio</ButtonLink>
        <ButtonLink to={`/portfolios/${id}/file?as=csv${asked}`} kind="secondary">
          Save as CSV
        </ButtonLink>
        <ButtonLink to={`/portfolios/${id}/delete`} kind="secondary">
          Delete
        </ButtonLink>
      </Actions>
      <Filters clear={standing ? `/portfolios/${id}` : undefined}>
        <SelectField
          field={queryField('standing', standing)}
          label="Standing"
          options={standingOptions}
          empty="All"
        />
      </Filters>
      <Entries entries={entries} count={count} />
      <Pagination
        page={page}
        pages={pages}
        count={count}
        href={(to) => `/portfolios/${id}?page=${to}${asked}`}
      />
    </>
  );
}
