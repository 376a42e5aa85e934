import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { giveBackForm, type GiveBackFields } from '#app/features/billing/forms.ts';
import { requestRefund } from '#app/features/billing/ledger/commands.server.ts';
import { findPayment } from '#app/features/billing/ledger/queries.server.ts';
import { PaymentFacts } from '#app/features/billing/ui/payment-facts.tsx';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, stepUpRefusal, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Give a payment back · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  return { payment: found(await findPayment(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const payment = found(await findPayment(scope, found(params['id'])));
  const form = await readForm(request, giveBackForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await requestRefund(scope, payment.id, form.value), '/scheme/payments', form.reply);
}

export default function GiveBack() {
  const { payment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<GiveBackFields>('give-back', { reply: answer?.reply });
  const refusal = answer?.refusal;
  return (
    <>
      <PageHeader
        title="Give this payment back"
        back={{ to: '/scheme/payments', label: 'Payments and refunds' }}
        lead={
          payment.method === 'card'
            ? 'The whole amount goes back to the card by itself. This cannot be stopped once it began.'
            : 'The whole amount is listed under refunds until you record the transfer that sends it back.'
        }
      />
      <PaymentFacts payment={payment} />
      <PageForm form={form} refusal={refusal && (stepUpRefusal[refusal] ?? refusalText(refusal))}>
        <TextArea field={fields.note} label="Why it goes back" hint="Only the scheme reads this." rows={3} />
        <Button kind="danger">Give it back</Button>
      </PageForm>
    </>
  );
}
