import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { endSession } from '#app/features/accounts/sessions/commands.server.ts';
import { findSession } from '#app/features/accounts/sessions/queries.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'End a session · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  await askWhoItIs(request);
  return { session: found(await findSession(scope, found(params['publicId']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const { publicId } = found(await findSession(scope, found(params['publicId'])));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await endSession(scope, publicId);
  return answered(outcome, '/me/sessions', form.reply);
}

export default function EndSession() {
  const { session } = useLoaderData<typeof loader>();
  return (
    <SurePage
      title="End this session"
      lead={`${session.device}, ${session.place}, last seen ${timeInWords(session.lastSeenAt)}. Whoever sits there has to sign in again.`}
      button="End it"
      danger
      back={{ to: '/me/sessions', label: 'My sessions' }}
      answer={useActionData<typeof action>()}
    />
  );
}
