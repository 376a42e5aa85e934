import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { confirmLicence } from '#app/features/licences/decision-commands.server.ts';
import { confirmForm } from '#app/features/licences/forms.ts';
import { DecisionPage } from '#app/features/licences/ui/decision-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

import { licenceAtPlace } from './at-place.server.ts';

export const meta: MetaFunction = () => [{ title: 'Confirm the licence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  return found(await licenceAtPlace(scope, { request, params }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  const { licence, place } = found(await licenceAtPlace(scope, { request, params }));
  const form = await readForm(request, confirmForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await confirmLicence(scope, licence.id, form.value);
  return answered(outcome, `${place}/${licence.id}`, form.reply);
}

export default function Confirm() {
  return (
    <DecisionPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      title="Confirm the licence"
      lead="You say that the authority issued this licence, with this number and this last day. Where a renewal was declared, its last day holds from now on. The recruiter is told by mail."
      hint="How you checked, such as the register you looked at. Only the scheme and authorities read this."
      button="Confirm"
    />
  );
}
