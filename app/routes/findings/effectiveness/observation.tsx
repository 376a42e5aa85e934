import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { gradeHints, gradeNames } from '#app/features/audits/findings/model.ts';
import { lookAtObservation } from '#app/features/audits/findings/observations/commands.server.ts';
import { graver, lookForm, type LookForm } from '#app/features/audits/findings/observations/forms.ts';
import { listObservations } from '#app/features/audits/findings/observations/queries.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { harmNames, harms } from '#app/features/audits/remedy/model.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'What became of the observation? · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const observations = await listObservations(scope.db, audit);
  return { audit, observed: found(observations.find(({ id }) => id === params['findingId'])) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const observations = await listObservations(scope.db, audit);
  const { id: findingId } = found(observations.find(({ id }) => id === params['findingId']));
  const form = await readForm(request, lookForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await lookAtObservation(scope, { auditId: audit.id, findingId }, form.value);
  return answered(outcome, `/audits/${audit.id}/effectiveness`, form.reply);
}

const options = [
  { value: 'gone', label: 'It is gone', hint: 'The observation is closed.' },
  { value: 'still', label: 'It is still so', hint: 'It stays, and the next audit looks again.' },
  {
    value: 'raised',
    label: 'It is more than an observation now',
    hint: 'It is raised in this audit with the grade below, and linked. It closes when that is told.',
  },
];
const gradeOptions = graver.map((value) => ({ value, label: `${gradeNames[value]}: ${gradeHints[value]}` }));

export default function Observation() {
  const { audit, observed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<LookForm>('look', { reply: answer?.reply });
  const to = `/audits/${audit.id}/effectiveness`;
  return (
    <StepPage
      title="What became of the observation?"
      lead={`Observation ${observed.name}: ${observed.statement}`}
      place={{ to, label: 'Findings of earlier audits', eyebrow: `Indicator ${observed.indicatorCode}` }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record it"
    >
      <RadioGroup field={fields.answer} label="What you found" options={options} />
      <TextArea
        field={fields.note}
        label="What shows it"
        hint="Documents, interviews by their keys, places"
      />
      <SelectField
        field={fields.grade}
        label="Grade it has now"
        hint="Only if it is more than an observation"
        options={gradeOptions}
        empty="None"
        optional
      />
      <SelectField
        field={fields.harm}
        label="Harm to workers"
        hint="Only if it is more than an observation, and somebody was harmed"
        options={harms.map((value) => ({ value, label: harmNames[value] }))}
        empty="None"
        optional
      />
      <TextArea
        field={fields.gradingReasons}
        label="Reasons for the grade"
        hint={`Only where it is below the grade of its indicator, ${gradeNames[observed.defaultGrade].toLowerCase()}, or where harm is graded minor`}
        optional
      />
    </StepPage>
  );
}
