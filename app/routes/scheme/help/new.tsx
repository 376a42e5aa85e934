import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listInDirectory } from '#app/features/workers/help/commands.server.ts';
import { listForm } from '#app/features/workers/help/forms.ts';
import { keeperRoles } from '#app/features/workers/help/policy.ts';
import { HelpFields, type HelpAnswers } from '#app/features/workers/help/ui/help-fields.tsx';
import { refusalText } from '#app/features/workers/help/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { CheckboxField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'List somebody who helps · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, ...keeperRoles);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  const form = await readForm(request, listForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await listInDirectory(scope, form.value);
  return answered(outcome, outcome.ok ? `/scheme/help/${outcome.value.id}` : '', form.reply);
}

export default function New() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<HelpAnswers>('help', { reply: answer?.reply });
  return (
    <StepPage
      title="List somebody who helps"
      place={{ to: '/scheme/help', label: 'Help for workers' }}
      lead="You say that you checked all of it today at the source you name. Anybody can read it at once, without signing in."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="List it"
    >
      <HelpFields fields={fields} />
      <CheckboxField
        field={fields.example}
        label="This is an example and no real place"
        hint="It is marked so for everybody, has no phone number, and its page ends in .example."
      />
    </StepPage>
  );
}
