import {
  rejectEvidence,
  verifyEvidence,
} from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan, returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import {
  answerContainment,
  containFinding,
} from '#app/features/audits/findings/containment/commands.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import type { Grade } from '#app/features/scheme/model.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { SignedIn } from '#app/platform/scope.ts';

import type { Part } from './cast.ts';
import { seenOf, shownBy } from './corrections.ts';
import { beginRemedy } from './workers/remedy.ts';
import { actorOf, done, scopeOf, type Story } from './stage.ts';

/** How far a correction has come where the story stops in the middle of them. */
type Progress =
  | 'issued'
  | 'contained'
  | 'submitted'
  | 'returned'
  | 'accepted'
  | 'evidence'
  | 'rejected'
  | 'verified'
  | 'closed';
export type Case = {
  indicator: string;
  grade: Grade;
  statement: string;
  evidence: string;
  /** Why it is graded below what its indicator names. */
  gradingReasons?: string;
  progress: Progress;
};

const fees: Case = {
  indicator: '1.1.5',
  grade: 'critical',
  statement: 'Workers paid for medical tests through a sub-agent.',
  evidence: 'Interviews {1} and {3}; receipts seen for one.',
  progress: 'evidence',
};
const schedule: Case = {
  indicator: '1.1.2',
  grade: 'major',
  statement: 'The cost schedule leaves out travel within the country of origin.',
  evidence: 'Cost schedule of March, compared with interviews {2} and {3}.',
  progress: 'verified',
};
const screening: Case = {
  indicator: 'B.2.2',
  grade: 'major',
  statement: 'Two partners were used before they were screened for risk.',
  evidence: 'Partner register; contracts dated before the screening forms.',
  progress: 'accepted',
};
const training: Case = {
  indicator: 'B.1.4',
  grade: 'minor',
  statement: 'Two of nine staff members have no record of training on the policy.',
  evidence: 'Training register, asked of the two themselves.',
  progress: 'returned',
};
const inventory: Case = {
  indicator: '4.1.1',
  grade: 'minor',
  statement: 'The data inventory names no retention period for medical reports.',
  evidence: 'Inventory of January; interview with the data officer.',
  progress: 'submitted',
};
const copies: Case = {
  indicator: '3.2.3',
  grade: 'minor',
  statement: 'Some workers held no copy of their contract.',
  evidence: 'Interviews {1} and {4}.',
  progress: 'rejected',
};
const receipts: Case = {
  indicator: '2.1.1',
  grade: 'critical',
  statement: 'Six passports were held over a month for visa processing without receipts.',
  evidence: 'Safe at the head office, opened in our presence.',
  progress: 'contained',
};
const agents: Case = {
  indicator: 'B.2.6',
  grade: 'critical',
  statement: 'An agent nobody had named brought eleven workers.',
  evidence: 'Interview {3}; messages on a worker’s phone.',
  progress: 'issued',
};
const trends: Case = {
  indicator: '5.5.1',
  grade: 'observation',
  statement: 'Case trends reach the management review only once a year.',
  evidence: 'Minutes of the last two reviews.',
  gradingReasons:
    'Demonstration. Cases are heard and answered in time; only what they add up to is read late.',
  progress: 'issued',
};
const hearings: Case = {
  indicator: '5.1.4',
  grade: 'minor',
  statement: 'Workers were not heard when the grievance form was redesigned.',
  evidence: 'Interview with the case officer; form of last year.',
  progress: 'closed',
};

/** What an audit of a part finds. */
export const cases = (part: Part): Case[] =>
  part === 'correcting'
    ? [fees, schedule, screening, training, inventory, copies, receipts, agents, trends, hearings]
    : part === 'in_audit'
      ? [schedule, screening]
      : [schedule, training, trends];

type Open = {
  id: string;
  grade: string;
  indicator_code: string;
  close_due_on: string | null;
  harm: string | null;
};

