import { ok, refuse } from '#app/platform/result.ts';

import type { Matter } from '../model.ts';
import { isBefore, isClosed } from '../rules.ts';

/** A matter stands on one meeting at a time; after it was closed undecided, on another. */
export function callMeeting(matters: readonly Matter[], closesAt: Date, now: Date) {
  if (closesAt <= now) return refuse('meeting_in_the_past');
  for (const matter of matters) {
    const before = isBefore(matter);
    if (!before.ok) return before;
    if (matter.meeting !== null && !isClosed(matter, now)) return refuse('already_on_a_meeting');
  }
  return ok({ closesAt });
}

/** Votes that come afterwards are not counted; what was not decided can be put on another meeting. */
export const closeMeeting = (meeting: { closedAt: Date | null }) =>
  meeting.closedAt === null ? ok({}) : refuse('meeting_closed_before');
