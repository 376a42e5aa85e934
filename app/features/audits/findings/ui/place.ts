import type { Place } from '#app/ui/parts/step-page.tsx';
import { gradeNames, nameOf, type Finding } from '../model.ts';

/** The finding a step belongs to. */
export const placeOfFinding = (
  finding: Pick<Finding, 'id' | 'auditReference' | 'number' | 'grade' | 'indicatorCode'>,
): Place => ({
  to: `/findings/${finding.id}`,
  label: `Finding ${nameOf(finding)}`,
  eyebrow: `${gradeNames[finding.grade]} · indicator ${finding.indicatorCode}`,
});
