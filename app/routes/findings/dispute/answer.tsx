import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { answerDispute } from '#app/features/audits/findings/disputes/commands.server.ts';
import { answerDisputeForm, type AnswerDisputeForm } from '#app/features/audits/findings/disputes/forms.ts';
import { findDispute } from '#app/features/audits/findings/disputes/queries.server.ts';
import { DisputeCard } from '#app/features/audits/findings/disputes/ui/dispute-card.tsx';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { FindingFacts } from '#app/features/audits/findings/ui/finding-facts.tsx';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Answer the dispute · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const record = found(await findFinding(scope, found(params['id'])));
  return { record, dispute: (await findDispute(scope.db, record.finding.id)) ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, answerDisputeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await answerDispute(scope, id, form.value), `/findings/${id}`, form.reply);
}

const outcomes = [
  {
    value: 'kept',
    label: 'Keep the finding',
    hint: 'It runs on as it was; its days come later by as many as the dispute took.',
  },
  {
    value: 'withdrawn',
    label: 'Withdraw the finding',
    hint: 'For a finding raised in error. It stays in the log with your reason.',
  },
];

export default function Answer() {
  const { record, dispute } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AnswerDisputeForm>('answer-dispute', { reply: answer?.reply });
  return (
    <StepPage
      title="Answer the dispute"
      lead="Whoever raised the finding cannot answer. If the facts stand but the grade does not, leave this page and propose another grade: its approval ends the dispute as well."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={dispute?.outcome ? undefined : 'Answer'}
      context={
        <>
          {dispute ? <DisputeCard dispute={dispute} /> : null}
          <FindingFacts record={record} />
        </>
      }
    >
      <RadioGroup field={fields.outcome} label="Your answer" options={outcomes} />
      <TextArea field={fields.reason} label="Reason" hint="The recruiter reads this" />
    </StepPage>
  );
}
