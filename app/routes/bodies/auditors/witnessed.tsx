import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findBody } from '#app/features/bodies/approvals/queries.server.ts';
import { recordWitnessing } from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import { witnessForm, type WitnessForm } from '#app/features/bodies/auditors/forms.ts';
import { witnessOutcomeNames, witnessOutcomes } from '#app/features/bodies/auditors/model.ts';
import { findAuditor, listAuditsOf } from '#app/features/bodies/auditors/queries.server.ts';
import { keepingRoles } from '#app/features/bodies/auditors/policy.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record a witnessed audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const body = found(await findBody(scope, found(params['id'])));
  const auditor = found(await findAuditor(scope.db, body.id, found(params['accountId'])));
  return { bodyId: body.id, auditor, audits: await listAuditsOf(scope.db, auditor.id, body.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const body = found(await findBody(scope, found(params['id'])));
  const auditor = found(await findAuditor(scope.db, body.id, found(params['accountId'])));
  const who = { bodyId: body.id, accountId: auditor.id };
  const form = await readForm(request, witnessForm);
  if (!form.ok) return badInput(form.reply);
  const back = `/audit-body/${who.bodyId}/auditors/${who.accountId}`;
  return answered(await recordWitnessing(scope, who, form.value), back, form.reply);
}

export default function Record() {
  const { bodyId, auditor, audits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<WitnessForm>('record', { reply: answer?.reply });
  const back = `/audit-body/${bodyId}/auditors/${auditor.id}`;
  return (
    <StepPage
      title="Record a witnessed audit"
      lead="Somebody watched this auditor at work. What they saw stands: it is not changed afterwards."
      place={{ to: back, label: auditor.name }}
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
