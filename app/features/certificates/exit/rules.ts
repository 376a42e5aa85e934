import type { Day } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';
import * as rules from '../rules.ts';

export type Exit = 'suspend' | 'withdraw';

/**
 * At the holder's own request: for a while, or for good. What has ended is neither; and what is suspended for harm to
 * workers or for what an audit found is not given back before that was answered: its reason stays public, and counts.
 */
export function leave(certificate: Certificate, exit: Exit, now: Date, today: Day) {
  if (certificate.status !== 'withdrawn' && certificate.validUntil < today) return refuse('expired');
  if (exit === 'withdraw' && rules.isLiftedByPanel(asStood(certificate))) return refuse('answered_first');
  return exit === 'suspend'
    ? rules.suspend(certificate, 'own_request', now)
    : rules.withdraw(certificate, 'own_request', now);
}

const asStood = (certificate: Certificate) => ({
  status: certificate.status,
  reasonClass: 'reasonClass' in certificate ? certificate.reasonClass : null,
});
