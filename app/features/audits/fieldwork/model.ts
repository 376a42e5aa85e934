import type { Conformity } from '../model.ts';

/** What somebody found for one indicator. */
export type Wording = { conformity: Conformity; note: string; evidence: string };

/** The wording that stands. */
export type Current = Wording & { revision: number };

/** What became of an edit that a device made. */
export const syncOutcomes = ['applied', 'conflict', 'refused'] as const;

/** The edit of the same indicator that the same device made before; `open`: a conflict that nobody resolved yet. */
export type Earlier = { outcome: (typeof syncOutcomes)[number]; revision: number | null; open: boolean };
