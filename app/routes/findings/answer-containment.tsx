import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { answerContainment } from '#app/features/audits/findings/containment/commands.server.ts';
import { answerForm, type AnswerForm } from '#app/features/audits/findings/containment/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { ProofSummary } from '#app/features/audits/findings/ui/rounds.tsx';
import { SeenRound } from '#app/features/audits/findings/ui/seen-round.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Is the harm stopped? · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, answerForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await answerContainment(scope, id, form.value), `/findings/${id}`, form.reply);
}

const options = [
  { value: 'contained', label: 'It is stopped', hint: 'The finding goes on to its plan.' },
  {
    value: 'not_contained',
    label: 'It is not stopped',
    hint: 'It is to be stopped again, and planned after that. The days until your answer are given back.',
  },
];

export default function AnswerContainment() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AnswerForm>('answer', { reply: answer?.reply });
  return (
    <StepPage
      title="Is the harm stopped?"
      lead={record.statement}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Answer"
      context={record.containments[0] ? <ProofSummary proof={record.containments[0]} /> : null}
    >
      <SeenRound field={fields.round} latest={record.containments} told={Boolean(answer?.refusal)} />
      <RadioGroup field={fields.outcome} label="What you say" options={options} />
      <TextArea
        field={fields.reason}
        label="Why it is not stopped"
        hint="The recruiter reads it. No names of workers."
        optional
      />
    </StepPage>
  );
}
