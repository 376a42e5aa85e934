import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refuseApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import { reasonForm } from '#app/features/bodies/auditors/forms.ts';
import { levelNames } from '#app/features/bodies/auditors/model.ts';
import { findAuditorApproval } from '#app/features/bodies/auditors/queries.server.ts';
import { ReasonPage } from '#app/features/bodies/auditors/ui/reason-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Refuse an approval · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { approval: found(await findAuditorApproval(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findAuditorApproval(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await refuseApproval(scope, id, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return redirect(`/audit-body/${outcome.value.bodyId}/auditors/${outcome.value.accountId}`);
}

export default function Change() {
  const { approval } = useLoaderData<typeof loader>();
  const { auditor, bodyId, accountId, level } = approval;
  return (
    <ReasonPage
      title={`Refuse an approval: ${auditor}, ${levelNames[level].toLowerCase()}`}
      lead="The auditor and the body read your reasons by mail. The body may ask again."
      back={{ to: `/audit-body/${bodyId}/auditors/${accountId}`, label: auditor }}
      button="Refuse the approval"
      danger
      answer={useActionData<typeof action>()}
    />
  );
}
