import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { mayLead } from '#app/features/audits/policy.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { listComments } from '#app/features/audits/report/queries.server.ts';
import { Comments } from '#app/features/audits/report/ui/comments.tsx';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Comments on the facts · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['id'])));
  const open = audit.state === 'fact_check' || audit.state === 'tech_review';
  const comments = await listComments(scope.db, audit.id);
  return { audit, comments, answers: open && mayLead(scope.actor, audit) };
}

export default function FactComments() {
  const { audit, comments, answers } = useLoaderData<typeof loader>();
  const place = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Comments on the facts"
        lead={
          audit.state === 'fact_check'
            ? `${audit.recruiter} can comment until ${dayInWords(audit.factCheckDueOn)}.`
            : 'The report becomes final when every comment has its answer.'
        }
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
      />
      <Comments
        comments={comments}
        answerAt={answers ? `/audits/${audit.id}/comments` : undefined}
        empty={`${audit.recruiter} has not commented on anything so far.`}
      />
    </>
  );
}
