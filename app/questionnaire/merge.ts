import type { Answer, Answers } from './definition.ts';

/** An answer as it stands: with each save its revision grows by one. 0: nobody answered yet. */
export type Standing = { value: Answer; revision: number };

export type Merge = {
  /** To be written over the revision that stands now. */
  write: Answers;
  /** Questions two people answered differently at the same time: nothing is written until somebody chooses. */
  conflicts: { question: string; mine: Answer; theirs: Answer }[];
};

export type ToMerge = {
  mine: Answers;
  /** The revision of each answer its author saw. */
  seen: Record<string, number>;
  /** The answers at the revisions that were seen. */
  base: Answers;
  standing: Record<string, Standing>;
};

/**
 * Three versions of each answer: the one its author saw, the one sent, the one that stands now. What its author did not
 * touch gives way to what others saved; what only one person touched is kept; what both touched is for them to choose.
 */
export function mergeAnswers({ mine, seen, base, standing }: ToMerge): Merge {
  const merge: Merge = { write: {}, conflicts: [] };
  for (const [question, value] of Object.entries(mine)) {
    const now = standing[question] ?? { value: null, revision: 0 };
    if (same(value, now.value) || same(value, base[question] ?? null)) continue;
    if ((seen[question] ?? 0) === now.revision) merge.write[question] = value;
    else merge.conflicts.push({ question, mine: value, theirs: now.value });
  }
  return merge;
}

/** Nothing, an empty text and an empty list say the same; the order of a row's columns says nothing. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (part === '' || part === undefined || (Array.isArray(part) && part.length === 0)) return null;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, own]) => own !== '' && own !== null && own !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
