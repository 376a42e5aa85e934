import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';

/** Months a change is told ahead at most: what is further off is a wish. */
const aheadMonths = 12;

/** The holder of a certificate that stands tells of it, suspended or not; what has ended is asked for anew. */
export function report(certificate: Certificate, changedOn: Day, today: Day) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
    case 'suspended':
      if (certificate.validUntil < today) return refuse('expired');
      return changedOn > addMonths(today, aheadMonths) ? refuse('change_far') : ok({ changedOn });
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}
