import type { AuditState, Conformity } from '../model.ts';

/** Findings may still be raised after fieldwork, until the report is sent, and again when it is returned. */
export const raisingStates: readonly AuditState[] = ['in_progress', 'fieldwork_done', 'report_draft'];

/** What somebody found for one indicator. */
export type Wording = { conformity: Conformity; note: string; evidence: string };

/** The wording that stands. */
export type Current = Wording & { revision: number };

/** What became of an edit that a device made. */
export const syncOutcomes = ['applied', 'conflict', 'refused'] as const;

/** The edit of the same indicator that the same device made before; `open`: a conflict that nobody resolved yet. */
export type Earlier = { outcome: (typeof syncOutcomes)[number]; revision: number | null; open: boolean };
