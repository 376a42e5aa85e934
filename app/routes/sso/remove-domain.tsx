import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { removeDomain } from '#app/features/accounts/sso/domain-commands.server.ts';
import { findDomain } from '#app/features/accounts/sso/queries.server.ts';
import { DecisionPage } from '#app/features/accounts/sso/ui/decision-page.tsx';
import { answered, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Remove a domain · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  const { domain } = found(await findDomain(scope, found(params['domain'])));
  await askWhoItIs(request);
  return { domain };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const { domain } = found(await findDomain(scope, found(params['domain'])));
  if (!(await isConfirmed(request))) return refused('confirm_identity');
  return answered(await removeDomain(scope, domain), '/organisation/sign-on');
}

export default function RemoveDomain() {
  const { domain } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      title={`Remove ${domain}`}
      lead="People with addresses at this domain can no longer sign in through your provider. They sign in with their password; whoever has none chooses one by the link for a forgotten password."
      button="Remove the domain"
      danger
      back={{ to: '/organisation/sign-on', label: 'Single sign-on' }}
      refusal={useActionData<typeof action>()?.refusal}
    />
  );
}
