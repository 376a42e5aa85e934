import type { Place } from '#app/ui/parts/step-page.tsx';
import { nameOf, type Finding } from '../../findings/model.ts';

/** The ledger a step belongs to. */
export const placeOfRemedy = (finding: Pick<Finding, 'id' | 'auditReference' | 'number'>): Place => ({
  to: `/findings/${finding.id}/remedy`,
  label: 'Remedy to workers',
  eyebrow: `Finding ${nameOf(finding)}`,
});
