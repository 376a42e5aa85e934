import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { suspendLicence } from '#app/features/licences/decision-commands.server.ts';
import { suspendForm } from '#app/features/licences/forms.ts';
import { suspensionReasonCodes } from '#app/features/licences/model.ts';
import { isAtPlace, placeOf } from '#app/features/licences/place.ts';
import { findLicence } from '#app/features/licences/queries.server.ts';
import { DecisionPage } from '#app/features/licences/ui/decision-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Suspend the licence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  allowed(isAtPlace(scope.actor, request.url));
  await askWhoItIs(request);
  const licence = found(await findLicence(scope, found(params['licenceId'])));
  return { licence, place: placeOf(scope.actor) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  allowed(isAtPlace(scope.actor, request.url));
  const { id } = found(await findLicence(scope, found(params['licenceId'])));
  const form = await readForm(request, suspendForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await suspendLicence(scope, id, form.value);
  return answered(outcome, `${placeOf(scope.actor)}/${id}`, form.reply);
}

export default function Suspend() {
  return (
    <DecisionPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      title="Suspend the licence"
      lead="From this moment the licence counts as suspended, until somebody reinstates it. The recruiter is told by mail, with the reason and your note."
      reasons={suspensionReasonCodes}
      hint="What was found. The recruiter reads this."
      button="Suspend"
      danger
    />
  );
}
