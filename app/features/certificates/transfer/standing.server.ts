import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

const known = z.object({
  tied: z.boolean(),
  fits: z.boolean(),
  formerWork: z.boolean(),
  terms: z.unknown(),
});

type Asked = { certificateId: string; bodyId: string; accountId: string; now: Date };

/** What stands in the way of a transfer; the database answers, for its triggers ask the same. */
export async function standingOf(
  trx: Transaction<Database>,
  { certificateId, bodyId, accountId, now }: Asked,
) {
  const day = dayOf(now);
  const { rows } = await sql`
    select ${hasTie(accountId, sql.ref('c.organisation_id'), day)} as tied, v.terms,
      c.audit_body_id <> ${bodyId}::uuid and body_is_approved(${bodyId}::uuid, o.country, c.sectors, ${day}::date) as fits,
      former_work_open(c.id) as "formerWork"
    from certificate c join organisation o on o.id = c.organisation_id
    join scheme_version v on v.id = c.scheme_version_id where c.id = ${certificateId}::uuid`.execute(trx);
  return known.parse(rows[0]);
}
