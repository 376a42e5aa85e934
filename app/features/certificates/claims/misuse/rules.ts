import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../../model.ts';

type Seen = { seenOn: Day; granted: boolean };

/** Of a certificate that stands, also while it is suspended; `granted`: the use it goes beyond, if any, was granted. */
export function recordMisuse(certificate: Certificate, { seenOn, granted }: Seen, today: Day) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
    case 'suspended':
      if (seenOn > today) return refuse('seen_later');
      return granted ? ok({ seenOn }) : refuse('use_not_granted');
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}
