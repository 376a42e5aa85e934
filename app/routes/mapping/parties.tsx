import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { countParties, listParties } from '#app/features/mapping/parties/queries.server.ts';
import { kindIn, kindNames } from '#app/features/mapping/parties/ui/words.ts';
import { standingsOf } from '#app/features/register/standings.server.ts';
import { StandingTag } from '#app/features/register/ui/standing.tsx';
import { pageOf } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Who is in the chain · Mapping · Fairroute' }];

const perPage = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const page = pageOf(request);
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  const [parties, count] = await Promise.all([
    listParties(scope, { q, limit: perPage, offset: (page - 1) * perPage }),
    countParties(scope, q),
  ]);
  const matched = parties.flatMap(({ recruiterId }) => (recruiterId ? [recruiterId] : []));
  const standings = await standingsOf(scope, matched);
  const rows = parties.map(({ recruiterId, ...party }) => ({
    ...party,
    standing: (recruiterId && standings.get(recruiterId)?.standing) || null,
  }));
  return { rows, count, page, q };
}

export default function Parties() {
  const { rows, count, page, q } = useLoaderData<typeof loader>();
  const asked = q ? `&q=${encodeURIComponent(q)}` : '';
  return (
    <>
      <PageHeader
        title="Who is in the chain"
        back={{ to: '/mapping', label: 'Mapping' }}
        lead="Everybody you named, and everybody whom an answer names to you. Recruiters that you compared with the register show where they stand now."
      />
      <Filters clear={q ? '/mapping/parties' : undefined}>
        <TextField field={queryField('q', q)} label="Name" type="search" />
      </Filters>
      <DataTable
        caption={count === 1 ? 'One party' : `${count} parties`}
        columns={[
          {
            key: 'name',
            header: 'Name',
            main: true,
            cell: ({ id, name }) => (
              <TextLink to={`/mapping/parties/${id}`}>
                <bdi>{name}</bdi>
              </TextLink>
            ),
          },
          { key: 'kind', header: 'What they are', cell: ({ kind }) => kindNames[kindIn(kind)] },
          { key: 'country', header: 'Country', cell: ({ country }) => (country ? countryName(country) : '') },
          {
            key: 'standing',
            header: 'On the register',
            cell: ({ standing }) => (standing ? <StandingTag standing={standing} /> : 'Not compared'),
          },
        ]}
        rows={rows}
        empty={{ title: 'Nobody yet', text: 'Those you name, and those whom answers name, appear here.' }}
      />
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(count / perPage))}
        count={count}
        href={(to) => `/mapping/parties?page=${to}${asked}`}
      />
    </>
  );
}
