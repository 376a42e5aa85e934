/** From the first day to the last, both counted. */
export type Period = { from: string; until: string };

/** Whose findings a picture counts, within what its reader may know of. */
export type Whose =
  | { of: 'scheme' }
  | { of: 'body'; id: string }
  | { of: 'recruiter'; id: string }
  | { of: 'audit'; id: string; schemeVersionId: string };

/** The grades that ask for a corrective action. */
export const correctedGrades = ['critical', 'major', 'minor'] as const;
export type CorrectedGrade = (typeof correctedGrades)[number];

/** What happens to a corrective action: told, ended, its last day, late from then, and no longer late. */
export const turns = ['opened', 'ended', 'due', 'late', 'mended'] as const;
type Turn = (typeof turns)[number];

/** How many corrective actions of a grade took a turn up to the point of this number, and after the one before it. */
export type Turned = { point: number; grade: CorrectedGrade; turn: Turn; count: number };

/** How things stood on one day. `open` is unknown for days to come; `planned`: what is left if every last day is kept. */
export type Standing = {
  on: string;
  open: Record<CorrectedGrade, number> | undefined;
  late: number | undefined;
  planned: number;
};
