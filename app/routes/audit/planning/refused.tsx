import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { reasonForm, type ReasonForm } from '#app/features/audits/forms.ts';
import { recordRefusal } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record a refusal · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordRefusal(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function Refused() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReasonForm>('refused', { reply: answer?.reply });
  return (
    <StepPage
      title="Record a refusal"
      lead="Record this when the recruiter does not let the audit happen. The audit ends here. The scheme decides what follows: a certificate can be suspended, an application refused. The scheme and the recruiter are told by mail."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record a refusal"
      danger
    >
      <TextArea
        field={fields.reason}
        label="What happened"
        hint="Who refused, when and in which words. The scheme reads this."
        rows={5}
      />
    </StepPage>
  );
}
