import type { Terms } from '#app/features/scheme/model.ts';
import { addDays, addWorkingDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Occasion } from './model.ts';

export type BodyTerms = Pick<Terms['clocks'], 'audits' | 'correctiveAction'>;

/** By when the audit body does it; `since`: the day it was asked, or runs again after a standstill. */
export function owedBy(occasion: Occasion, since: Day, { audits, correctiveAction }: BodyTerms): Day {
  switch (occasion) {
    case 'dispute_answer':
      return addDays(since, correctiveAction.disputeAnswerDays);
    case 'plan_review':
      return addDays(since, correctiveAction.planReviewDays);
    case 'evidence_review':
    case 'containment_review':
    case 'remedy_opening':
    case 'remedy_confirmation':
      return addDays(since, correctiveAction.evidenceReviewDays);
    case 'report':
      return addWorkingDays(since, audits.reportWorkingDays);
    case 'technical_review':
      return addWorkingDays(since, audits.reviewWorkingDays);
  }
}

type Turn = { occasion: Occasion; since: Day };

/** The last day counts whole. */
export function beLate({ occasion, since }: Turn, terms: BodyTerms, today: Day) {
  const dueOn = owedBy(occasion, since, terms);
  return dueOn < today ? ok({ occasion, dueOn }) : refuse('not_overdue');
}