/** Corrects what was found: everything to its end, or each finding as far as its case says. */
export async function correct(story: Story, auditId: string, whole: boolean) {
  const findings = await story.db
    .selectFrom('finding')
    .select(['id', 'grade', 'indicator_code', 'close_due_on', 'harm'])
    .where('audit_id', '=', auditId)
    .orderBy('number')
    .execute();
  for (const finding of findings) {
    const { progress } = cases(story.recruiter.part).find(
      ({ indicator }) => indicator === finding.indicator_code,
    ) ?? { progress: 'closed' as const };
    if (finding.grade !== 'observation') await advance(story, finding, whole ? 'closed' : progress);
  }
  await story.settle();
}

const order: Progress[] = [
  'issued',
  'contained',
  'submitted',
  'returned',
  'accepted',
  'evidence',
  'rejected',
  'verified',
  'closed',
];

/** A critical finding is told on the day it is raised, and its clocks are short; the others wait for the report. */
const atOnce = { contain: 84, plan: 87, answer: 90, prove: 104, verify: 108, close: 110 };
const afterReport = { contain: 97, plan: 101, answer: 106, prove: 118, verify: 124, close: 126 };

async function advance(story: Story, finding: Open, until: Progress) {
  const body = story.recruiter.body === 'meridian' ? 'meridian-audit' : 'compass-assurance';
  const recruiter = actorOf(story, story.recruiter.agency.staff[0]?.email ?? '', 'recruiter');
  const auditor = actorOf(story, `auditor@${body}.example`, 'auditor');
  const reviewer = actorOf(story, `reviewer@${body}.example`, 'reviewer');
  const { id, grade } = finding;
  const days = grade === 'critical' ? atOnce : afterReport;
  const upTo = (step: Progress) => order.indexOf(until) >= order.indexOf(step);
  const as = <A extends SignedIn>(actor: A, days: number) => scopeOf(story, actor, days);

  if (grade === 'critical' && upTo('contained')) {
    const containment = 'The practice was stopped the same day, and everyone affected was told so in person.';
    const shown = await shownBy(story, recruiter, days.contain, 'notice that the practice is stopped');
    await done(containFinding(as(recruiter, days.contain), id, { containment }, shown), 'contain');
    const believed = { round: 1, outcome: 'contained' as const };
    if (upTo('submitted')) await done(answerContainment(as(auditor, days.contain), id, believed), 'believe');
  }
  if (finding.harm !== null) await beginRemedy(story, id, { auditor, recruiter });
  if (upTo('submitted'))
    await done(submitPlan(as(recruiter, days.plan), id, planFor(story, finding)), 'plan');
  if (until === 'returned')
    return void (await done(
      returnPlan(as(auditor, days.answer), id, {
        round: 1,
        reason: 'The root cause names a person, not a cause.',
      }),
      'return',
    ));
  if (upTo('accepted')) await done(acceptPlan(as(auditor, days.answer), id, { round: 1 }), 'accept');
  if (upTo('evidence')) {
    const description =
      'New procedure in force, staff trained, and the workers concerned have confirmed in writing.';
    const shown = await shownBy(story, recruiter, days.prove, 'training register and new procedure');
    await done(submitEvidence(as(recruiter, days.prove), id, { description }, shown), 'prove');
  }
  if (until === 'rejected')
    return void (await done(
      rejectEvidence(as(auditor, days.verify), id, {
        round: 1,
        reason: 'The confirmation of two workers is missing.',
      }),
      'reject',
    ));
  if (upTo('verified')) {
    const seen = await seenOf(story, id, days.verify, grade === 'critical');
    await done(verifyEvidence(as(auditor, days.verify), id, seen), 'verify');
  }
  const words = 'The new procedure and the training register, both read in full.';
  if (upTo('closed') && grade !== 'minor')
    await done(closeFinding(as(reviewer, days.close), id, { words }), 'close');
}

const planFor = (story: Story, { close_due_on, harm }: Open) => ({
  rootCause: 'The procedure was written before the corridor was opened and never reviewed.',
  correction: 'Everyone affected was found, told and made whole.',
  correctiveAction: 'The procedure is reviewed whenever a corridor or partner is added.',
  preventiveAction: 'The yearly internal audit covers every corridor.',
  remedyToWorkers:
    harm === null
      ? ''
      : 'Whoever paid or lost something gets it back in full, and is asked by telephone in their own language.',
  owner: story.recruiter.agency.staff[0]?.name ?? 'The director',
  targetOn: close_due_on ?? addDays(dayOf(story.at(101)), 20),
});
