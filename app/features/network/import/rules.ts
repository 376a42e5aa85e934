import { ok, refuse } from '#app/platform/result.ts';

import type { ComparedRow } from './compare.ts';

/** Which rows of a list are added: those that look like no other, or all that could be read. */
export function take(
  { takenAt, rows }: { takenAt: Date | null; rows: readonly ComparedRow[] },
  duplicates: 'skip' | 'add',
) {
  if (takenAt !== null) return refuse('list_taken');
  const wanted = duplicates === 'add' ? [...rows] : rows.filter(({ like }) => like === null);
  return wanted.length > 0 ? ok(wanted) : refuse('nothing_to_add');
}
