import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { assignForm, type AssignFields } from '#app/features/billing/forms.ts';
import { assignPayment } from '#app/features/billing/ledger/commands.server.ts';
import { findPayment } from '#app/features/billing/ledger/queries.server.ts';
import { findInvoiceByNumber } from '#app/features/billing/queries.server.ts';
import { PaymentFacts } from '#app/features/billing/ui/payment-facts.tsx';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Assign a payment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { payment: found(await findPayment(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const payment = found(await findPayment(scope, found(params['id'])));
  const form = await readForm(request, assignForm);
  if (!form.ok) return badInput(form.reply);
  const invoice = await findInvoiceByNumber(scope, form.value.number);
  if (!invoice) return refused('unknown_invoice', form.reply);
  const outcome = await assignPayment(scope, payment.id, invoice.id);
  return answered(outcome, `/scheme/invoices/${invoice.id}`, form.reply);
}

export default function Assign() {
  const { payment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AssignFields>('assign', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Which invoice is it for?"
        back={{ to: '/scheme/payments', label: 'Payments and refunds' }}
        lead="The amount has to be the invoice’s. If that is paid already, the money is kept and owed back."
      />
      <PaymentFacts payment={payment} />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField
          field={fields.number}
          label="Number of the invoice"
          hint="Such as 2026-000012"
          width="short"
        />
        <Button>Assign</Button>
      </PageForm>
    </>
  );
}
