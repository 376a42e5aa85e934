import type { Transaction } from 'kysely';

import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { ok } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { reapply } from '../certificates/rules.ts';

/**
 * Whether a recruiter whose certificate was withdrawn may come back yet, by the terms of that certificate: asked as an
 * application begins, is sent and is accepted, for a draft may have been begun before.
 */
export async function mayReapply(trx: Transaction<Database>, organisationId: string, today: Day) {
  const withdrawn = await trx
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['certificate.since', 'certificate.reason_class as reasonClass', 'scheme_version.terms'])
    .where('certificate.organisation_id', '=', organisationId)
    .where('certificate.status', '=', 'withdrawn')
    .orderBy('certificate.since', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!withdrawn) return ok(today);
  const last = { on: dayOf(withdrawn.since), reasonClass: withdrawn.reasonClass };
  return reapply(last, termsOf(withdrawn.terms).clocks.certificates, today);
}
