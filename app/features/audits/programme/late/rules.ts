import type { Day } from '#app/platform/calendar.ts';
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
