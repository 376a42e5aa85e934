import type { Transaction } from 'kysely';

import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { ok } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { endOf, reapply } from '../certificates/rules.ts';

/**
 * Whether a recruiter whose certificate was withdrawn, or is suspended to its end, may come back yet, by the terms of that certificate: asked as an
 * application begins, is sent and is accepted, for a draft may have been begun before.
 */
export async function mayReapply(trx: Transaction<Database>, organisationId: string, today: Day) {
  const last = await trx
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['certificate.status', 'certificate.since', 'certificate.valid_until as validUntil'])
    .select(['certificate.reason_class as reasonClass', 'scheme_version.terms'])
    .where('certificate.organisation_id', '=', organisationId)
    .where('certificate.status', 'in', ['withdrawn', 'suspended'])
    .orderBy('certificate.since', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return ok(today);
  const end = endOf({ ...last, since: dayOf(last.since) });
  return reapply(end, termsOf(last.terms).clocks.certificates, today);
}
