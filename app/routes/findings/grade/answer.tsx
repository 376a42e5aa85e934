import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { answerRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { answerRegradeForm, type AnswerRegradeForm } from '#app/features/audits/findings/regrading/forms.ts';
import { listRegrades } from '#app/features/audits/findings/regrading/queries.server.ts';
import { RegradeCard } from '#app/features/audits/findings/regrading/ui/regrades.tsx';
import { FindingFacts } from '#app/features/audits/findings/ui/finding-facts.tsx';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Answer the proposed grade · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const record = found(await findFinding(scope, found(params['id'])));
  const [latest] = await listRegrades(scope.db, record.finding.id);
  // An answered one stays: whoever answers second reads what the first said, with their own words still in the form.
  return { record, latest: found(latest) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, answerRegradeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await answerRegrade(scope, id, form.value), `/findings/${id}`, form.reply);
}

const outcomes = [
  {
    value: 'approved',
    label: 'Approve',
    hint: 'The finding has the new grade from now on; the recruiter is told.',
  },
  { value: 'dismissed', label: 'Dismiss', hint: 'The grade stays as it is.' },
];

export default function Answer() {
  const { record, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AnswerRegradeForm>('answer-grade', { reply: answer?.reply });
  return (
    <StepPage
      title="Answer the proposed grade"
      lead="You are the second person. Whoever proposed the grade cannot answer."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={latest.outcome === null ? 'Answer' : undefined}
      context={
        <>
          <RegradeCard regrade={latest} />
          <FindingFacts record={record} />
        </>
      }
    >
      <input type="hidden" name={fields.grade.name} value={latest.to} readOnly />
      <RadioGroup field={fields.outcome} label="Your answer" options={outcomes} />
      <TextArea field={fields.reason} label="Reason" />
    </StepPage>
  );
}
