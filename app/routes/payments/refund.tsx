import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refundForm, type RefundFields } from '#app/features/billing/forms.ts';
import { recordRefund } from '#app/features/billing/ledger/commands.server.ts';
import { findRefund } from '#app/features/billing/ledger/queries.server.ts';
import { PaymentFacts } from '#app/features/billing/ui/payment-facts.tsx';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { DateField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record a refund · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { refund: found(await findRefund(scope, found(params['id']))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const refund = found(await findRefund(scope, found(params['id'])));
  const form = await readForm(request, refundForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordRefund(scope, refund.id, form.value), '/scheme/payments', form.reply);
}

export default function Refund() {
  const { refund, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RefundFields>('refund', {
    reply: answer?.reply,
    saved: { madeOn: today },
  });
  return (
    <>
      <PageHeader
        title="Record a refund"
        eyebrow={refund.invoiceNumber}
        back={{ to: '/scheme/payments', label: 'Payments and refunds' }}
        lead="Send the money from the scheme’s account first, to the account it came from. The recruiter is told at once."
      />
      <PaymentFacts payment={refund} />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <DateField field={fields.madeOn} label="Sent on" />
        <TextField field={fields.reference} label="Reference of your transfer" />
        <Button>Record the refund</Button>
      </PageForm>
    </>
  );
}
