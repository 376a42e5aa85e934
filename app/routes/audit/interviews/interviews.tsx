import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listInterviews } from '#app/features/audits/interviews/queries.server.ts';
import { InterviewList } from '#app/features/audits/interviews/ui/interview-list.tsx';
import { findPlanOf } from '#app/features/audits/interviews/sample.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Worker interviews · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const [interviews, plan] = await Promise.all([
    listInterviews(scope.db, audit.id),
    findPlanOf(scope.db, audit.id),
  ]);
  return { audit, interviews, plan: plan ?? null };
}

export default function Interviews() {
  const { audit, interviews, plan } = useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  const place = `/audits/${audit.id}/interviews`;
  const mayAdd = audit.state === 'in_progress';
  return (
    <>
      <PageHeader
        title="Worker interviews"
        eyebrow={eyebrow}
        back={{ to, label }}
        lead="Seen by this audit’s team alone. Findings and reports name a worker by the key, never by name."
        action={
          mayAdd && interviews.length > 0 ? (
            <ButtonLink to={`${place}/new`}>Add a worker</ButtonLink>
          ) : undefined
        }
      />
      <InterviewList place={place} interviews={interviews} plan={plan} mayAdd={mayAdd} />
    </>
  );
}
