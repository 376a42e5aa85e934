import { isLesser, type Grade } from '#app/features/scheme/model.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Harm } from '../../remedy/model.ts';

type Graded = { grade: Grade; defaultGrade: Grade; harm: Harm | null };

/** Less grave than its indicator names, or minor though workers were harmed. */
export const asksReasons = ({ grade, defaultGrade, harm }: Graded) =>
  isLesser(grade, defaultGrade) || (harm !== null && isLesser(grade, 'major'));

/** Nothing is graded away in silence: what asks for reasons is raised with them. */
export const gradeWithReasons = (graded: Graded, reasons: string | null) =>
  asksReasons(graded) && reasons === null ? refuse('grade_needs_reasons') : ok({});
