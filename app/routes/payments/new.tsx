import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { arrivalForm, type ArrivalFields } from '#app/features/billing/forms.ts';
import { recordArrival } from '#app/features/billing/ledger/commands.server.ts';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { DateField, NumberField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record money · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { today: dayOf(scope.now) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const form = await readForm(request, arrivalForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordArrival(scope, form.value), '/scheme/payments', form.reply);
}

export default function NewPayment() {
  const { today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ArrivalFields>('arrival', {
    reply: answer?.reply,
    saved: { receivedOn: today, currency: 'USD' },
  });
  return (
    <>
      <PageHeader
        title="Record money by hand"
        back={{ to: '/scheme/payments', label: 'Payments and refunds' }}
        lead="For money on the account that names no invoice, or not its whole amount. It waits until you assign it or give it back."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <DateField field={fields.receivedOn} label="Received on" hint="The day on the bank statement" />
        <TextField field={fields.currency} label="Currency" hint="Three letters, such as USD" width="short" />
        <NumberField field={fields.amount} label="Amount received" />
        <TextField
          field={fields.reference}
          label="Reference of the transfer"
          hint="As on the bank statement"
        />
        <TextField field={fields.description} label="Who sent it, and what they wrote" optional />
        <Button>Record</Button>
      </PageForm>
    </>
  );
}
