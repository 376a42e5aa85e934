import { diffLines } from 'diff';

/** One stretch of two texts side by side: the same in both, or what stood there before and what stands there now. */
export type Stretch = { same: boolean; before: string; after: string };

/** Two versions, line by line; what was changed stands beside what it became. */
export function compared(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { value, added, removed } of diffLines(`${before.trimEnd()}\n`, `${after.trimEnd()}\n`)) {
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push({ same: true, before: value, after: value });
    else if (added && last && !last.same && last.after === '') last.after = value;
    else stretches.push({ same: false, before: removed ? value : '', after: added ? value : '' });
  }
  return stretches;
}
