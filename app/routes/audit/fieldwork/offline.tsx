import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { OfflinePage } from '#app/features/audits/fieldwork/offline/ui/offline-page.tsx';
import { findOffered } from '#app/features/audits/interviews/sample.server.ts';
import { mayAudit } from '#app/features/audits/policy.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Without a network, ${data?.audit.recruiter ?? 'audit'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { accountId } = scope.actor;
  // Only who works on it takes it along; for anybody else it is not there.
  const own = found(mayAudit(scope.actor, audit) ? audit : undefined);
  return { audit: own, accountId, offered: await findOffered(scope.db, own.id) };
}

export default function Offline() {
  const { audit, accountId, offered } = useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Work without a network"
        eyebrow={eyebrow}
        back={{ to, label }}
        lead="Open this page once with a network. From then on it works without one, all day: answer indicators, raise findings, hear workers, take photos, close the browser, come back. What you saved is sent in order when the network returns."
      />
      <OfflinePage audit={audit} accountId={accountId} offered={offered} />
    </>
  );
}
