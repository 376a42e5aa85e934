import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { moneyInWords, purposeNames, statusNames } from '#app/features/billing/model.ts';
import { listInvoices } from '#app/features/billing/queries.server.ts';
import { dueInWords, InvoiceTag } from '#app/features/billing/ui/status.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Invoices · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { searchParams } = new URL(request.url);
  const word = (name: string) => (searchParams.get(name) ?? '').slice(0, 100);
  const filter = {
    status: word('status'),
    purpose: word('purpose'),
    words: word('words').trim(),
    page: pageOf(request),
  };
  return { filter, today: dayOf(scope.now), ...(await listInvoices(scope, filter)) };
}

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export default function Invoices() {
  const { invoices, count, pages, filter, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Invoices"
        lead="Open ones first. Record a transfer when it stands on the scheme's account."
        action={
          <ButtonLink kind="secondary" to="/scheme/payments">
            Payments and refunds
          </ButtonLink>
        }
      />
      <Filters clear="/scheme/invoices">
        <TextField field={queryField('words', filter.words)} label="Number or recruiter" />
        <SelectField
          field={queryField('status', filter.status)}
          label="Status"
          options={options({ ...statusNames, overdue: 'Overdue' })}
          empty="Any status"
        />
        <SelectField
          field={queryField('purpose', filter.purpose)}
          label="For"
          options={options(purposeNames)}
          empty="Anything"
        />
      </Filters>
      <DataTable
        caption={count === 1 ? '1 invoice' : `${count} invoices`}
        columns={[
          {
            key: 'number',
            header: 'Invoice',
            main: true,
            cell: (row) => <TextLink to={`/scheme/invoices/${row.id}`}>{row.number}</TextLink>,
          },
          { key: 'purpose', header: 'For', cell: (row) => purposeNames[row.purpose] },
          {
            key: 'recruiter',
            header: 'Recruiter',
            cell: (row) => (
              <TextLink to={`/scheme/applications/${row.applicationId}`}>{row.recruiter}</TextLink>
            ),
          },
          { key: 'amount', header: 'Amount', align: 'end', cell: (row) => moneyInWords(row) },
          { key: 'status', header: 'Status', cell: (row) => <InvoiceTag invoice={row} today={today} /> },
          { key: 'due', header: 'Due', cell: (row) => dueInWords(row, today) },
          {
            key: 'action',
            header: 'Payment',
            cell: (row) =>
              row.status === 'open' ? (
                <TextLink
                  to={`/scheme/invoices/${row.id}/payment`}
                >{`Record payment of ${row.number}`}</TextLink>
              ) : (
                '–'
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
        href={(to) => `/scheme/invoices?${new URLSearchParams({ ...filter, page: String(to) }).toString()}`}
      />
    </>
  );
}
