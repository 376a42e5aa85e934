import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { paymentForm, type PaymentFields } from '#app/features/billing/forms.ts';
import { moneyInWords } from '#app/features/billing/model.ts';
import { findInvoice } from '#app/features/billing/queries.server.ts';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { DateField, NumberField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record a payment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { invoice: found(await findInvoice(scope, found(params['id']))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const invoice = found(await findInvoice(scope, found(params['id'])));
  const form = await readForm(request, paymentForm(invoice.currency));
  if (!form.ok) return badInput(form.reply);
  const outcome = await recordBankTransfer(scope, invoice.id, form.value);
  return outcome.ok
    ? redirect(`/scheme/applications/${invoice.applicationId}`)
    : refused(outcome.refusal, form.reply);
}

export default function Payment() {
  const { invoice, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PaymentFields>('payment', {
    reply: answer?.reply,
    saved: { receivedOn: today },
  });
  return (
    <>
      <PageHeader
        title="Record a payment"
        eyebrow={invoice.number}
        back={{ to: '/scheme/invoices', label: 'Invoices' }}
        lead="The recruiter is told at once, and the review of its application begins."
      />
      <Summary
        items={[
          { term: 'Recruiter', value: `${invoice.recruiter}, ${invoice.reference}` },
          { term: 'Amount', value: moneyInWords(invoice) },
          { term: 'Due', value: dayInWords(invoice.dueOn) },
        ]}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <DateField field={fields.receivedOn} label="Received on" hint="The day on the bank statement" />
        <NumberField field={fields.amount} label="Amount received" unit={invoice.currency} />
        <TextField
          field={fields.reference}
          label="Reference of the transfer"
          hint="As on the bank statement"
        />
        <Button>Record the payment</Button>
      </PageForm>
    </>
  );
}
