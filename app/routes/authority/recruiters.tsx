import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { standingNames, standings } from '#app/features/certificates/model.ts';
import { findOwnCountry, listOwnRecruiters } from '#app/features/register/authority.server.ts';
import { searchIn } from '#app/features/register/ui/search.ts';
import { sinceInWords, StandingTag } from '#app/features/register/ui/standing.tsx';
import { pageOf } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Recruiters of your country · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'authority');
  const { q, status } = searchIn(new URL(request.url).searchParams);
  const page = pageOf(request);
  const country = await findOwnCountry(scope);
  return { q, status, page, country, ...(await listOwnRecruiters(scope, { q, status }, page)) };
}

const standingOptions = standings.map((value) => ({ value, label: standingNames[value] }));

export default function Recruiters() {
  const { q, status, page, country, recruiters, count, pages } = useLoaderData<typeof loader>();
  const href = (to: number) =>
    `/authority/recruiters?${new URLSearchParams({ q, status: status ?? '', page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader
        title={`Recruiters of ${countryName(country)}`}
        lead="Every recruiter of your country that is certified, was certified, or has applied."
      />
      <Filters clear={q || status ? '/authority/recruiters' : undefined} submit="Search">
        <TextField
          field={queryField('q', q)}
          label="Name or number"
          hint="Recruiter, licence, registration or certificate"
          type="search"
        />
        <SelectField
          field={queryField('status', status)}
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
              <TextLink to={`/authority/recruiters/${row.registrationNumber}`}>{row.name}</TextLink>
            ),
          },
          { key: 'standing', header: 'Standing', cell: (row) => <StandingTag standing={row.standing} /> },
          { key: 'since', header: 'Since', cell: (row) => sinceInWords(row.standing).replace('since ', '') },
          {
            key: 'number',
            header: 'Number',
            cell: (row) => <span className="font-mono text-sm">{row.registrationNumber}</span>,
          },
        ]}
        rows={recruiters}
        empty={{
          title: 'No recruiter of your country fits',
          text: 'Recruiters appear here when the scheme accepts their application.',
        }}
      />
      <Pagination page={page} pages={pages} count={count} href={href} />
    </>
  );
}
