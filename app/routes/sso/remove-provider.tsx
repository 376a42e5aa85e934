import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { removeProvider } from '#app/features/accounts/sso/provider-commands.server.ts';
import { findProvider } from '#app/features/accounts/sso/queries.server.ts';
import { DecisionPage } from '#app/features/accounts/sso/ui/decision-page.tsx';
import { answered, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Remove the provider · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  found(await findProvider(scope));
  await askWhoItIs(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  found(await findProvider(scope));
  if (!(await isConfirmed(request))) return refused('confirm_identity');
  return answered(await removeProvider(scope), '/organisation/sign-on');
}

export default function RemoveProvider() {
  return (
    <DecisionPage
      title="Remove the provider"
      lead="Nobody of your organisation can sign in through it any more. They sign in with their password; whoever has none chooses one by the link for a forgotten password."
      button="Remove the provider"
      danger
      back={{ to: '/organisation/sign-on', label: 'Single sign-on' }}
      refusal={useActionData<typeof action>()?.refusal}
    />
  );
}
