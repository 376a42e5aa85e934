import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { endApproval } from '#app/features/bodies/approvals/commands.server.ts';
import { findApproval } from '#app/features/bodies/approvals/queries.server.ts';
import { endApprovalForm, type EndApprovalForm } from '#app/features/bodies/forms.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'End an approval · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  return { approval: found(await findApproval(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findApproval(scope, found(params['id'])));
  const form = await readForm(request, endApprovalForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await endApproval(scope, id, form.value);
  return outcome.ok ? redirect(`/audit-body/${outcome.value.bodyId}`) : refused(outcome.refusal, form.reply);
}

export default function EndApproval() {
  const { approval } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<EndApprovalForm>('end-approval', { reply: answer?.reply });
  const back = `/audit-body/${approval.bodyId}`;
  return (
    <StepPage
      title={`End the approval for ${approval.countries.map(countryName).join(', ')}`}
      place={{ to: back, label: 'The audit body' }}
      lead="From now on no recruiter engages the body by this approval, and no audit is scheduled by it. Audits under way go on. The body’s people read your reason by mail."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="End the approval"
      danger
    >
      <TextArea field={fields.reason} label="Reason" />
    </StepPage>
  );
}
