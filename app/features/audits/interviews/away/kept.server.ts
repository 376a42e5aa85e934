import type { Kysely } from 'kysely';

import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Database } from '#db/client.server.ts';

/** Interviews that came from a device and were not recorded. */
const kept = (db: Kysely<Database>) =>
  db.selectFrom('fieldwork_operation').where('kind', '=', 'interview').where('outcome', '=', 'refused');

/** One of this audit, as it came. */
export const findKept = (db: Kysely<Database>, auditId: string, id: string) =>
  kept(db)
    .select(['id', 'pseudonym', 'sealed', 'heard_id as interviewId'])
    .where('audit_id', '=', auditId)
    .where(isId('id', id))
    .executeTakeFirst();

const aBatch = 200;

/** Those that still hold what was sealed. */
export async function listKept(db: Kysely<Database>, after: string) {
  const rows = await kept(db)
    .select('id')
    .where('sealed', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

/** The audit it came for, the day it came, and for how many days it may be known. */
export async function findTermOfKept(db: Kysely<Database>, id: string) {
  const { auditId, arrivedAt, terms } = await kept(db)
    .innerJoin('audit', 'audit.id', 'fieldwork_operation.audit_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .select(['audit.id as auditId', 'applied_at as arrivedAt', 'scheme_version.terms'])
    .where('fieldwork_operation.id', '=', id)
    .executeTakeFirstOrThrow();
  return { auditId, arrivedOn: dayOf(arrivedAt), days: termsOf(terms).clocks.audits.interviewIdentityDays };
}
