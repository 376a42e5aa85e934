import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { verifyEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import type { Finding } from '#app/features/audits/findings/model.ts';
import { closesAlone, methodsFor } from '#app/features/audits/findings/rules.ts';
import { ProofSummary } from '#app/features/audits/findings/ui/rounds.tsx';
import { SeenRound } from '#app/features/audits/findings/ui/seen-round.tsx';
import { verifyForm, type VerifyForm } from '#app/features/audits/findings/verification/forms.ts';
import { VerifyFields } from '#app/features/audits/findings/verification/ui/verify-fields.tsx';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Verify the evidence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, verifyForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await verifyEvidence(scope, id, form.value), `/findings/${id}`, form.reply);
}

const second = 'A second person of your audit body then closes the finding.';
const leadOf = ({ grade, workersPaid, harm }: Finding) =>
  [
    ...(workersPaid ? ['Workers paid: they confirm that it was put right.'] : []),
    ...(grade === 'critical'
      ? ['A critical finding is verified on site or by workers, never from documents alone.']
      : []),
    ...(harm === null ? [] : ['Workers were harmed: their remedy is complete first.']),
    closesAlone({ grade, harm }) ? 'This closes the finding.' : second,
  ].join(' ');

export default function Verify() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<VerifyForm>('verify', { reply: answer?.reply });
  return (
    <StepPage
      title="Verify the evidence"
      lead={leadOf(record.finding)}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Verify"
      context={record.proofs[0] ? <ProofSummary proof={record.proofs[0]} /> : null}
    >
      <SeenRound field={fields.round} latest={record.proofs} told={Boolean(answer?.refusal)} />
      <VerifyFields fields={fields} methods={methodsFor(record.finding)} proofs={record.proofs} />
    </StepPage>
  );
}
