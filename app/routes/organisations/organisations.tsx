import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { organisationKinds } from '#app/features/accounts/model.ts';
import { listOrganisations } from '#app/features/accounts/organisations/lists.server.ts';
import { kindNames } from '#app/features/accounts/organisations/ui/role-field.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Organisations · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200);
  const kind = organisationKinds.find((known) => known === searchParams.get('kind'));
  const page = pageOf(request);
  return { q, kind, page, ...(await listOrganisations(scope, { q, kind }, page)) };
}

const kindOptions = organisationKinds.map((value) => ({ value, label: kindNames[value] }));

export default function Organisations() {
  const { q, kind, page, organisations, count, pages } = useLoaderData<typeof loader>();
  const href = (to: number) =>
    `/scheme/organisations?${new URLSearchParams({ q, kind: kind ?? '', page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader
        title="Organisations"
        lead="Everyone who works here: recruiters, audit bodies, companies, authorities and the scheme."
        action={<ButtonLink to="/scheme/organisations/new">Bring in an organisation</ButtonLink>}
      />
      <Filters clear={q || kind ? '/scheme/organisations' : undefined}>
        <TextField field={queryField('q', q)} label="Name" type="search" />
        <SelectField field={queryField('kind', kind)} label="Kind" options={kindOptions} empty="Any kind" />
      </Filters>
      <DataTable
        caption={count === 1 ? '1 organisation' : `${count.toLocaleString('en-GB')} organisations`}
        columns={[
          {
            key: 'name',
            header: 'Name',
            main: true,
            cell: ({ id, name }) => <TextLink to={`/scheme/organisations/${id}`}>{name}</TextLink>,
          },
          {
            key: 'kind',
            header: 'Kind',
            cell: (row) => kindNames[organisationKinds.find((known) => known === row.kind) ?? 'company'],
          },
          { key: 'country', header: 'Country', cell: ({ country }) => countryName(country) },
          { key: 'people', header: 'People', align: 'end', cell: ({ people }) => people ?? 0 },
        ]}
        rows={organisations}
        empty={{ title: 'No organisation fits', text: 'Try part of the name, or another kind.' }}
      />
      <Pagination page={page} pages={pages} count={count} href={href} />
    </>
  );
}
