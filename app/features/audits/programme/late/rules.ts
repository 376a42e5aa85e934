import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { NoticeType } from '../../model.ts';

/** `held`: the fieldwork of its audit is done; scheduling or beginning one keeps no promise. */
type Promised = { type: string; dueOn: Day; held: boolean; toldAt: Date | null; inForce: boolean };

/** An audit of the programme that nobody held by its last day: told once. A recertification has a clock of its own. */
export function beNotHeld({ type, dueOn, held, toldAt, inForce }: Promised, today: Day) {
  if (!inForce || type === 'recertification') return refuse('entry_dropped');
  if (held) return refuse('audit_held');
  if (dueOn >= today) return refuse('not_late');
  return toldAt ? refuse('already_told') : ok(dueOn);
}

/** `planned`: the notice its audit was planned with; `notified`: the recruiter was told of that audit, or it began. */
type Known = { kept: NoticeType; planned: NoticeType | null; notified: boolean };

/** Whether its recruiter may be told that it is late: of an audit that is not to be told, not even that. */
export const mayTellHolder = ({ kept, planned, notified }: Known) =>
  notified || (planned ?? kept) === 'announced';

/** Months behind its last day that a surveillance may still be waited for. */
export const mostMonths = 6;

type Waited = Pick<Promised, 'dueOn' | 'held' | 'inForce'> & {
  givenUntil: Day | null;
  /** The certificate is suspended for it. */
  suspended: boolean;
  tied: boolean;
};

/** An officer waits for an audit body that is late, once and for a reason: what is announced to the holder waits as long. */
export function giveMoreTime({ dueOn, held, givenUntil, ...waited }: Waited, until: Day, today: Day) {
  const { inForce, suspended, tied } = waited;
  if (tied) return refuse('tied_officer');
  if (!inForce) return refuse('entry_dropped');
  if (held) return refuse('audit_held');
  if (suspended) return refuse('suspended_for_it');
  if (givenUntil) return refuse('more_time_given');
  if (until <= today) return refuse('day_passed');
  return until > addMonths(dueOn, mostMonths) ? refuse('more_time_too_long') : ok(until);
}
