import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordCompetence } from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import { competenceForm, type CompetenceForm } from '#app/features/bodies/auditors/forms.ts';
import { listPrincipleTitles } from '#app/features/bodies/auditors/queries.server.ts';
import { sectorCodes } from '#app/features/bodies/approvals/forms.ts';
import { sectorName } from '#app/platform/industries.ts';
import { keepingRoles } from '#app/features/bodies/auditors/policy.ts';
import { auditorPath, placeOfAuditor } from '#app/features/bodies/auditors/ui/place.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { CheckboxGroup, DateField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { auditorOfBody } from './of-body.server.ts';

export const meta: MetaFunction = () => [{ title: 'Record a competence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { bodyId, auditor } = found(await auditorOfBody(scope, params));
  return { bodyId, auditor, principles: await listPrincipleTitles(scope.db) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { who } = found(await auditorOfBody(scope, params));
  const form = await readForm(request, competenceForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordCompetence(scope, who, form.value), auditorPath(who), form.reply);
}

export default function Record() {
  const { bodyId, auditor, principles } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CompetenceForm>('record', { reply: answer?.reply });
  return (
    <StepPage
      title="Record a competence"
      lead="What somebody has assessed this auditor in. It is not changed afterwards, only withdrawn."
      place={placeOfAuditor({ bodyId, accountId: auditor.id }, auditor.name)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record"
    >
      <CheckboxGroup
        field={fields.principles}
        label="Principles of the standard"
        optional
        options={principles.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
      />
      <CheckboxGroup
        field={fields.sectors}
        label="Sectors"
        optional
        options={sectorCodes.map((value) => ({ value, label: sectorName(value) }))}
      />
      <TextField
        field={fields.countries}
        label="Countries"
        hint="By name or two-letter code, with commas between them"
        optional
      />
      <TextArea field={fields.evidence} label="Evidence" hint="Courses, examinations, years of work" />
      <TextField field={fields.assessedBy} label="Assessed by" />
      <DateField field={fields.assessedOn} label="Assessed on" />
    </StepPage>
  );
}
