import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { writeRule } from '#app/features/mapping/corridors/national/commands.server.ts';
import { ruleForm } from '#app/features/mapping/corridors/national/forms.ts';
import { RuleFields, RulePlace, type RuleAnswers } from '#app/features/mapping/corridors/ui/rule-fields.tsx';
import { refusalText } from '#app/features/mapping/corridors/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Write a rule · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const form = await readForm(request, ruleForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await writeRule(scope, form.value), '/scheme/corridors/rules', form.reply);
}

export default function New() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RuleAnswers>('rule', { reply: answer?.reply });
  return (
    <StepPage
      title="Write a rule"
      place={{ to: '/scheme/corridors/rules', label: 'Who may be charged' }}
      lead="You say that the source you name says this, and that you looked at it today. Everybody with an account reads it at once."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Write it"
    >
      <RulePlace fields={fields} />
      <RuleFields fields={fields} />
    </StepPage>
  );
}
