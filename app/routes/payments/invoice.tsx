import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { listPaymentsOf } from '#app/features/billing/ledger/queries.server.ts';
import { moneyInWords, purposeNames } from '#app/features/billing/model.ts';
import { findInvoice } from '#app/features/billing/queries.server.ts';
import { PaymentTable } from '#app/features/billing/ui/payments.tsx';
import { dueInWords, InvoiceTag } from '#app/features/billing/ui/status.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Columns, PageHeader, Section, Summary } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Invoice · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const invoice = found(await findInvoice(scope, found(params['id'])));
  const [payments, timeline] = await Promise.all([
    listPaymentsOf(scope, invoice.id),
    timelineOf(scope, invoice.id),
  ]);
  return { invoice, payments, timeline, today: dayOf(scope.now) };
}

export default function InvoicePage() {
  const { invoice, payments, timeline, today } = useLoaderData<typeof loader>();
  const open = invoice.status === 'open';
  const credited = payments.find(({ receiptNumber, refundId }) => receiptNumber && !refundId);
  return (
    <>
      <PageHeader
        title={`Invoice ${invoice.number}`}
        back={{ to: '/scheme/invoices', label: 'Invoices' }}
        tag={<InvoiceTag invoice={invoice} today={today} />}
        clock={dueInWords(invoice, today)}
        action={
          open ? (
            <ButtonLink to={`/scheme/invoices/${invoice.id}/payment`}>Record a payment</ButtonLink>
          ) : null
        }
      />
      <Columns
        main={
          <>
            <Summary
              items={[
                {
                  term: 'Recruiter',
                  value: (
                    <TextLink to={`/scheme/applications/${invoice.applicationId}`}>
                      {`${invoice.recruiter}, ${invoice.reference}`}
                    </TextLink>
                  ),
                },
                { term: 'For', value: purposeNames[invoice.purpose] },
                { term: 'Amount', value: moneyInWords(invoice) },
                { term: 'Issued', value: dayInWords(dayOf(invoice.issuedAt)) },
              ]}
            />
            <Section title="Payments">
              <PaymentTable rows={payments} />
            </Section>
          </>
        }
        aside={
          <>
            <TextLink to={`/files/invoices/${invoice.id}`}>Invoice as PDF</TextLink>
            {invoice.status === 'paid' ? (
              <TextLink to={`/files/receipts/${invoice.id}`}>Receipt as PDF</TextLink>
            ) : null}
            {open ? (
              <TextLink to={`/scheme/invoices/${invoice.id}/cancel`}>Cancel the invoice</TextLink>
            ) : null}
            {credited ? (
              <TextLink to={`/scheme/payments/${credited.id}/give-back`}>Give the payment back</TextLink>
            ) : null}
            <Section title="What happened">
              <Timeline entries={timeline} />
            </Section>
          </>
        }
      />
    </>
  );
}
