import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { coolingOffMonths, type Interest } from './model.ts';

/** The first day on which this no longer keeps its person away; null while nobody knows, undefined where nothing does. */
export function freeFrom({ kind, untilOn, corrected }: Interest): Day | null | undefined {
  if (kind === 'none' || corrected) return undefined;
  return untilOn && addMonths(untilOn, coolingOffMonths);
}

/** The database asks the same: `has_tie`. */
export function keepsAway(interest: Interest, today: Day) {
  const free = freeFrom(interest);
  return free === null || (free !== undefined && free > today);
}

/** A tie is ended, never taken back: it went on at least until the day on which it was declared. */
export function endTie(interest: Interest, untilOn: Day, today: Day) {
  if (interest.corrected || interest.kind === 'none' || interest.untilOn !== null)
    return refuse('already_ended');
  if (untilOn < interest.declaredOn) return refuse('ended_before_declared');
  return untilOn > today ? refuse('ends_in_future') : ok({ ...interest, untilOn });
}
