import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, RefusedByAuditee } from '../../model.ts';
import { stands } from '../../rules.ts';

/** How long before the last day of a postponement its end is announced. */
export const endingSteps = [7, 30] as const;
const [last] = endingSteps;

/** The nearest step that was reached; a clock that stood still tells of that one alone. */
export const endingStepOn = (until: Day, today: Day) =>
  endingSteps.find((step) => addDays(today, step) >= until);

/** The day after the last, and never before the last word ran its days. */
export function endsOn(until: Day, told: Day): Day {
  const [after, announced] = [addDays(until, 1), addDays(told, last)];
  return after > announced ? after : announced;
}

/** `lastTold`: the day on which the last announcement was made. Postponed once, and not planned again by its day (domain 2.8 b). */
export function endPostponement(audit: Audit, lastTold: Day | undefined, today: Day) {
  if (audit.state !== 'postponed') return stands(audit);
  if (today <= audit.postponedUntil) return refuse('postponement_runs');
  if (lastTold === undefined || today < endsOn(audit.postponedUntil, lastTold))
    return refuse('not_announced');
  return ok<RefusedByAuditee>({ ...audit, state: 'refused_by_auditee' });
}
