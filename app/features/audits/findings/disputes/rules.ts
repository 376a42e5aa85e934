import { addDays, daysBetween, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { AwaitingCap, Disputed, Finding, Issued, Withdrawn } from '../model.ts';
import { stands } from '../rules.ts';

/** Contested within days of its issue, once; harm is stopped first, whoever is right. */
export function dispute(finding: Finding, today: Day) {
  const { state, grade, issuedOn, terms } = finding;
  if (state === 'issued' && grade !== 'observation') return refuse('contain_first');
  if (state !== 'awaiting_cap' && state !== 'issued') return stands(finding);
  if (finding.contested) return refuse('disputed_before');
  if (issuedOn === null || today > addDays(issuedOn, terms.correctiveAction.disputeDays))
    return refuse('dispute_too_late');
  return ok({ answerBy: addDays(today, terms.correctiveAction.disputeAnswerDays) });
}

/** A dispute that nobody answered yet: its finding stands still, or runs on because the answer is late. */
export const awaitsAnswer = ({ state, answerOwed }: Pick<Finding, 'state' | 'answerOwed'>) =>
  state === 'disputed' || (answerOwed && state !== 'closed' && state !== 'withdrawn');

/**
 * A dispute holds its finding for the days there are to answer it, and no longer: whoever has to answer does not stop it
 * for good by saying nothing. The days it stood still are given back, and the answer is still owed.
 */
export function runOn(finding: Finding, today: Day) {
  if (finding.state !== 'disputed') return stands(finding);
  const { planDueOn, closeDueOn } = finding;
  if (planDueOn === null || closeDueOn === null) return refuse('nothing_runs');
  if (finding.disputeDueOn >= today) return refuse('not_overdue');
  return ok(running({ ...finding, planDueOn, closeDueOn }, today));
}

/** The finding goes on where it stood, its days later by those the dispute took. */
function running(finding: Disputed & { planDueOn: Day; closeDueOn: Day }, today: Day): AwaitingCap {
  const later = (day: Day) => addDays(day, daysBetween(finding.disputedOn, today));
  const { planDueOn, closeDueOn } = finding;
  return { ...finding, state: 'awaiting_cap', planDueOn: later(planDueOn), closeDueOn: later(closeDueOn) };
}

type Given = {
  outcome: 'kept' | 'withdrawn';
  answeredBy: string;
  /** By the scheme, for what they are at their body, today: as reviewer, or on the team. */
  approved: boolean;
  tied: boolean;
  today: Day;
};

/**
 * By somebody who did not raise it, and once. What is kept runs on, its days later by those the dispute took; where it
 * runs on already the answer moves nothing, and what was verified meanwhile is not withdrawn.
 */
export function answerDispute(finding: Finding, { outcome, answeredBy, approved, tied, today }: Given) {
  if (!awaitsAnswer(finding)) return finding.contested ? refuse('dispute_answered') : stands(finding);
  if (finding.proposal) return refuse('regrade_open');
  if (finding.raisedBy === answeredBy) return refuse('own_finding');
  if (tied) return refuse('tied_to_recruiter');
  if (!approved) return refuse('reviewer_not_approved');
  if (outcome === 'withdrawn' && finding.state === 'verified') return stands(finding);
  if (outcome === 'withdrawn') return ok<Withdrawn>({ ...finding, state: 'withdrawn' });
  if (finding.state !== 'disputed') return ok(finding);
  const { planDueOn, closeDueOn } = finding;
  if (planDueOn === null || closeDueOn === null)
    return ok<Issued>({ ...finding, state: 'issued', containDueOn: null, planDueOn: null, closeDueOn: null });
  return ok<AwaitingCap>(running({ ...finding, planDueOn, closeDueOn }, today));
}
