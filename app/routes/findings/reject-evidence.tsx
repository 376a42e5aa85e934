import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { rejectEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { rejectForm, type RejectForm } from '#app/features/audits/findings/forms.ts';
import { ProofSummary } from '#app/features/audits/findings/ui/rounds.tsx';
import { SeenRound } from '#app/features/audits/findings/ui/seen-round.tsx';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Reject the evidence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, rejectForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await rejectEvidence(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function RejectEvidence() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RejectForm>('reject-evidence', { reply: answer?.reply });
  return (
    <StepPage
      title="Reject the evidence"
      lead="The recruiter sends other evidence. The day by which the finding has to be closed stays the same."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Reject the evidence"
      context={record.proofs[0] ? <ProofSummary proof={record.proofs[0]} /> : null}
    >
      <SeenRound field={fields.round} latest={record.proofs} told={Boolean(answer?.refusal)} />
      <TextArea field={fields.reason} label="Why it is not enough" hint="The recruiter reads this" />
    </StepPage>
  );
}
