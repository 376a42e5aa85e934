import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { askWhoItIs, enter, isConfirmed, signOut } from '#app/features/accounts/session.server.ts';
import { endAllSessions } from '#app/features/accounts/sessions/commands.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Sign out everywhere · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'enrolling');
  await askWhoItIs(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  await endAllSessions(scope);
  return redirect('/sign-in', { headers: { 'Set-Cookie': await signOut(request) } });
}

export default function EndAllSessions() {
  return (
    <SurePage
      title="Sign out everywhere"
      lead="Every session of yours ends, on every device, this one too. Then you sign in again."
      button="Sign out everywhere"
      danger
      back={{ to: '/me/sessions', label: 'My sessions' }}
      answer={useActionData<typeof action>()}
    />
  );
}
