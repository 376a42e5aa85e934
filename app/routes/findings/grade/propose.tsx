import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { gradeHints, gradeNames } from '#app/features/audits/findings/model.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { proposeForm, type ProposeForm } from '#app/features/audits/findings/regrading/forms.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { grades } from '#app/features/scheme/model.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Propose another grade · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, proposeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await proposeRegrade(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function Propose() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ProposeForm>('propose-grade', { reply: answer?.reply });
  const others = grades.filter((grade) => grade !== record.finding.grade);
  return (
    <StepPage
      title="Propose another grade"
      lead={`This finding is graded ${gradeNames[record.finding.grade].toLowerCase()}. Nothing changes until a second person of your audit body approves. From that day its clocks begin anew, by the new grade.`}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Propose this grade"
    >
      <RadioGroup
        field={fields.grade}
        label="Grade"
        options={others.map((value) => ({ value, label: gradeNames[value], hint: gradeHints[value] }))}
      />
      <TextArea field={fields.reason} label="Reason" hint="The person who answers reads this" />
    </StepPage>
  );
}
