import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { emptyGroups } from '#app/features/audits/planning/sample.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { writeItinerary } from '#app/features/audits/planning/itinerary/commands.server.ts';
import type { Item } from '#app/features/audits/planning/itinerary/model.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { recordReadiness } from '#app/features/audits/fieldwork/commands/record-readiness.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import type { Grade } from '#app/features/scheme/model.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';

import { cases, type Case } from './findings.ts';
import { byKeys, hearWorkers } from './workers/interviews.ts';
import { actorOf, done, scopeOf, type Story } from './stage.ts';

const bodyOf = ({ recruiter }: Story) =>
  recruiter.body === 'meridian' ? 'meridian-audit' : 'compass-assurance';
const auditorOf = (story: Story) => actorOf(story, `auditor@${bodyOf(story)}.example`, 'auditor');
const reviewerOf = (story: Story) => actorOf(story, `reviewer@${bodyOf(story)}.example`, 'reviewer');

const fewHeard = {
  reasons:
    'Demonstration. Two workers could not be heard; of the others only four were found on leave in these days.',
};

/** Stage 1 and stage 2; `whole` until the report is final, else in the middle of stage 2's fieldwork. Answers with stage 2. */
export async function audit(story: Story, applicationId: string, whole: boolean) {
  const stage1 = await plan(story, applicationId, { type: 'stage1', from: 40, days: 2 });
  const auditor = auditorOf(story);
  await done(startAudit(scopeOf(story, auditor, 55), stage1), 'start stage 1');
  await done(closeFieldwork(scopeOf(story, auditor, 56), stage1, fewHeard), 'close stage 1');
  // Where fieldwork goes on, stage 2 still has a concern to look at.
  const concerned = {
    readiness: 'ready_with_concerns' as const,
    concerns: [
      { indicator: '1.1.2', concern: 'The new cost schedule was agreed, but not in use on the day.' },
    ],
  };
  const readiness = {
    ...(whole ? { readiness: 'ready' as const } : concerned),
    summary:
      'Policies, registers and the network map are complete; two clauses of the agency agreement need work.',
  };
  await done(recordReadiness(scopeOf(story, auditor, 57), stage1, readiness), 'record readiness');

  const stage2 = await plan(story, applicationId, { type: 'stage2', from: 62, days: 4 });
  await done(startAudit(scopeOf(story, auditor, 80), stage2), 'start stage 2');
  await fieldwork(story, stage2, whole);
  if (!whole) return stage2;
  await done(closeFieldwork(scopeOf(story, auditor, 84), stage2, fewHeard), 'close stage 2');
  await report(story, stage2);
  await story.settle();
  return stage2;
}

/** Written, checked by the recruiter without a comment, approved by the second person. */
async function report(story: Story, auditId: string) {
  const auditor = auditorOf(story);
  const text = {
    summary:
      'Head office, one branch, two partners and 41 workers were seen. The no-fee rule is known to everyone; agents are controlled unevenly.',
    scope: 'Recruitment to all corridors applied for, in the twelve months before the audit.',
    method:
      'Documents, visits, records of 60 placements, and interviews of workers alone; two unions were heard.',
    sample: '41 of 420 workers, by corridor, employer, sex and stage; a quarter reached without the agency.',
    strengths: 'Contracts are read aloud in the workers’ own languages before anybody signs.',
    notSeen: 'One sub-agent could not be visited; it was asked by telephone.',
    publicSummary:
      'The agency recruits under a working system. Workers who were asked know that they owe no fee. The control of sub-agents has to become more even.',
    revision: 0,
  };
  await done(saveReport(scopeOf(story, auditor, 86), auditId, text), 'write the report');
  await done(sendReport(scopeOf(story, auditor, 90), auditId), 'send the report');
  const owner = actorOf(story, story.recruiter.agency.staff[0]?.email ?? '', 'recruiter');
  await done(endFactCheck(scopeOf(story, owner, 93), auditId), 'check the facts');
  const review = { note: 'Evidence matches the findings.', revision: 1 };
  await done(approveReport(scopeOf(story, reviewerOf(story), 95), auditId, review), 'review');
}

type Planned = { type: 'stage1' | 'stage2'; from: number; days: number };

