import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listOpenMisuses } from '#app/features/audits/findings/misuses/queries.server.ts';
import { MisusesToRaise } from '#app/features/audits/findings/misuses/ui/misuses.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Misuse of the certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, misuses: await listOpenMisuses(scope.db, audit) };
}

export default function Misuses() {
  const { audit, misuses } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Misuse of the certificate"
        eyebrow={`${audit.recruiter} · ${audit.reference}`}
        back={{ to: `/audits/${audit.id}`, label: 'The audit' }}
        lead="Where the recruiter’s certificate was shown in public beyond what it covers. Each is a finding on indicator B.1.6, raised before fieldwork closes."
        action={<ButtonLink to={`/audits/${audit.id}/misuses/new`}>Record another</ButtonLink>}
      />
      <MisusesToRaise auditId={audit.id} misuses={misuses} />
    </>
  );
}
