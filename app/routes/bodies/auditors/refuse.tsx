import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refuseApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import { reasonForm } from '#app/features/bodies/auditors/forms.ts';
import { findAuditorApproval } from '#app/features/bodies/auditors/queries.server.ts';
import { auditorPath } from '#app/features/bodies/auditors/ui/place.ts';
import { ApprovalReason } from '#app/features/bodies/auditors/ui/reason-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Refuse an approval · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { approval: found(await findAuditorApproval(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const approval = found(await findAuditorApproval(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await refuseApproval(scope, approval.id, form.value), auditorPath(approval), form.reply);
}

export default function Change() {
  return (
    <ApprovalReason
      approval={useLoaderData<typeof loader>().approval}
      title="Refuse an approval"
      lead="The auditor and the body read your reasons by mail. The body may ask again."
      button="Refuse the approval"
      danger
      answer={useActionData<typeof action>()}
    />
  );
}
