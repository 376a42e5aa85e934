import { addDays, daysBetween, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Finding } from '../model.ts';
import { stands } from '../rules.ts';

/** The days of a finding, as its row keeps them. */
export type DueDays = {
  containDueOn: Day | null;
  planDueOn: Day | null;
  closeDueOn: Day | null;
  resubmitDueOn: Day | null;
};

export type Standstill = { from: Day; today: Day };

/** A day that had not passed when it stood still comes later by as many days; one that was missed before stays missed. */
export const laterBy = ({ from, today }: Standstill, day: Day) =>
  day >= from ? addDays(day, Math.max(0, daysBetween(from, today))) : day;

/**
 * The certificate stands again after a standstill: whoever had days left has as many from today. A day that was missed
 * before stays missed, and days of a dispute come later by what the dispute takes.
 */
export function resume(finding: Finding, days: DueDays, { from, today }: Standstill) {
  const { state, grade } = finding;
  if (state === 'raised' || state === 'closed' || state === 'withdrawn') return stands(finding);
  if (grade === 'observation') return refuse('nothing_runs');
  const stood = Math.max(0, daysBetween(from, today));
  const later = (day: Day | null) => day && laterBy({ from, today }, day);
  const { containDueOn, planDueOn, closeDueOn, resubmitDueOn } = days;
  const moved: DueDays = {
    containDueOn: finding.contained ? containDueOn : later(containDueOn),
    planDueOn: later(planDueOn),
    closeDueOn: later(closeDueOn),
    resubmitDueOn: later(resubmitDueOn),
  };
  return ok({ stood, days: state === 'disputed' ? days : moved });
}
