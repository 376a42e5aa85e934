import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { correctiveActionForm, type CorrectiveActionForm } from '#app/features/audits/findings/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { DateField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Send the corrective action plan · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, correctiveActionForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await submitPlan(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function Plan() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const returned = record.plans[0];
  const [form, fields] = useFields<CorrectiveActionForm>('plan', { reply: answer?.reply, saved: returned });
  return (
    <StepPage
      title="Send the corrective action plan"
      lead={returned?.answerReason ? `The last plan came back: ${returned.answerReason}` : record.statement}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send the plan"
    >
      <TextArea field={fields.rootCause} label="Root cause" hint="Why it happened, and why nobody noticed" />
      <TextArea field={fields.correction} label="Correction" hint="How you put it right for those affected" />
      <TextArea
        field={fields.correctiveAction}
        label="Corrective action"
        hint="What you change so that the cause is gone"
      />
      <TextArea
        field={fields.preventiveAction}
        label="Preventive action"
        hint="How you keep it from happening elsewhere"
      />
      {record.finding.harm === null ? null : (
        <TextArea
          field={fields.remedyToWorkers}
          label="Remedy to workers"
          hint="What is owed, to whom, and how they are asked whether they have it. No names. What is paid goes into the remedy ledger."
        />
      )}
      <TextField field={fields.owner} label="Who is responsible" hint="One person, by name" />
      <DateField
        field={fields.targetOn}
        label="Done by"
        hint={record.closeDueOn ? `${dayInWords(record.closeDueOn)} at the latest` : undefined}
      />
    </StepPage>
  );
}
