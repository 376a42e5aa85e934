import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { callbackAddress } from '#app/features/accounts/sso/provider.server.ts';
import { findProvider, listDomains } from '#app/features/accounts/sso/queries.server.ts';
import { DomainTable } from '#app/features/accounts/sso/ui/domains.tsx';
import { ProviderPart } from '#app/features/accounts/sso/ui/provider.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Single sign-on · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  return {
    domains: await listDomains(scope),
    provider: await findProvider(scope),
    callback: callbackAddress(),
  };
}

export default function SignOn() {
  const { domains, provider, callback } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Single sign-on"
        lead="Let your people sign in where they do for their other work. First prove that the domain of their addresses is yours, then name the provider that signs them in."
      />
      <Section title="Mail domains">
        <DomainTable domains={domains} />
        <div>
          <ButtonLink to="/organisation/sign-on/domain" kind={domains.length > 0 ? 'secondary' : 'primary'}>
            Claim a domain
          </ButtonLink>
        </div>
      </Section>
      <Section title="Provider">
        <ProviderPart
          provider={provider}
          hasDomain={domains.some(({ provenAt }) => provenAt)}
          callback={callback}
        />
      </Section>
    </>
  );
}
