import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { listResets } from '#app/features/accounts/factors/queries.server.ts';
import { ResetTable } from '#app/features/accounts/factors/ui/reset-table.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Factor resets · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { resets: await listResets(scope), me: scope.actor.accountId };
}

export default function FactorResets() {
  const { resets, me } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Factor resets"
        lead="For people who lost their passkey or authenticator app and have no recovery code left. One officer asks, another approves, then three days pass; the person is told by mail at every step and can stop it."
        action={<ButtonLink to="/scheme/factor-resets/new">Ask for a reset</ButtonLink>}
      />
      <ResetTable resets={resets} me={me} />
    </>
  );
}
