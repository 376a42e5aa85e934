import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawForm } from '#app/features/mapping/corridors/forms.ts';
import { withdrawRule } from '#app/features/mapping/corridors/national/commands.server.ts';
import { findRule } from '#app/features/mapping/corridors/national/queries.server.ts';
import { ruleTitle } from '#app/features/mapping/corridors/ui/rule-table.tsx';
import { refusalText } from '#app/features/mapping/corridors/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Withdraw a rule · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { rule: found(await findRule(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findRule(scope, found(params['id'])));
  const form = await readForm(request, withdrawForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await withdrawRule(scope, id, form.value), `/scheme/corridors/rules/${id}`, form.reply);
}

export default function Withdraw() {
  const { rule } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = { reason: '', version: String(rule.version) };
  const [form, fields] = useFields<typeof saved>('corridor-withdraw', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={`Withdraw “${ruleTitle(rule)}”`}
      place={{ to: `/scheme/corridors/rules/${rule.id}`, label: ruleTitle(rule) }}
      lead="From now on the book does not say it any more. What it said stays here, with your reason, for whoever cited it."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Withdraw"
      danger
    >
      <TextArea field={fields.reason} label="Why" />
      <input type="hidden" name={fields.version.name} value={fields.version.initialValue} />
    </StepPage>
  );
}
