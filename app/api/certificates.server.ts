import { findByCertificate } from '#app/features/register/queries.server.ts';
import { dayOf } from '#app/platform/calendar.ts';

import type { Asking } from './asking.ts';
import { Problem } from './problem.ts';
import { toRecruiter } from './recruiter.ts';

/** GET /api/v1/certificates/{number}: the certificate with its holder's standing; an earlier one says so. */
export async function certificate({ scope, origin }: Asking, number: string) {
  const found = await findByCertificate(scope, number);
  if (!found.ok) throw new Problem(found.refusal);
  const { record, counts } = found.value;
  const holder = toRecruiter(record, origin, dayOf(scope.now));
  return {
    number: number.trim().toUpperCase(),
    status: counts ? holder.standing : { status: 'withdrawn', since: null, reasonClass: null },
    certificate: counts ? holder.certificate : null,
    recruiter: holder,
    verifyUrl: `${origin}/verify/${number.trim().toUpperCase()}`,
  };
}
