import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endAuditorApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import { reasonForm } from '#app/features/bodies/auditors/forms.ts';
import { findAuditorApproval } from '#app/features/bodies/auditors/queries.server.ts';
import { auditorPath } from '#app/features/bodies/auditors/ui/place.ts';
import { ApprovalReason } from '#app/features/bodies/auditors/ui/reason-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'End an approval · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { approval: found(await findAuditorApproval(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const approval = found(await findAuditorApproval(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await endAuditorApproval(scope, approval.id, form.value),
    auditorPath(approval),
    form.reply,
  );
}

export default function Change() {
  return (
    <ApprovalReason
      approval={useLoaderData<typeof loader>().approval}
      title="End an approval"
      lead="From now on nobody is put on an audit team by this approval. It is not restored: the body asks anew. Audits that have begun go on."
      button="End the approval"
      danger
      answer={useActionData<typeof action>()}
    />
  );
}
