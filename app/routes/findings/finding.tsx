import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { listDelays } from '#app/features/audits/delays/queries.server.ts';
import { DelayNotes } from '#app/features/audits/delays/ui/delay-notes.tsx';
import { nameOf } from '#app/features/audits/findings/model.ts';
import { findDispute } from '#app/features/audits/findings/disputes/queries.server.ts';
import { DisputeCard } from '#app/features/audits/findings/disputes/ui/dispute-card.tsx';
import { RemedyCard } from '#app/features/audits/remedy/ui/remedy-card.tsx';
import { findRemedy } from '#app/features/audits/remedy/queries.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { listRegrades } from '#app/features/audits/findings/regrading/queries.server.ts';
import { Regrades } from '#app/features/audits/findings/regrading/ui/regrades.tsx';
import { clockOf } from '#app/features/audits/findings/rules.ts';
import { stepsOf } from '#app/features/audits/findings/steps.ts';
import { FindingFacts } from '#app/features/audits/findings/ui/finding-facts.tsx';
import { Containments, Plans, Proofs } from '#app/features/audits/findings/ui/rounds.tsx';
import { VerificationCard } from '#app/features/audits/findings/verification/ui/verification-card.tsx';
import { ClockText, FindingStateTag, GradeTag } from '#app/features/audits/findings/ui/tags.tsx';
import { StepButtons } from '#app/features/audits/ui/step-buttons.tsx';
import { declareFirst } from '#app/features/certificates/decisions/declare-first.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Finding ${data ? nameOf(data.record.finding) : ''} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const id = found(params['id']);
  const record = found((await findFinding(scope, id)) ?? (await declareFirst(scope, 'finding', id)));
  const story = await timelineOf(scope, record.finding.id);
  const today = dayOf(scope.now);
  const regrades = scope.actor.kind === 'recruiter' ? [] : await listRegrades(scope.db, record.finding.id);
  return {
    record,
    regrades,
    remedy: (await findRemedy(scope.db, record.finding.id)) ?? null,
    dispute: (await findDispute(scope.db, record.finding.id)) ?? null,
    delays: await listDelays(scope.db, 'finding', record.finding.id),
    story,
    today,
    clock: clockOf(record.finding, today),
    steps: stepsOf(record.finding, scope.actor),
  };
}

export default function FindingPage() {
  const { record, regrades, remedy, dispute, delays, story, today, clock, steps } =
    useLoaderData<typeof loader>();
  const { finding, recruiter, plans, proofs } = record;
  return (
    <>
      <PageHeader
        title={`Finding ${nameOf(finding)}`}
        eyebrow={recruiter}
        back={{ to: `/audits/${finding.auditId}`, label: 'Audit' }}
        tag={
          <>
            <GradeTag grade={finding.grade} />
            <FindingStateTag grade={finding.grade} state={finding.state} />
          </>
        }
        clock={clock.due ? <ClockText clock={clock} today={today} /> : undefined}
        action={<StepButtons steps={steps} />}
      />
      <Columns
        main={
          <>
            <DelayNotes delays={delays} />
            <FindingFacts record={record} />
            {finding.harm ? <RemedyCard findingId={finding.id} remedy={remedy} today={today} /> : null}
            {dispute ? <DisputeCard dispute={dispute} /> : null}
            <Regrades regrades={regrades} />
            <Containments containments={record.containments} />
            <Plans plans={plans} />
            <Proofs proofs={proofs} />
            <VerificationCard verification={record.verification} closing={record.closing} />
          </>
        }
        aside={
          <Section title="What happened so far">
            <Timeline entries={story} />
          </Section>
        }
      />
    </>
  );
}
