import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { abortReasons } from '#app/features/audits/model.ts';
import { abortAudit } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { abortForm, type AbortForm } from '#app/features/audits/planning/forms.ts';
import { abortNames } from '#app/features/audits/planning/model.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Break off the audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, abortForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await abortAudit(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function Abort() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AbortForm>('abort', { reply: answer?.reply });
  return (
    <StepPage
      title="Break off the audit"
      lead="Fieldwork ends now and cannot go on; what was recorded so far is kept. The scheme decides what follows: a certificate can be suspended, an application refused. The scheme and the recruiter are told by mail that it was broken off, and for which of the reasons below."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Break off the audit"
      danger
    >
      <RadioGroup
        field={fields.reason}
        label="Reason"
        options={abortReasons.map((value) => ({ value, label: abortNames[value] }))}
      />
      <TextArea
        field={fields.note}
        label="What happened"
        hint="Where, when and who was there. The audit body and the scheme read this, the recruiter does not."
        rows={6}
      />
    </StepPage>
  );
}
