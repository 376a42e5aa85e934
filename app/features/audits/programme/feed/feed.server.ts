import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

import { addDays, type Day } from '#app/platform/calendar.ts';

import { sequenceOf, type Line } from './rules.ts';

/** Days of a feed begin at midnight in UTC, and end with the day after the last (RFC 5545, 3.6.1). */
const at = (day: Day) => new Date(`${day}T00:00:00Z`);

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/**
 * A calendar in the form of RFC 5545. Each line keeps its UID for ever and says when it changed, so that a programme that
 * reads the feed again moves it, and strikes it out when it no longer stands, instead of doubling or keeping it.
 */
export function feedOf(lines: readonly Line[], origin: string): string {
  const { hostname } = new URL(origin);
  const calendar = ical({
    name: 'Audits',
    prodId: { company: 'Fairroute', product: 'Audit calendar' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const { uid, from, until, summary, description, path, standing, changedAt } of lines)
    calendar.createEvent({
      id: `${uid}@${hostname}`,
      // The same words give the same bytes: whoever has them is told so and sent nothing.
      stamp: changedAt,
      lastModified: changedAt,
      sequence: sequenceOf(changedAt),
      start: at(from),
      end: at(addDays(until, 1)),
      allDay: true,
      ...{ summary, description },
      url: `${origin}${path}`,
      status: statuses[standing],
    });
  return calendar.toString();
}
