import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import {
  countPortfolios,
  countStandings,
  listPortfolios,
} from '#app/features/register/verifications/portfolios/queries.server.ts';
import { Standings } from '#app/features/register/verifications/portfolios/ui/standings.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Portfolios · Fairroute' }];

/** Each of them may name ten thousand recruiters, whose standings are counted as the page is read. */
const perPage = 10;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const page = pageOf(request);
  const [portfolios, count] = await Promise.all([
    listPortfolios(scope, { limit: perPage, offset: (page - 1) * perPage }),
    countPortfolios(scope.db, scope.actor.organisationId),
  ]);
  const counts = await countStandings(
    scope,
    portfolios.map(({ id }) => id),
  );
  const shown = portfolios.map(({ madeAt, ...portfolio }) => ({
    ...portfolio,
    made: dayInWords(dayOf(madeAt)),
    standings: counts.get(portfolio.id) ?? {},
  }));
  return { portfolios: shown, count, page, pages: Math.max(1, Math.ceil(count / perPage)) };
}

export default function Portfolios() {
  const { portfolios, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Portfolios"
        back={{ to: '/lists', label: 'Lists' }}
        lead="Recruiters that your company keeps together, and where they stand now."
      />
      <Actions>
        <ButtonLink to="/lists/new">Check a list</ButtonLink>
      </Actions>
      <DataTable
        caption={count === 1 ? 'One portfolio' : `${count} portfolios`}
        columns={[
          {
            key: 'name',
            header: 'Portfolio',
            main: true,
            cell: ({ id, name }) => (
              <TextLink to={`/portfolios/${id}`}>
                <bdi>{name}</bdi>
              </TextLink>
            ),
          },
          {
            key: 'recruiters',
            header: 'Recruiters',
            align: 'end',
            cell: ({ recruiters }) => recruiters.toLocaleString('en-GB'),
          },
          {
            key: 'standings',
            header: 'Standing now',
            cell: ({ standings }) => <Standings counts={standings} />,
          },
          { key: 'made', header: 'Saved', cell: ({ made }) => made },
        ]}
        rows={portfolios}
        empty={{
          title: 'No portfolio yet',
          text: 'Check a list and save it as a portfolio: its recruiters then stay together here.',
        }}
      />
      <Pagination page={page} pages={pages} count={count} href={(to) => `/portfolios?page=${to}`} />
    </>
  );
}
