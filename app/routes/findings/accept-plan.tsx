import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { acceptPlanForm, type AcceptPlanForm } from '#app/features/audits/findings/forms.ts';
import { PlanSummary } from '#app/features/audits/findings/ui/rounds.tsx';
import { SeenRound } from '#app/features/audits/findings/ui/seen-round.tsx';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Accept the plan · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, acceptPlanForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await acceptPlan(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function AcceptPlan() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AcceptPlanForm>('accept-plan', { reply: answer?.reply });
  return (
    <StepPage
      title="Accept the plan"
      lead="The recruiter carries it out and sends evidence. A minor finding with an accepted plan no longer stands in the way of a decision."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Accept the plan"
      context={record.plans[0] ? <PlanSummary plan={record.plans[0]} /> : null}
    >
      <SeenRound field={fields.round} latest={record.plans} told={Boolean(answer?.refusal)} />
    </StepPage>
  );
}
