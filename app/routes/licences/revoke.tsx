import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { revokeLicence } from '#app/features/licences/decision-commands.server.ts';
import { revokeForm } from '#app/features/licences/forms.ts';
import { revocationReasonCodes } from '#app/features/licences/model.ts';
import { DecisionPage } from '#app/features/licences/ui/decision-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

import { licenceAtPlace } from './at-place.server.ts';

export const meta: MetaFunction = () => [{ title: 'Revoke the licence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  return found(await licenceAtPlace(scope, { request, params, proven: true }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  const { licence, place } = found(await licenceAtPlace(scope, { request, params }));
  const form = await readForm(request, revokeForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await revokeLicence(scope, licence.id, form.value);
  return answered(outcome, `${place}/${licence.id}`, form.reply);
}

export default function Revoke() {
  return (
    <DecisionPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      title="Revoke the licence"
      lead="This is for good: a revoked licence does not come back. The recruiter is told by mail, with the reason and your note."
      reasons={revocationReasonCodes}
      hint="What was found. The recruiter reads this."
      button="Revoke for good"
      danger
    />
  );
}
