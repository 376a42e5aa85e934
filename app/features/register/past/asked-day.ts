import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';

export type DayRefusal = 'no_day' | 'future_day';

/** A day of the calendar as `2026-03-01`, and not one that does not exist, as the thirtieth of February. */
const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** The day a question is about, today at the latest; none where the question names none. */
export function askedDay(text: string | null, today: Day): Result<Day | undefined, DayRefusal> {
  if (text === null || text === '') return ok(undefined);
  if (!isDay(text)) return refuse('no_day');
  return text > today ? refuse('future_day') : ok(text);
}

/** Why a day has no answer, for whoever asked. */
export const dayRefusals: Record<DayRefusal | 'not_yet_listed', string> = {
  no_day: 'asOf is a day of the calendar as YYYY-MM-DD',
  future_day: 'asOf lies ahead: nobody knows yet what stands at its end. Ask for today or a day before it',
  not_yet_listed: 'asOf lies before this recruiter was on the register',
};
