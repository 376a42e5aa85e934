import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { rejectForm, type RejectForm } from '#app/features/audits/findings/forms.ts';
import { PlanSummary } from '#app/features/audits/findings/ui/rounds.tsx';
import { SeenRound } from '#app/features/audits/findings/ui/seen-round.tsx';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Return the plan · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, rejectForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await returnPlan(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function ReturnPlan() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RejectForm>('return-plan', { reply: answer?.reply });
  const { mostReturns, resubmitDays } = record.finding.terms.correctiveAction;
  return (
    <StepPage
      title="Return the plan"
      lead={
        record.finding.returns >= mostReturns
          ? `The plan came back ${mostReturns} times already. Returning it again escalates the finding: a minor one becomes major, a major one suspends the certificate, a critical one withdraws it.`
          : `The recruiter has ${resubmitDays} days to change it. A plan can be returned ${mostReturns} times; after that, returning it escalates the finding.`
      }
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Return the plan"
      context={record.plans[0] ? <PlanSummary plan={record.plans[0]} /> : null}
    >
      <SeenRound field={fields.round} latest={record.plans} told={Boolean(answer?.refusal)} />
      <TextArea field={fields.reason} label="What is missing" hint="The recruiter reads this" />
    </StepPage>
  );
}
