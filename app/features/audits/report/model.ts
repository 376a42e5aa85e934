import type { Progress } from '../remedy/model.ts';
import type { Grade } from '#app/features/scheme/model.ts';

/** What a report says in its own words; its findings stand beside it. */
export const reportSections = ['summary', 'scope', 'method', 'sample', 'strengths', 'notSeen'] as const;
type ReportSection = (typeof reportSections)[number];

/** All that is written: the sections, and the summary anybody may read on the register. */
export const reportParts = [...reportSections, 'publicSummary'] as const;
export type ReportPart = (typeof reportParts)[number];
export type ReportText = Record<ReportPart, string>;

/** `revision` grows with every save and every correction. */
export type Draft = ReportText & { revision: number };

/** What became of a comment on the facts. */
export const commentOutcomes = ['corrected', 'kept'] as const;
export type CommentOutcome = (typeof commentOutcomes)[number];

/** On one part of the text or on one finding, by its number. */
export type Comment = {
  id: string;
  part: ReportPart | null;
  findingId: string | null;
  findingNumber: number | null;
  comment: string;
  madeAt: Date;
  madeBy: string;
  outcome: CommentOutcome | null;
  answer: string | null;
};

/** A finding as a report tells it. */
export type ReportFinding = {
  id: string;
  number: number;
  indicatorCode: string;
  requirement: string;
  grade: Grade;
  /** Why it is graded below what its indicator names, in a sentence; nothing where it is not. */
  grading: string | null;
  state: string;
  statement: string;
  evidence: string;
  /** Of its remedy, where one was opened by then. */
  progress?: Progress | null | undefined;
};

/** One that was raised and is told no more; `by` of those withdrawn before it was written down is not known. */
export type WithdrawnFinding = {
  number: number;
  indicatorCode: string;
  grade: Grade;
  reason: string;
  by: string | null;
};

export const partNames: Record<ReportPart, string> = {
  summary: 'Summary',
  scope: 'Scope',
  method: 'Method',
  sample: 'Sample',
  strengths: 'Strengths',
  notSeen: 'What was not seen',
  publicSummary: 'Public summary',
} satisfies Record<ReportSection | 'publicSummary', string>;

export const outcomeNames: Record<CommentOutcome, string> = {
  corrected: 'Corrected',
  kept: 'Kept as it was',
};
