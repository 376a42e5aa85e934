import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawRecord } from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import { reasonForm } from '#app/features/bodies/auditors/forms.ts';
import { keepingRoles } from '#app/features/bodies/auditors/policy.ts';
import { findRecords } from '#app/features/bodies/auditors/queries.server.ts';
import { auditorPath, placeOfAuditor } from '#app/features/bodies/auditors/ui/place.ts';
import { ReasonPage } from '#app/features/bodies/auditors/ui/reason-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

import { auditorOfBody } from './of-body.server.ts';

export const meta: MetaFunction = () => [{ title: 'Withdraw a record · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { bodyId, auditor } = found(await auditorOfBody(scope, params));
  const { competences, languages } = await findRecords(scope.db, auditor.id, bodyId);
  found([...competences, ...languages].find(({ id }) => id === params['recordId']));
  return { bodyId, auditor };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { who } = found(await auditorOfBody(scope, params));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await withdrawRecord(scope, who, found(params['recordId']), form.value),
    auditorPath(who),
    form.reply,
  );
}

export default function Withdraw() {
  const { bodyId, auditor } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      title={`Withdraw a record of ${auditor.name}`}
      lead="It counts for no team any more from now on, and stays to be seen with your reason."
      back={placeOfAuditor({ bodyId, accountId: auditor.id }, auditor.name)}
      button="Withdraw"
      danger
      answer={useActionData<typeof action>()}
    />
  );
}
