import { addDays, addMonths, daysBetween, type Day } from '#app/platform/calendar.ts';

/** A month of the calendar. `weeks`: whole weeks from Monday on, the days of neighbouring months among them. */
export type Month = { month: string; first: Day; last: Day; before: string; after: string; weeks: Day[][] };

const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What stands in an address need not be a month: then it is this one. */
export function monthOf(asked: string | null, today: Day): Month {
  const month = asked && isMonth.test(asked) ? asked : today.slice(0, 7);
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const monday = addDays(first, -weekday(first));
  const days = daysBetween(monday, last) + 1;
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(monday, week * 7 + day)),
  );
  return {
    ...{ month, first, last, weeks },
    before: addMonths(first, -1).slice(0, 7),
    after: addMonths(first, 1).slice(0, 7),
  };
}

/** Monday is 0. The first of January 2024 was one. */
const weekday = (day: Day) => ((daysBetween('2024-01-01', day) % 7) + 7) % 7;

type Spanning = { startsOn: Day; endsOn: Day };
type Ending = { dueOn: Day };

/** What stands on each day of a week that has anything. */
export const onDays = <A extends Spanning, D extends Ending>(
  days: readonly Day[],
  { audits, due }: { audits: readonly A[]; due: readonly D[] },
) =>
  days.map((day) => ({
    day,
    audits: audits.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn),
    due: due.filter(({ dueOn }) => dueOn === day),
  }));
