import type { FindingClock, Grade } from '#app/features/scheme/model.ts';
import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { raisingStates } from '../fieldwork/model.ts';
import {
  verificationMethods,
  type AwaitingCap,
  type CapAccepted,
  type CapReturned,
  type CapSubmitted,
  type Closed,
  type EvidenceRejected,
  type EvidenceSubmitted,
  type Finding,
  type Issued,
  type VerificationMethod,
  type Verified,
  type Withdrawn,
} from './model.ts';

/** Tells what the finding is by now: whoever acted on an older page learns what changed. */
export const stands = ({ state }: Finding) => refuse(`finding_is_${state}`);

type Clocks = Record<'critical' | 'major' | 'minor', FindingClock>;

/** How a finding of a grade begins on the day it is told; an observation has no clock. */
export function begin(grade: Grade, clocks: Clocks, today: Day) {
  if (grade === 'observation')
    return { state: 'issued' as const, containDueOn: null, planDueOn: null, closeDueOn: null };
  const { contain, plan, close } = clocks[grade];
  const due = { planDueOn: addDays(today, plan), closeDueOn: addDays(today, close) };
  if (grade !== 'critical') return { ...due, state: 'awaiting_cap' as const, containDueOn: null };
  return { ...due, state: 'issued' as const, containDueOn: addDays(today, contain ?? 0) };
}

/** Clocks start on the day the report is final; critical findings did not wait for it. */
export function issue(finding: Finding, clocks: Clocks, today: Day) {
  if (finding.state !== 'raised') return stands(finding);
  const begun = begin(finding.grade, clocks, today);
  return begun.state === 'issued'
    ? ok<Issued>({ ...finding, ...begun })
    : ok<AwaitingCap>({ ...finding, ...begun });
}

type Plan = { targetOn: Day; remedyToWorkers: string | null };

/** A plan that is late already may still end today; where workers were harmed it says what they get. */
export function submitPlan(finding: Finding, { targetOn, remedyToWorkers }: Plan, today: Day) {
  if (finding.state !== 'awaiting_cap' && finding.state !== 'cap_returned') return stands(finding);
  if (targetOn > finding.closeDueOn && targetOn > today) return refuse('target_after_close');
  if (finding.harm !== null && remedyToWorkers === null) return refuse('remedy_not_planned');
  return ok<CapSubmitted>({ ...finding, state: 'cap_submitted', plans: finding.plans + 1, noAction: false });
}

/** `round` is the one the answering person read. */
export function acceptPlan(finding: Finding, round: number) {
  if (finding.state !== 'cap_submitted') return stands(finding);
  if (round !== finding.plans) return refuse('another_round');
  if (finding.noAction) return refuse('no_action_planned');
  if (finding.containmentAwaits) return refuse('containment_unanswered');
  return ok<CapAccepted>({ ...finding, state: 'cap_accepted' });
}

/** Back for a second plan, and never sooner than the first was due; once too often escalates the finding. */
export function returnPlan(finding: Finding, round: number, today: Day) {
  if (finding.state !== 'cap_submitted') return stands(finding);
  if (round !== finding.plans) return refuse('another_round');
  const { resubmitDays } = finding.terms.correctiveAction;
  return ok<CapReturned>({
    ...finding,
    state: 'cap_returned',
    returns: finding.returns + 1,
    resubmitDueOn: later(finding.planDueOn, addDays(today, resubmitDays)),
  });
}

export function submitEvidence(finding: Finding) {
  if (finding.state !== 'cap_accepted' && finding.state !== 'evidence_rejected') return stands(finding);
  return ok<EvidenceSubmitted>({ ...finding, state: 'evidence_submitted', proofs: finding.proofs + 1 });
}

type Harm = Pick<Finding, 'grade' | 'workersPaid'>;

/** Harm is seen to be gone where it happened, never from documents alone; money is back when workers say so. */
export const methodsFor = ({ grade, workersPaid }: Harm) =>
  verificationMethods.filter((method) =>
    workersPaid ? method === 'worker_confirmed' : grade !== 'critical' || method !== 'desk',
  );

const upwards: readonly Grade[] = ['observation', 'minor', 'major', 'critical'];
export const gradeUp = (grade: Grade): Grade => upwards[upwards.indexOf(grade) + 1] ?? 'critical';

/** `before`: the grade of the same finding in the audit before this one; twice is graded up (domain 2.8 c). */
export function gradeRaised(chosen: Grade, before: Grade | undefined): Grade {
  if (before === undefined) return chosen;
  const least = gradeUp(before);
  return upwards.indexOf(chosen) > upwards.indexOf(least) ? chosen : least;
}

/** Nothing is closed while workers wait to be made whole. */
const remedied = ({ remedy }: Pick<Finding, 'remedy'>) => remedy === 'none' || remedy === 'completed';

/** A minor finding that harmed nobody closes with its verification; any other waits for a second person. */
export const closesAlone = ({ grade, harm }: Pick<Finding, 'grade' | 'harm'>) =>
  grade === 'minor' && harm === null;

