import { grades, type Grade } from '#app/features/scheme/model.ts';
import { addDays, daysBetween, type Day } from '#app/platform/calendar.ts';

import { correctedGrades, type Period, type Standing, type Turned } from './model.ts';

const yearBefore = 364;
/** So that a picture stays one that can be read, and its question one that can be answered. */
const longest = 10 * 366;
const steps = 12;
/** Of the period's length, looked ahead for last days to come. */
const ahead = 3;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The period somebody asked for; the last year where they did not, or asked for none that can be drawn. */
export function periodOf(asked: { from: string | null; until: string | null }, today: Day): Period {
  const until = asked.until && isDay(asked.until) ? asked.until : today;
  const from = asked.from && isDay(asked.from) ? asked.from : addDays(until, -yearBefore);
  const length = daysBetween(from, until);
  return length >= 1 && length <= longest
    ? { from, until }
    : { from: addDays(today, -yearBefore), until: today };
}

/** The period of one audit: from its first day to today, a month at least. */
export function periodOfAudit(startsOn: Day | undefined, today: Day): Period {
  const month = addDays(today, -30);
  return { from: startsOn !== undefined && startsOn < month ? startsOn : month, until: today };
}

/** The days a burn-down shows, at even distances; where the period ends today or later, days to come as well. */
export function pointsOf({ from, until }: Period, today: Day): Day[] {
  const apart = stepOf({ from, until });
  const count = steps + 1 + (until >= today ? ahead : 0);
  const last = daysBetween(from, until);
  return Array.from({ length: count }, (_, index) =>
    addDays(from, index <= steps ? Math.min(index * apart, last) : last + (index - steps) * apart),
  ).filter((day, index, days) => day !== days[index - 1]);
}

/** Whole days between two points. */
export const stepOf = ({ from, until }: Period) => Math.max(1, Math.ceil(daysBetween(from, until) / steps));

type Counted = { code: string; title: string; grade: Grade | null; count: number };

/** A row for each principle, a cell for each grade, the gravest first. */
export function heatOf(counted: readonly Counted[]) {
  const principles = new Map(counted.map(({ code, title }) => [code, title]));
  return [...principles].map(([code, title]) => ({
    label: `${code} ${title}`,
    cells: grades.map((grade) =>
      counted.reduce((sum, row) => (row.code === code && row.grade === grade ? sum + row.count : sum), 0),
    ),
  }));
}

/** What was open on each of these days, and what would be left if every corrective action ended on its last day. */
export function burnDown(turned: readonly Turned[], points: readonly Day[], today: Day): Standing[] {
  return points.map((on, index) => {
    const until = turned.filter(({ point }) => point <= index);
    const sum = (turn: Turned['turn'], grade?: Turned['grade']) =>
      until.reduce(
        (total, row) =>
          row.turn === turn && (grade === undefined || row.grade === grade) ? total + row.count : total,
        0,
      );
    const open = Object.fromEntries(
      correctedGrades.map((grade) => [grade, sum('opened', grade) - sum('ended', grade)]),
    );
    const known = on <= today;
    return {
      on,
      open: known ? { critical: 0, major: 0, minor: 0, ...open } : undefined,
      late: known ? sum('late') - sum('mended') : undefined,
      planned: sum('opened') - sum('due'),
    };
  });
}
