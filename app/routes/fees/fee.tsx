import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listPaymentsOf } from '#app/features/billing/ledger/queries.server.ts';
import { moneyInWords, purposeNames } from '#app/features/billing/model.ts';
import { findInvoice } from '#app/features/billing/queries.server.ts';
import { bankAccount } from '#app/features/billing/papers/account.server.ts';
import { theCards } from '#app/features/billing/stripe/client.server.ts';
import { TransferDetails } from '#app/features/billing/ui/account.tsx';
import { PaymentTable } from '#app/features/billing/ui/payments.tsx';
import { dueInWords, InvoiceTag } from '#app/features/billing/ui/status.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Invoice · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const invoice = found(await findInvoice(scope, found(params['id'])));
  const payments = await listPaymentsOf(scope, invoice.id);
  return { invoice, payments, cards: Boolean(theCards()), account: bankAccount(), today: dayOf(scope.now) };
}

export default function Fee() {
  const { invoice, payments, cards, account, today } = useLoaderData<typeof loader>();
  const open = invoice.status === 'open';
  const amount = moneyInWords(invoice);
  return (
    <>
      <PageHeader
        title={`Invoice ${invoice.number}`}
        back={{ to: '/fees', label: 'Fees' }}
        tag={<InvoiceTag invoice={invoice} today={today} />}
        clock={dueInWords(invoice, today)}
        action={open && cards ? <ButtonLink to={`/fees/${invoice.id}/pay`}>Pay by card</ButtonLink> : null}
      />
      <Summary
        items={[
          { term: 'For', value: `${purposeNames[invoice.purpose]}, application ${invoice.reference}` },
          { term: 'Amount', value: amount },
          { term: 'Issued', value: dayInWords(dayOf(invoice.issuedAt)) },
        ]}
      />
      <Actions>
        <ButtonLink kind="secondary" to={`/files/invoices/${invoice.id}`}>
          Invoice as PDF
        </ButtonLink>
        {invoice.status === 'paid' ? (
          <ButtonLink kind="secondary" to={`/files/receipts/${invoice.id}`}>
            Receipt as PDF
          </ButtonLink>
        ) : null}
      </Actions>
      {open ? (
        <Section title={cards ? 'Or pay by bank transfer' : 'Pay by bank transfer'}>
          <TransferDetails account={account} number={invoice.number} amount={amount} />
        </Section>
      ) : null}
      <Section title="Payments">
        <PaymentTable rows={payments} />
      </Section>
    </>
  );
}
