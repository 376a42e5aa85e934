import { askedDay, dayRefusals } from '#app/features/register/past/asked-day.ts';
import { findRecordOn } from '#app/features/register/past/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';

import type { Asking } from './asking.ts';
import { Problem } from './problem.ts';

/** The day of `?asOf=`, where one is asked for. */
export function dayAsked({ scope, query }: Asking): Day | undefined {
  const day = askedDay(query.get('asOf'), dayOf(scope.now));
  if (!day.ok) throw new Problem('invalid_parameter', dayRefusals[day.refusal]);
  return day.value;
}

/** The record as it was told at the end of that day. */
export async function recordOn({ scope }: Asking, number: string, day: Day) {
  const record = await findRecordOn(scope, number, day);
  if (record.ok) return record.value;
  if (record.refusal === 'not_yet_listed') throw new Problem('invalid_parameter', dayRefusals.not_yet_listed);
  throw new Problem(record.refusal);
}
