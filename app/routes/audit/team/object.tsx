import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { roleNames } from '#app/features/audits/model.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { objectToMember } from '#app/features/audits/team/objections/commands/object.server.ts';
import { objectionForm, type ObjectionForm } from '#app/features/audits/team/objections/forms.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Object to a member of the team · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, objectionForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await objectToMember(scope, id, form.value), `/audits/${id}/objections`, form.reply);
}

export default function ObjectToMember() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ObjectionForm>('objection', { reply: answer?.reply });
  return (
    <StepPage
      title="Object to a member of the team"
      lead="For a tie, a grudge or anything else that keeps somebody from judging you fairly. The audit does not begin before your objection is answered, by somebody who is not on the team. The team can read it."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Object"
    >
      <RadioGroup
        field={fields.member}
        label="Whom you object to"
        options={audit.team.map(({ accountId, name, role }) => ({
          value: accountId,
          label: name,
          hint: roleNames[role],
        }))}
      />
      <TextArea field={fields.reasons} label="Reasons" />
    </StepPage>
  );
}
