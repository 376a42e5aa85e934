import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordReadiness } from '#app/features/audits/fieldwork/commands/record-readiness.server.ts';
import { readinessForm, type ReadinessForm } from '#app/features/audits/fieldwork/forms.ts';
import { listIndicators } from '#app/features/audits/fieldwork/queries.server.ts';
import { ReadinessFields } from '#app/features/audits/fieldwork/ui/readiness-fields.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Outcome of stage 1 · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, indicators: await listIndicators(scope, audit) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, readinessForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordReadiness(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function RecordReadiness() {
  const { audit, indicators } = useLoaderData<typeof loader>();
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
      <ReadinessFields form={form} fields={fields} indicators={indicators} />
    </StepPage>
  );
}
