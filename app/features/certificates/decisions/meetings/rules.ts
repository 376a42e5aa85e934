import { ok, refuse } from '#app/platform/result.ts';

import type { Matter } from '../model.ts';
import { isBefore, isClosed } from '../rules.ts';

/** A matter of a meeting, and what keeps whoever calls or closes it from voting on that one. */
type On = { matter: Matter; bar: string | null };

/** A matter stands on one meeting at a time; after it was closed undecided, on another. */
export function callMeeting(matters: readonly On[], closesAt: Date, now: Date) {
  if (closesAt <= now) return refuse('meeting_in_the_past');
  for (const { matter, bar } of matters) {
    if (bar !== null) return refuse(bar);
    const before = isBefore(matter);
    if (!before.ok) return before;
    if (matter.meeting !== null && !isClosed(matter, now)) return refuse('already_on_a_meeting');
  }
  return ok({ closesAt });
}

/** Votes that come afterwards are not counted; what was not decided can be put on another meeting. */
export function closeMeeting(meeting: { closedAt: Date | null }, bars: readonly (string | null)[]) {
  if (meeting.closedAt !== null) return refuse('meeting_closed_before');
  // Whoever may not vote does not keep others from it either.
  const bar = bars.find((one) => one !== null);
  return bar ? refuse(bar) : ok({});
}