async function plan(story: Story, applicationId: string, { type, from, days }: Planned) {
  const auditor = auditorOf(story);
  const { id } = await done(
    scheduleAudit(scopeOf(story, auditor, from), applicationId, { type, colleagues: [] }),
    `schedule ${type}`,
  );
  const declaration = {
    conflicted: false,
    statement: 'No work, kinship or money ties to this recruiter in two years.',
  };
  await done(declareConflict(scopeOf(story, auditor, from), id, declaration), 'declare');
  await ground(scopeOf(story, auditor, from + 1), id, story.recruiter.corridors);
  const startsOn = addDays(dayOf(story.at(from)), 15);
  const form = {
    noticeType: 'announced' as const,
    startsOn,
    endsOn: addDays(startsOn, days),
    plan: 'Head office, one branch, sub-agents by telephone, workers alone and without the recruiter.',
    lateReasons: '',
  };
  await done(planAudit(scopeOf(story, auditor, from + 1), id, form), 'plan');
  await itinerary(scopeOf(story, auditor, from + 1), id, form);
  await done(notifyAudit(scopeOf(story, auditor, from + 1), id, { reason: '' }), 'notify');
  await story.settle();
  return id;
}

/** Three days of the lead auditor; workers are met where the agency does not know of it. */
async function itinerary(scope: Scope<Auditor>, id: string, plan: { startsOn: string; endsOn: string }) {
  const line = {
    ...{ place: 'Head office', note: '', told: 'recruiter' as const },
    auditors: [scope.actor.accountId],
  };
  const [first, second] = [plan.startsOn, addDays(plan.startsOn, 1)];
  const items: Item[] = [
    {
      ...{ ...line, day: first, from: '09:00', to: '09:45', activity: 'opening_meeting' },
      auditees: ['director', 'compliance'],
    },
    {
      ...{ ...line, day: first, from: '10:00', to: '13:00', activity: 'document_review' },
      ...{ note: 'Contracts, receipts and the register of complaints', auditees: ['compliance', 'finance'] },
    },
    {
      ...{ ...line, day: first, from: '14:00', to: '16:30', activity: 'management_interviews' },
      auditees: ['director', 'recruitment', 'complaints'],
    },
    {
      ...{ ...line, day: second, from: '10:00', to: '16:00', activity: 'worker_interviews' },
      ...{ place: 'A community centre', auditees: ['workers'], told: 'team' },
    },
    {
      ...{ ...line, day: plan.endsOn, from: '15:00', to: '16:00', activity: 'closing_meeting' },
      auditees: ['director', 'compliance'],
    },
  ];
  await done(writeItinerary(scope, id, items), 'write the itinerary');
}

/** An agency of two dozen people with two corridors or fewer, on its way to 16 interviews. */
async function ground(scope: Scope<Auditor>, id: string, corridors: readonly string[]) {
  const sample = {
    ...emptyGroups,
    corridor:
      corridors.length === 1
        ? [{ name: corridors[0] ?? '', workers: 110 }]
        : corridors.slice(0, 2).map((name, index) => ({ name, workers: index === 0 ? 80 : 30 })),
    sex: [
      { name: 'Women', workers: 30 },
      { name: 'Men', workers: 80 },
    ],
    sub_agent: [{ name: 'An agent in the country', workers: 20 }],
    leftOut: 'Each of its employers is in one corridor, and is drawn from with it.',
  };
  await done(planSample(scope, id, sample), 'plan the sample');
  const days = {
    ...{ effectiveStaff: 12, extraBranches: 1, corridors: 2, interviews: 16, highRiskTiers: 0 },
    ...{ reductionPercent: 0, reductionReason: '', offSiteDays: 1 },
  };
  await done(calculateDays(scope, id, days), 'calculate the days');
}

/** Every indicator looked at, or a good half of them; what does not conform becomes a finding. */
async function fieldwork(story: Story, auditId: string, whole: boolean) {
  const auditor = auditorOf(story);
  const { scheme_version_id } = await story.db
    .selectFrom('audit')
    .select('scheme_version_id')
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow();
  const codes = await story.db
    .selectFrom('indicator')
    .select('code')
    .where('scheme_version_id', '=', scheme_version_id)
    .orderBy('position')
    .execute();
  const keys = await hearWorkers(story, auditId, auditor);
  const found = cases(story.recruiter.part).map((one) => ({ ...one, evidence: byKeys(one.evidence, keys) }));
  const seen = whole ? codes : codes.slice(0, 58);
  for (const { code } of seen) {
    const failed = found.find(({ indicator }) => indicator === code);
    const note = failed ? failed.statement : '';
    const assessment = {
      conformity: failed ? ('does_not_conform' as const) : ('conforms' as const),
      note,
      evidence: failed?.evidence ?? 'Records and interviews agree.',
      revision: 0,
    };
    await done(assessIndicator(scopeOf(story, auditor, 81), auditId, code, assessment), `assess ${code}`);
    if (failed) await raise(story, auditId, failed);
  }
}

const raise = (
  story: Story,
  auditId: string,
  { indicator, grade, statement, evidence, gradingReasons }: Case & { grade: Grade },
) =>
  done(
    raiseFinding(scopeOf(story, auditorOf(story), 82), auditId, indicator, {
      ...{ grade, statement, evidence, gradingReasons },
    }),
    `raise ${indicator}`,
  );
