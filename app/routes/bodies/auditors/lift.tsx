import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { liftSuspension } from '#app/features/bodies/auditors/commands/approve.server.ts';
import { reasonForm } from '#app/features/bodies/auditors/forms.ts';
import { findAuditorApproval } from '#app/features/bodies/auditors/queries.server.ts';
import { auditorPath } from '#app/features/bodies/auditors/ui/place.ts';
import { ApprovalReason } from '#app/features/bodies/auditors/ui/reason-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Lift a suspension · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { approval: found(await findAuditorApproval(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const approval = found(await findAuditorApproval(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await liftSuspension(scope, approval.id, form.value), auditorPath(approval), form.reply);
}

export default function Change() {
  return (
    <ApprovalReason
      approval={useLoaderData<typeof loader>().approval}
      title="Lift a suspension"
      lead="From today on this person can be put on audit teams again, until the approval ends."
      button="Lift the suspension"
      answer={useActionData<typeof action>()}
    />
  );
}
