import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { stateNames, states } from '#app/features/applications/model.ts';
import { listApplications } from '#app/features/applications/queries.server.ts';
import { StateTag } from '#app/features/applications/ui/state-tag.tsx';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Applications · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { searchParams } = new URL(request.url);
  const filter = {
    state: searchParams.get('state') ?? '',
    q: (searchParams.get('q') ?? '').trim().slice(0, 100),
    page: pageOf(request),
  };
  return { filter, today: dayOf(scope.now), ...(await listApplications(scope, filter)) };
}

const options = states.map((value) => ({ value, label: stateNames[value] }));

export default function Applications() {
  const { applications, count, pages, filter, today } = useLoaderData<typeof loader>();
  const page = (to: number) =>
    `/scheme/applications?${new URLSearchParams({ q: filter.q, state: filter.state, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader title="Applications" lead="Every application, the newest first." />
      <Filters clear="/scheme/applications">
        <TextField field={queryField('q', filter.q)} label="Name or reference" />
        <SelectField
          field={queryField('state', filter.state)}
          label="State"
          options={options}
          empty="Any state"
        />
      </Filters>
      <DataTable
        caption={count === 1 ? '1 application' : `${count} applications`}
        columns={[
          {
            key: 'recruiter',
            header: 'Recruiter',
            main: true,
            cell: (row) => <TextLink to={`/scheme/applications/${row.id}`}>{row.recruiter}</TextLink>,
          },
          { key: 'reference', header: 'Reference', cell: (row) => row.reference },
          { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
          { key: 'state', header: 'State', cell: (row) => <StateTag state={row.state} /> },
          {
            key: 'due',
            header: 'Due',
            cell: (row) =>
              row.due ? `${dayInWords(row.due)}, ${untilInWords(row.due, today)}` : 'no fixed day',
          },
        ]}
        rows={applications}
        empty={{
          title: 'No application fits',
          text: 'Applications appear here when a recruiter begins one.',
        }}
      />
      <Pagination page={filter.page} pages={pages} count={count} href={page} />
    </>
  );
}
