import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endInterest } from '#app/features/bodies/interests/commands.server.ts';
import { endForm, type EndForm } from '#app/features/bodies/interests/forms.ts';
import { declaringRoles } from '#app/features/bodies/interests/policy.ts';
import { findOwnInterest } from '#app/features/bodies/interests/queries.server.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { coolingOff } from '#app/features/bodies/interests/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'End a tie · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...declaringRoles);
  const { recruiter } = found(await findOwnInterest(scope, found(params['id'])));
  return { recruiter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...declaringRoles);
  const { id } = found(await findOwnInterest(scope, found(params['id'])));
  const form = await readForm(request, endForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await endInterest(scope, id, form.value);
  return answered(outcome, '/me/interests', form.reply);
}

export default function End() {
  const { recruiter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<EndForm>('end-interest', { reply: answer?.reply });
  return (
    <StepPage
      title={`Your tie to ${recruiter} is over`}
      place={{ to: '/me/interests', label: 'Your ties to recruiters' }}
      lead={`It goes on keeping you away for ${coolingOff} from the day on which you say so, whatever its last day was. Your first declaration stays to be seen.`}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="End the tie"
    >
      <DateField field={fields.untilOn} label="Last day" />
      <TextArea field={fields.statement} label="How it ended" />
    </StepPage>
  );
}
