import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordReadiness } from '#app/features/audits/fieldwork/commands/record-readiness.server.ts';
import { readinessForm, type ReadinessForm } from '#app/features/audits/fieldwork/forms.ts';
import { readinessNames, readinessOutcomes } from '#app/features/audits/model.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit, StepPage } from '#app/features/audits/ui/step-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Outcome of stage 1 · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  const form = await readForm(request, readinessForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordReadiness(scope, id, form.value), `/audits/${id}`, form.reply);
}

const hints = {
  ready: 'Stage 2 may begin',
  ready_with_concerns: 'Stage 2 may begin; the summary says what to look at',
  not_ready: 'Stage 2 may not begin; stage 1 has to be scheduled again',
};

export default function RecordReadiness() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReadinessForm>('readiness', { reply: answer?.reply });
  return (
    <StepPage
      title="Record the outcome of stage 1"
      lead={`This closes stage 1. ${audit.recruiter} can read the outcome and the summary.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Close stage 1"
    >
      <RadioGroup
        field={fields.readiness}
        label="Outcome"
        options={readinessOutcomes.map((value) => ({
          value,
          label: readinessNames[value],
          hint: hints[value],
        }))}
      />
      <TextArea field={fields.summary} label="Summary" />
    </StepPage>
  );
}
