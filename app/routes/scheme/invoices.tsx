import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { moneyInWords, statusNames } from '#app/features/billing/model.ts';
import { listInvoices } from '#app/features/billing/queries.server.ts';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Invoices · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const filter = { status: new URL(request.url).searchParams.get('status') ?? '', page: pageOf(request) };
  return { filter, today: dayOf(scope.now), ...(await listInvoices(scope, filter)) };
}

const options = Object.entries(statusNames).map(([value, label]) => ({ value, label }));

export default function Invoices() {
  const { invoices, count, pages, filter, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Invoices"
        lead="Open ones first. Record a transfer when it stands on the scheme's account."
      />
      <Filters clear="/scheme/invoices">
        <SelectField
          field={queryField('status', filter.status)}
          label="Status"
          options={options}
          empty="Any status"
        />
      </Filters>
      <DataTable
        caption={count === 1 ? '1 invoice' : `${count} invoices`}
        columns={[
          { key: 'number', header: 'Invoice', main: true, cell: (row) => row.number },
          {
            key: 'recruiter',
            header: 'Recruiter',
            cell: (row) => (
              <TextLink to={`/scheme/applications/${row.applicationId}`}>{row.recruiter}</TextLink>
            ),
          },
          { key: 'amount', header: 'Amount', align: 'end', cell: (row) => moneyInWords(row) },
          {
            key: 'status',
            header: 'Status',
            cell: (row) => (
              <StatusTag tone={row.status === 'paid' ? 'certified' : 'watch'}>
                {statusNames[row.status]}
              </StatusTag>
            ),
          },
          {
            key: 'due',
            header: 'Due',
            cell: (row) =>
              row.status === 'open'
                ? `${dayInWords(row.dueOn)}, ${untilInWords(row.dueOn, today)}`
                : `Received ${dayInWords(row.receivedOn)}`,
          },
          {
            key: 'action',
            header: 'Payment',
            cell: (row) =>
              row.status === 'open' ? (
                <TextLink
                  to={`/scheme/invoices/${row.id}/payment`}
                >{`Record payment of ${row.number}`}</TextLink>
              ) : (
                'Recorded'
              ),
          },
        ]}
        rows={invoices}
        empty={{
          title: 'No invoice yet',
          text: 'An invoice appears here when a recruiter sends its application.',
        }}
      />
      <Pagination
        page={filter.page}
        pages={pages}
        count={count}
        href={(to) => `/scheme/invoices?status=${encodeURIComponent(filter.status)}&page=${to}`}
      />
    </>
  );
}
