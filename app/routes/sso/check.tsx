import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { mayLookOutside } from '#app/features/accounts/abuse.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { checkDomain } from '#app/features/accounts/sso/domain-commands.server.ts';
import { lookUpTexts } from '#app/features/accounts/sso/domain-record.server.ts';
import { findDomain } from '#app/features/accounts/sso/queries.server.ts';
import { DecisionPage } from '#app/features/accounts/sso/ui/decision-page.tsx';
import { RecordToPublish } from '#app/features/accounts/sso/ui/domains.tsx';
import { answered, found, tooMany } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Prove a domain · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  return { claimed: found(await findDomain(scope, found(params['domain']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const { domain } = found(await findDomain(scope, found(params['domain'])));
  const seconds = await mayLookOutside(scope.actor.organisationId);
  if (seconds > 0) return tooMany(seconds);
  return answered(await checkDomain(scope, domain, lookUpTexts), '/organisation/sign-on');
}

export default function ProveDomain() {
  const { claimed } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      title={`Prove ${claimed.domain}`}
      lead="Whoever looks after the domain publishes this record among its DNS records. When it is there, check it here. Or ask the scheme: an officer can confirm the domain by other means."
      button="Check now"
      back={{ to: '/organisation/sign-on', label: 'Single sign-on' }}
      refusal={useActionData<typeof action>()?.refusal}
    >
      <RecordToPublish claimed={claimed} />
    </DecisionPage>
  );
}
