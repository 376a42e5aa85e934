import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { removePasskey } from '#app/features/accounts/factors/commands.server.ts';
import { findMyFactors } from '#app/features/accounts/factors/queries.server.ts';
import { RemovalPage } from '#app/features/accounts/factors/ui/removal-page.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Remove a passkey · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  await askWhoItIs(request);
  const { passkeys } = await findMyFactors(scope);
  return { name: found(passkeys.find(({ id }) => id === params['id'])).name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const { passkeys } = found(await findMyFactors(scope));
  const { id } = found(passkeys.find((passkey) => passkey.id === params['id']));
  const form = await readForm(request, nothingForm);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await removePasskey(scope, id), '/me/factors', form.reply);
}

export default function RemovePasskey() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <RemovalPage
      answer={useActionData<typeof action>()}
      title={`Remove ${name}`}
      lead="This passkey no longer signs you in. You get a mail about it. Remove it from the device as well."
      button="Remove the passkey"
      back="/me/factors"
    />
  );
}
