import { findByCertificate } from '#app/features/register/queries.server.ts';
import { dayOf } from '#app/platform/calendar.ts';

import type { Asking } from './asking.ts';
import { conformity } from './credentials.server.ts';
import { Problem } from './problem.ts';
import { toRecruiter } from '#app/features/register/recruiter.ts';
import { preferred } from './represented.ts';

/**
 * GET /api/v1/certificates/{number}: the certificate, where it stands itself, and its holder. Where another took its
 * place it stands as that one does, which `replacedBy` names. Also as a conformity credential, by `Accept`.
 */
export async function certificate(asking: Asking, number: string) {
  const { scope, origin, accept = '' } = asking;
  const found = await findByCertificate(scope, number);
  if (!found.ok) throw new Problem(found.refusal);
  const type = preferred(accept, ['application/json', 'application/vc+jwt', 'application/vc']);
  if (type !== 'application/json') return conformity(asking, number, type);
  const { record, counts, own, replacedBy } = found.value;
  const holder = toRecruiter(record, origin, dayOf(scope.now));
  return {
    number: number.trim().toUpperCase(),
    status: own,
    replacedBy,
    certificate: counts ? holder.certificate : null,
    recruiter: holder,
    verifyUrl: `${origin}/verify/${number.trim().toUpperCase()}`,
  };
}
