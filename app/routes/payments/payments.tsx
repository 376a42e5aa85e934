import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listRefunds, listUnmatched } from '#app/features/billing/ledger/queries.server.ts';
import { moneyInWords } from '#app/features/billing/model.ts';
import { RefundTable } from '#app/features/billing/ui/refunds.tsx';
import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Payments and refunds · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const [unmatched, refunds] = await Promise.all([listUnmatched(scope), listRefunds(scope)]);
  return { unmatched, refunds };
}

export default function Payments() {
  const { unmatched, refunds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Payments and refunds"
        back={{ to: '/scheme/invoices', label: 'Invoices' }}
        lead="Money that belongs to no invoice yet, and money that is owed back."
      />
      <Actions>
        <ButtonLink to="/scheme/payments/import">Read a bank statement</ButtonLink>
        <ButtonLink kind="secondary" to="/scheme/payments/new">
          Record money by hand
        </ButtonLink>
      </Actions>
      <Section title="Belongs to no invoice yet">
        <DataTable
          caption={unmatched.length === 1 ? '1 payment' : `${unmatched.length} payments`}
          columns={[
            { key: 'reference', header: 'Reference', main: true, cell: (row) => row.externalId },
            { key: 'description', header: 'Bank’s words', cell: (row) => row.description ?? '–' },
            { key: 'day', header: 'Received', cell: (row) => dayInWords(row.receivedOn) },
            { key: 'amount', header: 'Amount', align: 'end', cell: (row) => moneyInWords(row) },
            {
              key: 'decide',
              header: 'Decide',
              cell: (row) => (
                <span className="flex flex-col gap-1">
                  <TextLink to={`/scheme/payments/${row.id}/assign`}>{`Assign ${row.externalId}`}</TextLink>
                  <TextLink to={`/scheme/payments/${row.id}/give-back`}>
                    {`Give ${row.externalId} back`}
                  </TextLink>
                </span>
              ),
            },
          ]}
          rows={unmatched}
          empty={{ title: 'Every payment has its invoice', text: 'Money that fits none is listed here.' }}
        />
      </Section>
      <Section title="Refunds">
        <RefundTable rows={refunds} />
      </Section>
    </>
  );
}
