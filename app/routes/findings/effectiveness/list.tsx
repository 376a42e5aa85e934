import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listPastFindings } from '#app/features/audits/findings/effectiveness/queries.server.ts';
import { listObservations } from '#app/features/audits/findings/observations/queries.server.ts';
import { Observations } from '#app/features/audits/findings/observations/ui/observations.tsx';
import { PastFindings } from '#app/features/audits/findings/effectiveness/ui/past-findings.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Findings of earlier audits · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['id'])));
  const observations = await listObservations(scope.db, audit);
  const judges = scope.actor.kind === 'auditor';
  return { audit, past: await listPastFindings(scope.db, audit), observations, judges };
}

export default function Effectiveness() {
  const { audit, past, observations, judges } = useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Findings of earlier audits"
        eyebrow={eyebrow}
        lead="What was corrected and closed: look whether it lasted; what did not is raised again, one grade higher. What was observed: say what became of it. Fieldwork closes once each has its answer."
        back={{ to, label }}
      />
      <PastFindings auditId={audit.id} past={past} judges={judges} />
      <Observations auditId={audit.id} observations={observations} looks={judges} />
    </>
  );
}
