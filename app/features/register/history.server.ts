import { dayOf, type Day } from '#app/platform/calendar.ts';

import type { Asked } from './listed.server.ts';
import { findPast } from './past/facts.server.ts';
import { endOf, historyOf, knownBefore, type HistoryEntry } from './past/rules.ts';

/**
 * Every standing a recruiter had and why, as a class; newest first, up to the end of `day` where one is named. Who came
 * back keeps what was said of it before.
 */
export async function listHistory(
  { db, now }: Asked,
  registrationNumber: string,
  day?: Day,
): Promise<HistoryEntry[]> {
  const found = await findPast(db, registrationNumber);
  if (!found) return [];
  return day ? historyOf(knownBefore(found.past, endOf(day)), day) : historyOf(found.past, dayOf(now));
}
