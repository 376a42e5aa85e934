import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { mayManageKeys } from '#app/features/accounts/keys/policy.ts';
import { listKeys } from '#app/features/accounts/keys/queries.server.ts';
import { keyStanding } from '#app/features/accounts/keys/rules.ts';
import { KeyTable } from '#app/features/accounts/keys/ui/key-table.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'API keys · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const keys = (await listKeys(scope)).map((key) => ({ ...key, standing: keyStanding(key, scope.now) }));
  return { keys, managed: mayManageKeys(scope.actor) };
}

export default function Keys() {
  const { keys, managed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="API keys"
        lead={
          <>
            With a key a program asks the register in your company’s name.{' '}
            {managed ? '' : 'Owners of your company make and revoke them. '}
            <TextLink to="/developers">What it may ask</TextLink>
          </>
        }
        action={managed ? <ButtonLink to="/organisation/keys/new">Make a key</ButtonLink> : undefined}
      />
      <KeyTable keys={keys} managed={managed} />
    </>
  );
}
