import { Temporal } from 'temporal-polyfill';

/** Days are ISO strings, `2026-06-30`, in UTC: they compare as text and never shift with a server's zone. */
export type Day = string;

const day = (value: Day) => Temporal.PlainDate.from(value);

export const dayOf = (now: Date): Day => now.toISOString().slice(0, 10);
export const addDays = (from: Day, days: number): Day => day(from).add({ days }).toString();
/** The same day of the month, or its last day where there is none. */
export const addMonths = (from: Day, months: number): Day => day(from).add({ months }).toString();
/** So many days from Monday to Friday later; holidays differ by country and count like other days. */
export function addWorkingDays(from: Day, count: number): Day {
  const weekday = day(from).dayOfWeek;
  // From a weekend on, as if from the Friday before.
  const past = Math.max(0, weekday - 5);
  const start = weekday - past;
  const weekends = Math.floor((start - 1 + count) / 5);
  return count === 0 ? from : addDays(from, count + 2 * weekends - past);
}
/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day) => day(from).until(day(to), { largestUnit: 'day' }).days;

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const withTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** "16 December 2026". */
export const dayInWords = (value: Day) => inWords.format(new Date(`${value}T00:00:00Z`));

const asMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "December 2026", of any day in it. */
export const monthInWords = (value: Day) => asMonth.format(new Date(`${value}T00:00:00Z`));

/** "16 December 2026 at 09:41 UTC". Takes a Date or its ISO text. */
export const timeInWords = (value: Date | string) => `${withTime.format(new Date(value))} UTC`;

const counted = (days: number) => (days === 1 ? '1 day' : `${days} days`);

/** "in 24 days", "today", "2 days late". */
export function untilInWords(due: Day, today: Day) {
  const days = daysBetween(today, due);
  if (days === 0) return 'today';
  return days > 0 ? `in ${counted(days)}` : `${counted(-days)} late`;
}
