import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listParties } from '#app/features/mapping/actions/queries.server.ts';
import { openPlan } from '#app/features/mapping/actions/repayment/commands.server.ts';
import { planForm, type PlanFields } from '#app/features/mapping/actions/repayment/forms.ts';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { NumberField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Open a repayment plan · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  return { fresh: crypto.randomUUID(), parties: await listParties(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, planForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await openPlan(scope, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return redirect(`/mapping/actions/repayments/${outcome.value.id}`);
}

export default function NewPlan() {
  const { fresh, parties } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PlanFields>('plan', { reply: answer?.reply });
  return (
    <StepPage
      title="Open a repayment plan"
      lead="Say whom it concerns. What is owed, what is promised and what is paid follow on the plan's own page."
      place={{ to: '/mapping/actions/repayments', label: 'Repayments' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Open it"
    >
      <GivenId field={fields.id} fresh={fresh} spent={answer?.refusal === 'sent_before'} />
      <TextField field={fields.title} label="Name of the plan" hint="Such as: Welders from Nepal, 2026" />
      <SelectField
        field={fields.party}
        label="About"
        options={parties.map((one) => ({ value: one.id, label: one.name }))}
        empty="The whole chain"
        optional
      />
      <NumberField field={fields.workers} label="Workers affected" />
      <TextArea field={fields.note} label="How you know" hint="No names of workers" />
    </StepPage>
  );
}
