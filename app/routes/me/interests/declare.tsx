import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declareInterest } from '#app/features/bodies/interests/commands.server.ts';
import { interestForm, type InterestForm } from '#app/features/bodies/interests/forms.ts';
import { interestKinds, interestNames } from '#app/features/bodies/interests/model.ts';
import { declaringRoles } from '#app/features/bodies/interests/policy.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { coolingOff } from '#app/features/bodies/interests/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { DateField, RadioGroup, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Declare a tie · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, ...declaringRoles);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, ...declaringRoles);
  const form = await readForm(request, interestForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await declareInterest(scope, form.value), '/me/interests', form.reply);
}

export default function Declare() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<InterestForm>('interest', { reply: answer?.reply });
  return (
    <StepPage
      title="Declare a tie"
      place={{ to: '/me/interests', label: 'Your ties to recruiters' }}
      lead={`From now on, and for ${coolingOff} after it ends, you take no part in audits of this recruiter or decisions about it. The scheme can read what you declare. It is not taken back.`}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Declare"
    >
      <TextField field={fields.recruiter} label="Recruiter" hint="Registration number or exact name" />
      <RadioGroup
        field={fields.kind}
        label="What ties you"
        options={interestKinds.map((value) => ({ value, label: interestNames[value] }))}
      />
      <TextArea
        field={fields.statement}
        label="In your words"
        hint="Who or what it is about. If nothing ties you, what you looked at."
      />
      <DateField field={fields.fromOn} label="Began on" hint="As well as you know it" optional />
      <DateField field={fields.untilOn} label="Ended on" hint="Leave it empty while it goes on" optional />
    </StepPage>
  );
}
