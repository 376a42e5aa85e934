import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { standingNames, standings } from '#app/features/certificates/model.ts';
import { countRegister, searchRegister } from '#app/features/register/search.server.ts';
import { searchIn } from '#app/features/register/ui/search.ts';
import { sinceInWords, StandingTag } from '#app/features/register/ui/standing.tsx';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { countryName, countryOptions } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Register · Fairroute' }];

const perPage = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const search = searchIn(new URL(request.url).searchParams);
  const page = pageOf(request);
  const [entries, count] = await Promise.all([
    searchRegister(scope, search, { limit: perPage, offset: (page - 1) * perPage }),
    countRegister(scope, search),
  ]);
  return { search, page, entries, count, pages: pagesOf(count, perPage) };
}

const standingOptions = standings.map((value) => ({ value, label: standingNames[value] }));

export default function Register() {
  const { search, page, entries, count, pages } = useLoaderData<typeof loader>();
  const asked = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return (
    <>
      <PageHeader
        title="Register"
        lead="Every recruiter that is certified, was certified, or has applied. Who is not here is not certified."
      />
      <Filters clear={asked.size > 0 ? '/register' : undefined} submit="Search">
        <TextField
          field={queryField('q', search.q)}
          label="Name or number"
          hint="Recruiter, licence, registration or certificate"
          type="search"
        />
        <SelectField
          field={queryField('country', search.country)}
          label="Country"
          options={countryOptions}
          empty="Any country"
        />
        <SelectField
          field={queryField('status', search.status)}
          label="Standing"
          options={standingOptions}
          empty="Any standing"
        />
      </Filters>
      <DataTable
        caption={count === 1 ? '1 recruiter' : `${count.toLocaleString('en-GB')} recruiters`}
        columns={[
          {
            key: 'name',
            header: 'Recruiter',
            main: true,
            cell: (row) => (
              <>
                <TextLink to={`/register/${row.registrationNumber}`}>{row.name}</TextLink>
                {row.nameLocal ? (
                  <span className="block text-sm font-normal text-ink-2">{row.nameLocal}</span>
                ) : null}
              </>
            ),
          },
          { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
          { key: 'standing', header: 'Standing', cell: (row) => <StandingTag standing={row.standing} /> },
          { key: 'since', header: 'Since', cell: (row) => sinceInWords(row.standing).replace('since ', '') },
          {
            key: 'number',
            header: 'Number',
            cell: (row) => <span className="font-mono text-sm">{row.registrationNumber}</span>,
          },
        ]}
        rows={entries}
        empty={{
          title: 'Nobody by that name or number',
          text: 'That does not mean they are safe. A recruiter that is not on the register is not certified. Try another spelling, or only part of the name.',
        }}
      />
      <Pagination
        page={page}
        pages={pages}
        count={count}
        href={(to) => `/register?${asked.toString()}&page=${to}`}
      />
    </>
  );
}
