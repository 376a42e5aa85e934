import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordWitnessing } from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import { witnessForm, type WitnessForm } from '#app/features/bodies/auditors/forms.ts';
import { witnessOutcomeNames, witnessOutcomes } from '#app/features/bodies/auditors/model.ts';
import { listAuditsOf } from '#app/features/bodies/auditors/queries.server.ts';
import { keepingRoles } from '#app/features/bodies/auditors/policy.ts';
import { auditorPath, placeOfAuditor } from '#app/features/bodies/auditors/ui/place.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { auditorOfBody } from './of-body.server.ts';

export const meta: MetaFunction = () => [{ title: 'Record a witnessed audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { bodyId, auditor } = found(await auditorOfBody(scope, params));
  return { bodyId, auditor, audits: await listAuditsOf(scope.db, auditor.id, bodyId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { who } = found(await auditorOfBody(scope, params));
  const form = await readForm(request, witnessForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordWitnessing(scope, who, form.value), auditorPath(who), form.reply);
}

export default function Record() {
  const { bodyId, auditor, audits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<WitnessForm>('record', { reply: answer?.reply });
  return (
    <StepPage
      title="Record a witnessed audit"
      lead="Somebody watched this auditor at work. What they saw stands: it is not changed afterwards."
      place={placeOfAuditor({ bodyId, accountId: auditor.id }, auditor.name)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record"
    >
      <SelectField
        field={fields.audit}
        label="Audit of this body"
        options={audits.map(({ id, reference, recruiter }) => ({
          value: id,
          label: `${reference}, ${recruiter}`,
        }))}
        empty="Another one"
        optional
      />
      <TextField
        field={fields.elsewhere}
        label="Another audit"
        hint="For which scheme or client, if it was not an audit of this body"
        optional
      />
      <TextField field={fields.witness} label="Watched by" />
      <DateField field={fields.witnessedOn} label="Watched on" />
      <RadioGroup
        field={fields.outcome}
        label="Outcome"
        options={witnessOutcomes.map((value) => ({ value, label: witnessOutcomeNames[value] }))}
      />
      <TextArea field={fields.notes} label="What was seen" />
    </StepPage>
  );
}
