import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Day } from '#app/platform/calendar.ts';
import type { Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { ticketsOf } from './rules.ts';

const standing = z
  .object({
    certificateId: z.string(),
    number: z.string(),
    risk: z.enum(['low', 'medium', 'high']),
    tied: z.boolean(),
  })
  .transform(({ risk, ...one }) => ({ ...one, tickets: ticketsOf[risk] }));
export type Standing = z.output<typeof standing>;

/** Everything that stands on a day and is not drawn already: the database says what that is, for its constraints ask the same. */
export async function candidatesOn(
  db: Kysely<Database>,
  { accountId }: Officer,
  day: Day,
): Promise<Standing[]> {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('audit_programme as programme', 'programme.certificate_id', 'certificate.id')
    .select(['certificate.id as certificateId', 'certificate.number', 'programme.risk'])
    .select(hasTie(accountId, sql.ref('certificate.organisation_id'), day).as('tied'))
    .where('certificate.status', 'in', ['active', 'active_under_watch'])
    .where(sql<boolean>`is_drawable(certificate.id, ${day}::date)`)
    .orderBy('certificate.number')
    .execute();
  return z.array(standing).parse(rows);
}
