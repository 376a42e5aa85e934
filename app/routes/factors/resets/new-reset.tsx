import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { resetForm, type ResetForm } from '#app/features/accounts/factors/forms.ts';
import { requestFactorReset } from '#app/features/accounts/factors/reset-commands.server.ts';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, refused } from '#app/platform/http.server.ts';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask for a factor reset · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  await askWhoItIs(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const form = await readForm(request, resetForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await requestFactorReset(scope, form.value), '/scheme/factor-resets', form.reply);
}

const list = '/scheme/factor-resets';

export default function NewReset() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ResetForm>('reset', { reply: answer?.reply });
  return (
    <StepPage
      title="Ask for a reset"
      place={{ to: list, label: 'Factor resets' }}
      lead="Speak with the person first, by a number you knew before or face to face: a mail alone proves nothing. They are told at once that a reset was asked for."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Ask for the reset"
    >
      <TextField field={fields.email} label="Address the person signs in with" type="email" />
      <TextArea
        field={fields.reason}
        label="What happened, and how you know that it is them"
        hint="The officer who approves reads this, and an auditor of the scheme in five years"
      />
    </StepPage>
  );
}
