import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { reinstateLicence } from '#app/features/licences/decision-commands.server.ts';
import { reinstateForm } from '#app/features/licences/forms.ts';
import { isAtPlace, placeOf } from '#app/features/licences/place.ts';
import { findLicence } from '#app/features/licences/queries.server.ts';
import { DecisionPage } from '#app/features/licences/ui/decision-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Reinstate the licence · Fairroute' }];

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
  const form = await readForm(request, reinstateForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await reinstateLicence(scope, id, form.value);
  return answered(outcome, `${placeOf(scope.actor)}/${id}`, form.reply);
}

export default function Reinstate() {
  return (
    <DecisionPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      title="Reinstate the licence"
      lead="The licence counts as confirmed again. The recruiter is told by mail, with your note."
      hint="What has changed. The recruiter reads this."
      button="Reinstate"
    />
  );
}
