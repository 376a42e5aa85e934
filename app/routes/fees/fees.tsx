import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { moneyInWords, purposeNames } from '#app/features/billing/model.ts';
import { listOwnInvoices } from '#app/features/billing/queries.server.ts';
import { dueInWords, InvoiceTag } from '#app/features/billing/ui/status.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Fees · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { invoices: await listOwnInvoices(scope), today: dayOf(scope.now) };
}

export default function Fees() {
  const { invoices, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Fees"
        lead="What the scheme asks of your agency. Workers pay none of it, directly or indirectly."
      />
      <DataTable
        caption={invoices.length === 1 ? '1 invoice' : `${invoices.length} invoices`}
        columns={[
          {
            key: 'number',
            header: 'Invoice',
            main: true,
            cell: (row) => <TextLink to={`/fees/${row.id}`}>{row.number}</TextLink>,
          },
          { key: 'purpose', header: 'For', cell: (row) => purposeNames[row.purpose] },
          { key: 'amount', header: 'Amount', align: 'end', cell: (row) => moneyInWords(row) },
          { key: 'status', header: 'Status', cell: (row) => <InvoiceTag invoice={row} today={today} /> },
          { key: 'due', header: 'Due', cell: (row) => dueInWords(row, today) },
        ]}
        rows={invoices}
        empty={{
          title: 'No invoice yet',
          text: 'The first one comes when you send your application.',
          action: <TextLink to="/apply">Your application</TextLink>,
        }}
      />
    </>
  );
}
