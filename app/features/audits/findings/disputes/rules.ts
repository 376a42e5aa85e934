import { addDays, daysBetween, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { AwaitingCap, Finding, Issued, Withdrawn } from '../model.ts';
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

type Given = {
  outcome: 'kept' | 'withdrawn';
  answeredBy: string;
  /** By the scheme, for what they are at their body, today: as reviewer, or on the team. */
  approved: boolean;
  tied: boolean;
  today: Day;
};

/** By somebody who did not raise it, and once. What is kept runs on, its days later by those the dispute took. */
export function answerDispute(finding: Finding, { outcome, answeredBy, approved, tied, today }: Given) {
  if (finding.state !== 'disputed') return finding.contested ? refuse('dispute_answered') : stands(finding);
  if (finding.proposal) return refuse('regrade_open');
  if (finding.raisedBy === answeredBy) return refuse('own_finding');
  if (tied) return refuse('tied_to_recruiter');
  if (!approved) return refuse('reviewer_not_approved');
  if (outcome === 'withdrawn') return ok<Withdrawn>({ ...finding, state: 'withdrawn' });
  const { planDueOn, closeDueOn, disputedOn } = finding;
  if (planDueOn === null || closeDueOn === null)
    return ok<Issued>({ ...finding, state: 'issued', containDueOn: null, planDueOn: null, closeDueOn: null });
  const later = (day: Day) => addDays(day, daysBetween(disputedOn, today));
  return ok<AwaitingCap>({
    ...finding,
    state: 'awaiting_cap',
    planDueOn: later(planDueOn),
    closeDueOn: later(closeDueOn),
  });
}
