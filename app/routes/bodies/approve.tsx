import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { approveBody } from '#app/features/bodies/approvals/commands.server.ts';
import { approvalForm, sectorCodes } from '#app/features/bodies/approvals/forms.ts';
import { findBody } from '#app/features/bodies/approvals/queries.server.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { sectorName } from '#app/platform/industries.ts';
import { CheckboxGroup, DateField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Approve an audit body · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  return { body: found(await findBody(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findBody(scope, found(params['id'])));
  const form = await readForm(request, approvalForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await approveBody(scope, id, form.value), `/audit-body/${id}`, form.reply);
}

type Answers = {
  countries: string;
  sectors: string[];
  validFrom: string;
  validUntil: string;
  ground: string;
};

export default function Approve() {
  const { body } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<Answers>('approval', { reply: answer?.reply });
  const back = `/audit-body/${body.id}`;
  return (
    <StepPage
      title={`Approve ${body.name}`}
      lead="Recruiters of these countries and sectors can engage this body between the two days, and it can schedule their audits. Its people are told by mail. What is approved is not changed afterwards, only ended."
      place={{ to: back, label: body.name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Approve"
    >
      <TextArea
        field={fields.countries}
        label="Countries"
        hint="Where the recruiters have their seat. By name or two-letter code, with commas between them."
        rows={3}
      />
      <CheckboxGroup
        field={fields.sectors}
        label="Sectors"
        options={sectorCodes.map((value) => ({ value, label: sectorName(value) }))}
      />
      <DateField field={fields.validFrom} label="First day" />
      <DateField field={fields.validUntil} label="Last day" />
      <TextArea
        field={fields.ground}
        label="What it rests on"
        hint="Accreditation, contract, witnessed audits"
      />
    </StepPage>
  );
}
