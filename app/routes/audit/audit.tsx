import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { listDelays } from '#app/features/audits/delays/queries.server.ts';
import { DelayNotes } from '#app/features/audits/delays/ui/delay-notes.tsx';
import { findClosedWithout } from '#app/features/audits/fieldwork/along/queries.server.ts';
import { ClosedWithout } from '#app/features/audits/fieldwork/along/ui/along.tsx';
import { listConcerns } from '#app/features/audits/fieldwork/concerns/queries.server.ts';
import { Concerns } from '#app/features/audits/fieldwork/concerns/ui/concerns.tsx';
import { findCoverage, listIndicators } from '#app/features/audits/fieldwork/queries.server.ts';
import { findingsOf } from '#app/features/audits/findings/of-audit.server.ts';
import { AuditFindings } from '#app/features/audits/findings/ui/audit-findings.tsx';
import { findSampled } from '#app/features/audits/interviews/sample.server.ts';
import { hasBegun } from '#app/features/audits/interviews/steps.ts';
import { Sampled } from '#app/features/audits/interviews/ui/sampled.tsx';
import { typeNames } from '#app/features/audits/model.ts';
import { findItinerary } from '#app/features/audits/planning/itinerary/queries.server.ts';
import { ItineraryShown } from '#app/features/audits/planning/itinerary/ui/itinerary.tsx';
import { shownTo } from '#app/features/audits/planning/model.ts';
import { findNotice, isApplicationOver } from '#app/features/audits/planning/queries.server.ts';
import { mayPostpone } from '#app/features/audits/planning/steps.ts';
import { NoticeFacts } from '#app/features/audits/planning/ui/notice.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { findFinalReport } from '#app/features/audits/report/final.server.ts';
import { mayReadReport } from '#app/features/audits/report/policy.ts';
import { FinalReport } from '#app/features/audits/report/ui/final-report.tsx';
import { stepsOf } from '#app/features/audits/steps.ts';
import { AuditFacts, daysOf } from '#app/features/audits/ui/audit-facts.tsx';
import { Progress } from '#app/features/audits/fieldwork/ui/progress.tsx';
import { StepButtons } from '#app/features/audits/ui/step-buttons.tsx';
import { StateTag } from '#app/features/audits/ui/tags.tsx';
import { findGap } from '#app/features/audits/team/abilities.server.ts';
import { listDepartures } from '#app/features/audits/team/ties/queries.server.ts';
import { Team } from '#app/features/audits/team/ui/team.tsx';
import { declareFirst } from '#app/features/certificates/decisions/declare-first.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.audit.recruiter ?? 'Audit'}, ${data?.audit.reference ?? ''} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, ...rest } = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const id = found(params['id']);
  const own = { ...rest, actor };
  const audit = found((await findAudit(own, id)) ?? (await declareFirst(own, 'audit', id)));
  const [indicators, findings, story, notice, concerns, itinerary, gap, departures, sampled, closed, over] =
    await Promise.all([
      actor.kind === 'recruiter' ? undefined : listIndicators({ ...rest, actor }, audit),
      findingsOf(own, audit),
      timelineOf(own, audit.id),
      findNotice(rest.db, audit.id),
      listConcerns(rest.db, audit),
      findItinerary(own, audit.id),
      actor.kind === 'recruiter' ? undefined : findGap(rest.db, audit.id),
      actor.kind === 'recruiter' ? [] : listDepartures(rest.db, audit.id),
      actor.kind === 'recruiter' || !hasBegun(audit) ? undefined : findSampled(rest.db, audit),
      actor.kind === 'recruiter' ? null : findClosedWithout(rest.db, audit),
      isApplicationOver(rest.db, audit.applicationId),
    ]);
  const report = mayReadReport(actor, audit) ? await findFinalReport(rest.db, audit.id) : undefined;
  const coverage = indicators && (await findCoverage(rest.db, audit));
  const back =
    actor.kind === 'recruiter' ? { to: '/findings', label: 'Findings' } : { to: '/audits', label: 'Audits' };
  return {
    audit,
    parts: { report, indicators, findings, concerns, itinerary, sampled, closed, coverage },
    delays: await listDelays(rest.db, 'audit', audit.id),
    left: { gap, departures },
    back: actor.kind === 'decider' ? undefined : back,
    ...{ steps: stepsOf(audit, actor, over), story, today: dayOf(rest.now) },
    ...{ notice: shownTo(actor.kind, audit.state, notice), may: mayPostpone(audit, actor, notice.asked) },
  };
}

export default function AuditPage() {
  const { audit, parts, delays, left, steps, story, today, back, ...shown } = useLoaderData<typeof loader>();
  const { report, indicators, findings, concerns, itinerary, sampled, closed, coverage } = parts;
  return (
    <>
      <PageHeader
        title={audit.recruiter}
        eyebrow={`${typeNames[audit.type]} audit · ${audit.reference}`}
        back={back}
        tag={<StateTag state={audit.state} />}
        clock={daysOf(audit)}
        action={<StepButtons steps={steps} />}
      />
      <Columns
        main={
          <>
            <DelayNotes delays={delays} />
            <AuditFacts audit={audit} />
            {report ? <FinalReport auditId={audit.id} report={report} /> : null}
            <Concerns auditId={audit.id} concerns={concerns} closes={false} />
            <NoticeFacts auditId={audit.id} today={today} {...shown} />
            {itinerary ? <ItineraryShown itinerary={itinerary} /> : null}
            {sampled ? <Sampled told={sampled} /> : null}
            <ClosedWithout closed={closed} />
            {indicators ? <Progress auditId={audit.id} {...{ indicators, coverage }} /> : null}
            <AuditFindings found={findings} today={today} />
          </>
        }
        aside={
          <>
            <Team team={audit.team} {...left} />
            <Section title="What happened so far">
              <Timeline entries={story} />
            </Section>
          </>
        }
      />
    </>
  );
}
