import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { reasonForm, type ReasonForm } from '#app/features/audits/forms.ts';
import { closeAbandoned } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { stepUpRefusal, useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record what follows · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await closeAbandoned(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function FollowUp() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReasonForm>('follow-up', { reply: answer?.reply });
  return (
    <StepPage
      title="Record what follows"
      lead="The audit was refused or broken off. Decide about the certificate first, on its own page; what becomes of an application the panel says, unless it was taken back. This closes the audit."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && (stepUpRefusal[answer.refusal] ?? refusalText(answer.refusal))}
      button="Record what follows"
    >
      <TextArea
        field={fields.reason}
        label="What was decided"
        hint="And where it is recorded. The audit body reads this."
        rows={5}
      />
    </StepPage>
  );
}
