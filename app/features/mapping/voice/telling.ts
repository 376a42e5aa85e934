import { leastTold } from './model.ts';

/** One part of a group of people; `code` null: those who said nothing. */
export type Cell = { code: string | null; count: number };

const sum = (cells: readonly Cell[]) => cells.reduce((all, { count }) => all + count, 0);

/**
 * Whether what is left out cannot be reckoned from what is told and the whole: it is nobody, or of enough people together,
 * in more than one way. Parts left out for being small have at most four each, so that fours all over would be the one way.
 */
const isCovered = (left: readonly Cell[]) => {
  const people = sum(left);
  if (people === 0) return true;
  const large = left.some(({ count }) => count >= leastTold);
  return people >= leastTold && left.length > 1 && (large || people < (leastTold - 1) * left.length);
};

/**
 * The parts of a group that may be told, the largest first (complementary suppression: Hundepool et al., Statistical
 * Disclosure Control, ch. 4). A part is of nobody, or of five people at least; and so is all that is not told.
 */
export function tellable(cells: readonly Cell[]): Cell[] {
  const ordered = cells
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || String(a.code).localeCompare(String(b.code), 'en'));
  let told = ordered.filter(({ count }) => count >= leastTold).length;
  while (told > 0 && !isCovered(ordered.slice(told))) told -= 1;
  return ordered.slice(0, told);
}

/** Parts of a group by what each one said. */
export function partsOf<T>(people: readonly T[], codeOf: (one: T) => string | null): Cell[] {
  const counts = new Map<string | null, number>();
  for (const one of people) counts.set(codeOf(one), (counts.get(codeOf(one)) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** A middle value, told as "about": two digits of it are no one's own number. Undefined of too few. */
export function middleOf(values: readonly number[]): number | undefined {
  if (values.length < leastTold) return undefined;
  const ordered = values.toSorted((a, b) => a - b);
  const half = ordered.length / 2;
  const low = ordered[Math.ceil(half) - 1] ?? 0;
  const high = ordered[Math.floor(half)] ?? low;
  return Number(((low + high) / 2).toPrecision(2));
}

/** So many of a hundred; undefined where those for whom it is so, or those for whom it is not, are too few. */
export function shareOf(count: number, of: number): number | undefined {
  const rest = of - count;
  const enough = [count, rest].every((side) => side === 0 || side >= leastTold);
  return of >= leastTold && enough ? Math.round((count / of) * 100) : undefined;
}
