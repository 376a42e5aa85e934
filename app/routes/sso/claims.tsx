import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listClaims } from '#app/features/accounts/sso/queries.server.ts';
import { ClaimTable } from '#app/features/accounts/sso/ui/domains.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Mail domains · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { claims: await listClaims(scope) };
}

export default function Claims() {
  return (
    <>
      <PageHeader
        title="Mail domains"
        lead="Organisations prove their domains by a DNS record. Where they cannot, confirm one here after checking that it is theirs: whoever controls a proven domain decides who signs in with its addresses."
      />
      <ClaimTable claims={useLoaderData<typeof loader>().claims} />
    </>
  );
}
