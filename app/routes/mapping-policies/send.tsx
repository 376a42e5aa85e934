import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listParties } from '#app/features/mapping/actions/queries.server.ts';
import { recordSending } from '#app/features/mapping/policies/commands.server.ts';
import { sendForm, type SendForm } from '#app/features/mapping/policies/forms.ts';
import { findVersion } from '#app/features/mapping/policies/queries.server.ts';
import { refusalText } from '#app/features/mapping/policies/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, SelectField, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Sent to a supplier · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const version = found(await findVersion(scope, found(params['id']), found(params['version'])));
  const { id, number, title } = version;
  return { id, number, title, parties: await listParties(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, number } = found(await findVersion(scope, found(params['id']), found(params['version'])));
  const form = await readForm(request, sendForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await recordSending(scope, { policyId: id, number }, form.value);
  return answered(outcome, `/mapping/policies/${id}`, form.reply);
}

export default function Send() {
  const { id, number, title, parties } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SendForm>('send', { reply: answer?.reply });
  return (
    <StepPage
      title={`Version ${number} was sent to a supplier`}
      lead="You send it yourself and say here when. Until it is acknowledged it stands on your first page from a week before its day."
      place={{ to: `/mapping/policies/${id}`, label: 'The policy', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record it"
    >
      <SelectField
        field={fields.party}
        label="To whom"
        options={parties.map((one) => ({ value: one.id, label: one.name }))}
        empty="Choose"
      />
      <DateField field={fields.sentOn} label="Sent on" />
      <DateField field={fields.dueOn} label="To be acknowledged by" />
      <TextField field={fields.how} label="How it was sent" hint="Such as: by mail to the owner" />
    </StepPage>
  );
}
