import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { reasonForm, type ReasonForm } from '#app/features/audits/forms.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Cancel the audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await cancelAudit(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function Cancel() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReasonForm>('cancel', { reply: answer?.reply });
  return (
    <StepPage
      title="Cancel the audit"
      lead="The audit ends before it has begun. If the recruiter knew of its days, it is told by mail that nobody comes, and why. The stage can be scheduled again."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Cancel the audit"
      danger
    >
      <TextArea
        field={fields.reason}
        label="Why it is cancelled"
        hint="The scheme reads this, and the recruiter if it was told of the audit: write nothing here that it is not to know."
        rows={4}
      />
    </StepPage>
  );
}
