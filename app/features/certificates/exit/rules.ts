import type { Day } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';
import * as rules from '../rules.ts';

export type Exit = 'suspend' | 'withdraw';

/** At the holder's own request: for a while, or for good. What has ended is neither. */
export function leave(certificate: Certificate, exit: Exit, now: Date, today: Day) {
  if (certificate.status !== 'withdrawn' && certificate.validUntil < today) return refuse('expired');
  return exit === 'suspend'
    ? rules.suspend(certificate, 'own_request', now)
    : rules.withdraw(certificate, 'own_request', now);
}
