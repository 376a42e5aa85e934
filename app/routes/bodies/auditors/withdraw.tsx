import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findBody } from '#app/features/bodies/approvals/queries.server.ts';
import { withdrawRecord } from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import { reasonForm } from '#app/features/bodies/auditors/forms.ts';
import { keepingRoles } from '#app/features/bodies/auditors/policy.ts';
import { findAuditor, findRecords } from '#app/features/bodies/auditors/queries.server.ts';
import { ReasonPage } from '#app/features/bodies/auditors/ui/reason-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Withdraw a record · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const body = found(await findBody(scope, found(params['id'])));
  const auditor = found(await findAuditor(scope.db, body.id, found(params['accountId'])));
  const { competences, languages } = await findRecords(scope.db, auditor.id, body.id);
  found([...competences, ...languages].find(({ id }) => id === params['recordId']));
  return { bodyId: body.id, auditor };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const body = found(await findBody(scope, found(params['id'])));
  const auditor = found(await findAuditor(scope.db, body.id, found(params['accountId'])));
  const who = { bodyId: body.id, accountId: auditor.id };
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  const back = `/audit-body/${who.bodyId}/auditors/${who.accountId}`;
  return answered(await withdrawRecord(scope, who, found(params['recordId']), form.value), back, form.reply);
}

export default function Withdraw() {
  const { bodyId, auditor } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      title={`Withdraw a record of ${auditor.name}`}
      lead="It counts for no team any more from now on, and stays to be seen with your reason."
      back={{ to: `/audit-body/${bodyId}/auditors/${auditor.id}`, label: auditor.name }}
      button="Withdraw"
      danger
      answer={useActionData<typeof action>()}
    />
  );
}
