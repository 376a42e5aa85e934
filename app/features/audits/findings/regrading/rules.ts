import type { FindingClock, Grade } from '#app/features/scheme/model.ts';
import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { awaitsAnswer } from '../disputes/rules.ts';
import type { Finding } from '../model.ts';
import { stands } from '../rules.ts';

export type GradeClocks = Record<'critical' | 'major' | 'minor', FindingClock>;
type Gradable = Exclude<Finding, { state: 'verified' | 'closed' | 'withdrawn' }>;

/** What is verified was verified under its grade. */
const isGradable = (finding: Finding): finding is Gradable =>
  finding.state !== 'verified' && finding.state !== 'closed' && finding.state !== 'withdrawn';

export function proposeRegrade(finding: Finding, to: Grade) {
  if (!isGradable(finding)) return stands(finding);
  if (finding.proposal) return refuse('regrade_open');
  if (finding.grade === to) return refuse('same_grade');
  if (finding.harm !== null && to === 'observation') return refuse('harm_is_no_observation');
  return ok({ from: finding.grade, to });
}

type Answer = {
  to: Grade;
  outcome: 'approved' | 'dismissed';
  answeredBy: string;
  /** By the scheme, for what they are at their body, today: as reviewer, or on the team. */
  approved: boolean;
  tied: boolean;
};

/**
 * `to` is the grade the answering person read; who proposed it never answers. A clock may have changed the grade since:
 * then the proposal can only be dismissed.
 */
export function answerRegrade(finding: Finding, { to, outcome, answeredBy, approved, tied }: Answer) {
  if (!finding.proposal) return refuse('no_regrade');
  if (!isGradable(finding)) return stands(finding);
  if (finding.proposal.to !== to) return refuse('another_proposal');
  if (finding.proposal.proposedBy === answeredBy) return refuse('own_regrade');
  if (awaitsAnswer(finding) && finding.raisedBy === answeredBy) return refuse('own_finding');
  if (tied) return refuse('tied_to_recruiter');
  if (!approved) return refuse('reviewer_not_approved');
  if (outcome === 'approved' && finding.proposal.from !== finding.grade) return refuse('grade_changed_since');
  return ok(finding);
}

export type Regraded = {
  state: Gradable['state'];
  grade: Grade;
  containDueOn: Day | null;
  planDueOn: Day | null;
  closeDueOn: Day | null;
};

/**
 * The finding under its new grade, its clocks beginning today. A finding becomes critical where the harm was not
 * stopped yet: it goes back to that first. An observation asks for nothing any more.
 */
export function regrade(finding: Gradable, grade: Grade, clocks: GradeClocks, today: Day): Regraded {
  const none = { containDueOn: null, planDueOn: null, closeDueOn: null };
  // Critical is told at once, before the report, too.
  if (finding.state === 'raised' && grade !== 'critical') return { ...none, state: 'raised', grade };
  if (grade === 'observation') return { ...none, state: 'issued', grade };
  const { contain, plan, close } = clocks[grade];
  const due = {
    containDueOn: grade === 'critical' ? addDays(today, contain ?? 0) : null,
    planDueOn: addDays(today, plan),
    closeDueOn: addDays(today, close),
  };
  if (grade === 'critical' && !finding.contained) return { ...due, state: 'issued', grade };
  const answered = finding.state !== 'raised' && finding.state !== 'issued' && finding.state !== 'disputed';
  return { ...due, state: answered ? finding.state : 'awaiting_cap', grade };
}