/** While workers wait for what they are owed, the recruiter's turn is not over. */
export function verify(finding: Finding, round: number, method: VerificationMethod, verifiedBy: string) {
  if (finding.state !== 'evidence_submitted') return stands(finding);
  if (round !== finding.proofs) return refuse('another_round');
  if (finding.proposal) return refuse('regrade_open');
  if (finding.containmentAwaits) return refuse('containment_unanswered');
  if (!methodsFor(finding).includes(method))
    return refuse(finding.workersPaid ? 'workers_confirm' : 'desk_is_not_enough');
  if (!remedied(finding)) return refuse('remedy_open');
  if (closesAlone(finding)) return ok<Closed>({ ...finding, state: 'closed' });
  return ok<Verified>({ ...finding, state: 'verified', verifiedBy });
}

export function rejectEvidence(finding: Finding, round: number) {
  if (finding.state !== 'evidence_submitted') return stands(finding);
  if (round !== finding.proofs) return refuse('another_round');
  return ok<EvidenceRejected>({ ...finding, state: 'evidence_rejected' });
}

/** `left`: whether they were on the team and left it; `approved`: by the scheme, as reviewer, today. */
type SignOff = { closedBy: string; approved: boolean; tied: boolean; left: boolean };

/** By an approved reviewer who neither verified nor found it, was not at the audit and has no tie to the recruiter. */
export function close(finding: Finding, { closedBy, approved, tied, left }: SignOff) {
  if (finding.state !== 'verified') return stands(finding);
  if (finding.verifiedBy === closedBy) return refuse('same_person');
  if (finding.raisedBy === closedBy) return refuse('own_finding');
  if (left || finding.team.some(({ accountId }) => accountId === closedBy)) return refuse('on_team');
  if (tied) return refuse('tied_to_recruiter');
  if (!approved) return refuse('reviewer_not_approved');
  if (!remedied(finding)) return refuse('remedy_open');
  return ok<Closed>({ ...finding, state: 'closed' });
}

/** Raised in error: only until others read it in the report, and kept in sight with its reason. */
export function withdraw(finding: Finding) {
  if (finding.state !== 'raised') return stands(finding);
  if (!raisingStates.includes(finding.auditState)) return refuse('report_sent');
  return ok<Withdrawn>({ ...finding, state: 'withdrawn' });
}

export type Clock = {
  due: Day | null;
  what: 'contain' | 'plan' | 'close' | 'answer' | 'remedy' | null;
  overdue: boolean;
};

/** What is owed next, and by when. Derived: a stored "overdue" would be wrong until a job ran. */
export function clockOf(finding: Finding, today: Day): Clock {
  const running = (what: Clock['what'], due: Day) => ({ due, what, overdue: due < today });
  const none = { due: null, what: null, overdue: false };
  switch (finding.state) {
    case 'raised':
    case 'closed':
    case 'withdrawn':
      return none;
    case 'issued':
      return finding.containDueOn === null ? none : running('contain', finding.containDueOn);
    case 'disputed':
      return running('answer', finding.disputeDueOn);
    case 'awaiting_cap':
      return running('plan', finding.planDueOn);
    case 'cap_returned':
      return running('plan', finding.resubmitDueOn);
    case 'evidence_submitted':
    case 'verified':
      // What was to be sent was sent: it waits for its workers, and no longer than to their day.
      if (finding.remedyDueOn !== null) return running('remedy', finding.remedyDueOn);
      // All is paid as well: the audit body asks the workers.
      if (finding.remedy === 'open') return none;
      return running('close', finding.closeDueOn);
    case 'cap_submitted':
    case 'cap_accepted':
    case 'evidence_rejected':
      return running('close', finding.closeDueOn);
  }
}

const later = (one: Day, other: Day) => (one > other ? one : other);

export type Standing = Pick<Finding, 'grade' | 'state'>;

/** Grave findings closed, minor ones at least with an accepted plan: nothing here stands in the way of a decision. */
export const settled = (findings: readonly Standing[]) => findings.every((finding) => !blocks(finding));

function blocks({ grade, state }: Standing) {
  if (grade === 'observation' || state === 'withdrawn' || state === 'closed') return false;
  if (grade !== 'minor') return true;
  switch (state) {
    case 'raised':
    case 'issued':
    case 'disputed':
    case 'awaiting_cap':
    case 'cap_submitted':
    case 'cap_returned':
      return true;
    case 'cap_accepted':
    case 'evidence_submitted':
    case 'evidence_rejected':
    case 'verified':
      return false;
  }
}

type Said = { code: string; statement: string; by: string };
type Known = Said & { state: Finding['state']; raisedAt: Date };

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** The latest finding of the audit that says the same of the same indicator, by the same person; withdrawn ones are gone. */
export const alikeFinding = (known: readonly Known[], { code, statement, by }: Said) =>
  known
    .filter((one) => one.state !== 'withdrawn' && one.code === code && one.by === by)
    .filter((one) => plain(one.statement) === plain(statement))
    .toSorted((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime())[0];
