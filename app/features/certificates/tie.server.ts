import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

/** Whether an officer is or lately was tied to a certificate's holder; the constraints ask the database the same. */
export async function isTied(db: Kysely<Database>, certificateId: string, by: { actor: Officer; now: Date }) {
  const { rows } = await sql`
    select ${hasTie(by.actor.accountId, sql.ref('c.organisation_id'), dayOf(by.now))} as tied
    from certificate c where c.id = ${certificateId}::uuid`.execute(db);
  return z.object({ tied: z.boolean() }).parse(rows[0]).tied;
}
