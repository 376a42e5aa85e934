import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { bodyAdvised, hasTie } from '#db/has-tie.ts';

const known = z.object({
  tied: z.boolean(),
  fits: z.boolean(),
  advised: z.boolean(),
  formerWork: z.boolean(),
  terms: z.unknown(),
});

type Asked = { certificateId: string; bodyId: string; accountId: string; now: Date };

/** What stands in the way of a transfer; the database answers, for its triggers ask the same. */
export async function standingOf(db: Kysely<Database>, { certificateId, bodyId, accountId, now }: Asked) {
  const day = dayOf(now);
  const { rows } = await sql`
    select ${hasTie(accountId, sql.ref('c.organisation_id'), day)} as tied, v.terms,
      c.audit_body_id <> ${bodyId}::uuid and body_is_approved(${bodyId}::uuid, o.country, c.sectors, ${day}::date) as fits,
      ${bodyAdvised(bodyId, sql.ref('c.organisation_id'), day)} as advised, former_work_open(c.id) as "formerWork"
    from certificate c join organisation o on o.id = c.organisation_id
    join scheme_version v on v.id = c.scheme_version_id where c.id = ${certificateId}::uuid`.execute(db);
  return known.parse(rows[0]);
}

const person = z.object({ approved: z.boolean(), tied: z.boolean(), declared: z.boolean() });

/** Somebody of the new body as the one who may review; a tie they declared here counts as one. */
export async function reviewerOf(
  db: Kysely<Database>,
  transferId: string,
  { bodyId, accountId, now }: Omit<Asked, 'certificateId'>,
) {
  const day = dayOf(now);
  const { rows } = await sql`
    select auditor_is_approved(${accountId}::uuid, ${bodyId}::uuid, 'reviewer', ${day}::date) as approved,
      coalesce(d.conflicted, false) or ${hasTie(accountId, sql.ref('c.organisation_id'), day)} as tied,
      d.account_id is not null as declared
    from certificate_transfer t join certificate c on c.id = t.certificate_id
    left join certificate_transfer_declaration d on d.transfer_id = t.id and d.account_id = ${accountId}::uuid
    where t.id = ${transferId}::uuid`.execute(db);
  return person.parse(rows[0]);
}
