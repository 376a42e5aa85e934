import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { coolingOffMonths, type Interest } from './model.ts';

/** The first day on which this no longer keeps its person away; null while nobody knows, undefined where nothing does. */
export function freeFrom({ kind, untilOn, declaredOn, ends, corrected }: Interest): Day | null | undefined {
  if (kind === 'none' || corrected) return undefined;
  // Whoever said that it goes on, ends it on the day on which they say so: no earlier day makes the two years shorter.
  const last = untilOn && ends && declaredOn > untilOn ? declaredOn : untilOn;
  return last && addMonths(last, coolingOffMonths);
}

/** The database asks the same: `has_tie`. */
export function keepsAway(interest: Interest, today: Day) {
  const free = freeFrom(interest);
  return free === null || (free !== undefined && free > today);
}

/** What is said to tie somebody has begun, and what is said to be over is. */
export function declareTie(
  { fromOn, untilOn }: { fromOn?: Day | undefined; untilOn?: Day | undefined },
  today: Day,
) {
  if (fromOn && fromOn > today) return refuse('begins_in_future');
  return untilOn && untilOn > today ? refuse('ends_in_future') : ok({ fromOn, untilOn });
}

/** A tie is ended, never taken back: it went on at least until the day on which it was declared. */
export function endTie(interest: Interest, untilOn: Day, today: Day) {
  if (interest.corrected || interest.kind === 'none' || interest.untilOn !== null)
    return refuse('already_ended');
  if (untilOn < interest.declaredOn) return refuse('ended_before_declared');
  return untilOn > today ? refuse('ends_in_future') : ok({ ...interest, untilOn });
}
