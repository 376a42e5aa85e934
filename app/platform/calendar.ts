import { Temporal } from 'temporal-polyfill';

/** Days are ISO strings, `2026-06-30`, in UTC: they compare as text and never shift with a server's zone. */
export type Day = string;

const day = (value: Day) => Temporal.PlainDate.from(value);

export const dayOf = (now: Date): Day => now.toISOString().slice(0, 10);
export const addDays = (from: Day, days: number): Day => day(from).add({ days }).toString();
/** The same day of the month, or its last day where there is none. */
export const addMonths = (from: Day, months: number): Day => day(from).add({ months }).toString();
/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day) => day(from).until(day(to), { largestUnit: 'day' }).days;

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const withTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** "16 December 2026". */
export const dayInWords = (value: Day) => inWords.format(new Date(`${value}T00:00:00Z`));

/** "16 December 2026 at 09:41 UTC". Takes a Date or its ISO text. */
export const timeInWords = (value: Date | string) => `${withTime.format(new Date(value))} UTC`;

const counted = (days: number) => (days === 1 ? '1 day' : `${days} days`);

/** "in 24 days", "today", "2 days late". */
export function untilInWords(due: Day, today: Day) {
  const days = daysBetween(today, due);
  if (days === 0) return 'today';
  return days > 0 ? `in ${counted(days)}` : `${counted(-days)} late`;
}
