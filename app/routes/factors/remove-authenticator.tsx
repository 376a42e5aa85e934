import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { removeAuthenticator } from '#app/features/accounts/factors/commands.server.ts';
import { findMyFactors } from '#app/features/accounts/factors/queries.server.ts';
import { RemovalPage } from '#app/features/accounts/factors/ui/removal-page.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Remove the authenticator app · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  await askWhoItIs(request);
  found((await findMyFactors(scope)).authenticatorSince);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, nothingForm);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await removeAuthenticator(scope), '/me/factors', form.reply);
}

export default function RemoveAuthenticator() {
  return (
    <RemovalPage
      answer={useActionData<typeof action>()}
      title="Remove the authenticator app"
      lead="Codes of the app no longer sign you in. You get a mail about it. Remove the entry from the app on your phone as well."
      button="Remove the app"
      back="/me/factors"
    />
  );
}
