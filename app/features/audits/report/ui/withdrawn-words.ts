import { gradeNames } from '../../findings/model.ts';
import type { WithdrawnFinding } from '../model.ts';

/** The same on a page and on paper. */
export const withdrawnInWords = ({ number, grade, indicatorCode, reason, by }: WithdrawnFinding) => ({
  term: `Finding ${number}, ${gradeNames[grade].toLowerCase()}, indicator ${indicatorCode}`,
  value: `${by === null ? 'Withdrawn' : `Withdrawn by ${by}`}: ${reason}`,
});
