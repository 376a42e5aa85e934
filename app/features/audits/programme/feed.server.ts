import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

import { addDays, type Day } from '#app/platform/calendar.ts';

import { noticeNames, stateNames, typeNames } from '../model.ts';
import type { DueAudit, PlannedAudit } from './month.server.ts';

type Told = { audits: readonly PlannedAudit[]; due: readonly DueAudit[] };

/** Days of a feed begin at midnight in UTC, and end with the day after the last (RFC 5545, 3.6.1). */
const at = (day: Day) => new Date(`${day}T00:00:00Z`);

/**
 * A calendar in the form of RFC 5545. Each audit keeps its UID for ever, so that a programme that reads the feed again
 * moves it and strikes it out when it is cancelled, instead of doubling it.
 */
export function feedOf({ audits, due }: Told, origin: string): string {
  const { hostname } = new URL(origin);
  const calendar = ical({
    name: 'Audits',
    prodId: { company: 'Fairroute', product: 'Audit calendar' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const { id, type, state, undone, noticeType, startsOn, endsOn, recruiter, reference } of audits)
    calendar.createEvent({
      id: `audit-${id}@${hostname}`,
      // The same words give the same bytes: whoever has them is told so and sent nothing.
      stamp: at(startsOn),
      start: at(startsOn),
      end: at(addDays(endsOn, 1)),
      allDay: true,
      summary: `${typeNames[type]}: ${recruiter}`,
      description: `${reference}. ${noticeNames[noticeType]}. ${stateNames[state]}.`,
      url: `${origin}/audits/${id}`,
      status: undone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  for (const { id, type, dueOn, recruiter } of due)
    calendar.createEvent({
      id: `entry-${id}@${hostname}`,
      stamp: at(dueOn),
      start: at(dueOn),
      end: at(addDays(dueOn, 1)),
      allDay: true,
      summary: `Last day: ${typeNames[type].toLowerCase()} of ${recruiter}`,
      description: 'Not scheduled yet.',
      url: `${origin}/audits/calendar`,
      status: ICalEventStatus.TENTATIVE,
    });
  return calendar.toString();
}
