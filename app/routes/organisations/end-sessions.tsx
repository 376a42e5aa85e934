import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { findOrganisation } from '#app/features/accounts/organisations/lists.server.ts';
import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { endSessionsOf } from '#app/features/accounts/sessions/commands.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'End sessions · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const { people, ...organisation } = found(await findOrganisation(scope, found(params['id'])));
  return { organisation, person: found(people.find(({ accountId }) => accountId === params['accountId'])) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, people } = found(await findOrganisation(scope, found(params['id'])));
  const { accountId } = found(people.find((person) => person.accountId === params['accountId']));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await endSessionsOf(scope, accountId), `/scheme/organisations/${id}`, form.reply);
}

export default function EndSessions() {
  const { organisation, person } = useLoaderData<typeof loader>();
  return (
    <SurePage
      title={`End all sessions of ${person.name}`}
      lead={`${person.name} is signed out everywhere at once, in every organisation, and signs in again. For an account that may be in the wrong hands.`}
      button="End all sessions"
      danger
      back={{ to: `/scheme/organisations/${organisation.id}`, label: organisation.name }}
      answer={useActionData<typeof action>()}
    />
  );
}
