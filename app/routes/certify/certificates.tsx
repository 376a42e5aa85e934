import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listCertificates } from '#app/features/certificates/queries.server.ts';
import { StatusOf, statusOptions } from '#app/features/certificates/ui/status-of.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Certificates · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { searchParams } = new URL(request.url);
  const filter = {
    status: searchParams.get('status') ?? '',
    q: (searchParams.get('q') ?? '').trim().slice(0, 100),
    page: pageOf(request),
  };
  return { filter, today: dayOf(scope.now), ...(await listCertificates(scope, filter)) };
}

export default function Certificates() {
  const { certificates, count, pages, filter, today } = useLoaderData<typeof loader>();
  const page = (to: number) =>
    `/scheme/certificates?${new URLSearchParams({ q: filter.q, status: filter.status, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader title="Certificates" lead="The latest change first." />
      <Filters clear="/scheme/certificates">
        <TextField field={queryField('q', filter.q)} label="Name or number" />
        <SelectField
          field={queryField('status', filter.status)}
          label="Status"
          options={statusOptions}
          empty="Any status"
        />
      </Filters>
      <DataTable
        caption={count === 1 ? '1 certificate' : `${count} certificates`}
        columns={[
          {
            key: 'recruiter',
            header: 'Recruiter',
            main: true,
            cell: (row) => (
              <TextLink to={`/scheme/certificates/${row.certificate.id}`}>{row.recruiter}</TextLink>
            ),
          },
          { key: 'number', header: 'Number', cell: (row) => row.certificate.number },
          { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
          {
            key: 'status',
            header: 'Status',
            cell: (row) => <StatusOf certificate={row.certificate} today={today} />,
          },
          { key: 'until', header: 'Valid until', cell: (row) => dayInWords(row.certificate.validUntil) },
        ]}
        rows={certificates}
        empty={{
          title: 'No certificate fits',
          text: 'Certificates appear here when the decision panel grants them.',
        }}
      />
      <Pagination page={filter.page} pages={pages} count={count} href={page} />
    </>
  );
}
