import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { mayAnswerObjection } from '#app/features/audits/team/objections/policy.ts';
import { listObjections } from '#app/features/audits/team/objections/queries.server.ts';
import { ObjectionList } from '#app/features/audits/team/objections/ui/objection-list.tsx';
import { Team } from '#app/features/audits/team/ui/team.tsx';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Objections to the team · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer');
  const audit = found(await findAudit(scope, found(params['id'])));
  const objections = await listObjections(scope.db, audit.id);
  return { audit, objections, today: dayOf(scope.now), answers: mayAnswerObjection(scope.actor, audit) };
}

export default function Objections() {
  const { audit, objections, today, answers } = useLoaderData<typeof loader>();
  const place = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Objections to the team"
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
        lead="While an objection is open the audit does not begin. Somebody who is not on the team answers it: the body’s reviewer, or the scheme."
      />
      <ObjectionList auditId={audit.id} objections={objections} today={today} answers={answers} />
      <Section title="As it stands">
        <Team team={audit.team} />
      </Section>
    </>
  );
}
