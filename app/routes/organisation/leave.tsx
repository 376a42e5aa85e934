import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { leaveOrganisation } from '#app/features/accounts/organisations/people-commands.server.ts';
import { findOwnOrganisation } from '#app/features/accounts/organisations/queries.server.ts';
import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { askWhoItIs, enter, isConfirmed, signOut } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { roles } from '#app/platform/scope.ts';

export const meta: MetaFunction = () => [{ title: 'Leave this organisation · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...roles);
  await askWhoItIs(request);
  return { organisation: await findOwnOrganisation(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, ...roles);
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await leaveOrganisation(scope);
  return outcome.ok
    ? redirect('/', { headers: { 'Set-Cookie': await signOut(request) } })
    : refused(outcome.refusal, form.reply);
}

export default function Leave() {
  const { organisation } = useLoaderData<typeof loader>();
  return (
    <SurePage
      title={`Leave ${organisation.name}`}
      lead="You are signed out and see nothing of it any more. What you did stays on record under your name. An owner can invite you again."
      button="Leave"
      danger
      back={{ to: '/organisation', label: 'People' }}
      answer={useActionData<typeof action>()}
    />
  );
}
