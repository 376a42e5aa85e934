import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listBodies } from '#app/features/bodies/approvals/queries.server.ts';
import { countriesInWords } from '#app/features/bodies/approvals/ui/approval-table.tsx';
import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Audit bodies · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { bodies: await listBodies(scope) };
}

export default function Bodies() {
  const { bodies } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Audit bodies"
        action={
          <ButtonLink to="/scheme/interests" kind="secondary">
            Declared ties
          </ButtonLink>
        }
        lead="A recruiter engages, and an audit is scheduled by, a body that is approved for its country and sectors on that day."
      />
      <DataTable
        caption={bodies.length === 1 ? '1 audit body' : `${bodies.length} audit bodies`}
        columns={[
          {
            key: 'name',
            header: 'Audit body',
            main: true,
            cell: ({ id, name }) => <TextLink to={`/audit-body/${id}`}>{name}</TextLink>,
          },
          { key: 'seat', header: 'Seat', cell: ({ country }) => countryName(country) },
          {
            key: 'countries',
            header: 'Approved for',
            cell: ({ countries }) =>
              countries.length > 0 ? countriesInWords(countries) : 'Not approved today',
          },
          {
            key: 'ends',
            header: 'First approval to end',
            cell: ({ endsOn }) => (endsOn ? dayInWords(endsOn) : 'None in force'),
          },
        ]}
        rows={bodies}
        empty={{
          title: 'No audit bodies',
          text: 'They appear here once they are founded, under Organisations.',
        }}
      />
    </>
  );
}
