/** No figure is told that stands for fewer complaints than this: it might lead to somebody. */
export const leastComplaints = 5;

/** So many of so many; for a share of the whole. */
export type Part = { count: number; of: number };
/** A middle value, and of how many it is one. */
export type Median = { value: number | null; of: number };

/** What is counted of the complaints received in a quarter, or in a year (`quarter` null). */
export type Counted = {
  year: number;
  quarter: number | null;
  received: number;
  triageHours: Median;
  triagedInADay: Part;
  answerDays: Median;
  answeredInFiveDays: Part;
  substantiated: Part;
  closed: Part;
  remedied: Part;
};
export const figures = [
  'received',
  'triageHours',
  'triagedInADay',
  'answerDays',
  'answeredInFiveDays',
  'substantiated',
  'closed',
  'remedied',
] as const;
export type Figure = (typeof figures)[number];
/** Null where it would stand for too few. Shares in whole percent, hours and working days in tenths. */
export type Shown = { year: number; quarter: number | null } & Record<Figure, number | null>;

const enough = (count: number) => count >= leastComplaints;
const middle = ({ value, of }: Median) => (value !== null && enough(of) ? Math.round(value * 10) / 10 : null);
const percent = ({ count, of }: Part) => Math.round((count / of) * 100);
/** How the scheme worked: of enough complaints. */
const ofWork = (part: Part) => (enough(part.of) ? percent(part) : null);
/** What became of people: also those for whom it was so, and those for whom it was not, are none or enough. */
const ofPeople = (part: Part) => {
  const rest = part.of - part.count;
  return enough(part.of) && [part.count, rest].every((side) => side === 0 || enough(side))
    ? percent(part)
    : null;
};

const shownOf = ({ year, quarter, received, ...counted }: Counted): Shown => ({
  ...{ year, quarter, received: enough(received) ? received : null },
  triageHours: middle(counted.triageHours),
  triagedInADay: ofWork(counted.triagedInADay),
  answerDays: middle(counted.answerDays),
  answeredInFiveDays: ofWork(counted.answeredInFiveDays),
  substantiated: ofPeople(counted.substantiated),
  closed: ofPeople(counted.closed),
  remedied: ofPeople(counted.remedied),
});

/**
 * What everybody may read of periods that are over, the newest first. Of a year a figure is told where its quarters tell it all,
 * or none of them does: with some of them told, the rest could be reckoned from it.
 */
export function disclosed(periods: readonly Counted[]): Shown[] {
  const shown = periods.map(shownOf);
  return shown.map((period) => {
    if (period.quarter !== null) return period;
    const quarters = shown.filter(({ year, quarter }) => year === period.year && quarter !== null);
    const told = (figure: Figure) => quarters.filter((quarter) => quarter[figure] !== null).length;
    const hidden = figures.filter((figure) => told(figure) > 0 && told(figure) < quarters.length);
    return { ...period, ...Object.fromEntries(hidden.map((figure) => [figure, null])) };
  });
}
