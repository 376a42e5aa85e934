import type { Place } from '#app/ui/parts/step-page.tsx';

import { typeNames, type AuditType } from '../model.ts';

type Placed = { id: string; reference: string; type: AuditType; recruiter: string };

export const placeOfAudit = ({ id, reference, type, recruiter }: Placed): Place => ({
  to: `/audits/${id}`,
  label: recruiter,
  eyebrow: `${typeNames[type]} · ${reference}`,
});
