import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Day } from '#app/platform/calendar.ts';
import type { Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { ticketsOf } from './rules.ts';

const standing = z
  .object({ certificateId: z.string(), number: z.string(), risk: z.enum(['low', 'medium', 'high']) })
  .transform(({ risk, ...one }) => ({ ...one, tickets: ticketsOf[risk] }));
export type Standing = z.output<typeof standing>;

/** Everything that stands on a day and is not drawn already: the database says what that is, for its constraints ask the same. */
export async function candidatesOn(db: Kysely<Database>, day: Day): Promise<Standing[]> {
  const { rows } = await sql`select certificate_id as "certificateId", number, risk
    from drawables(${day}::date) order by number`.execute(db);
  return z.array(standing).parse(rows);
}

const counted = z.object({ count: z.number(), tied: z.boolean() });

/** How many a draw of a day would choose from, and whether this officer is tied to one of them: nobody is loaded to be counted. */
export async function countCandidates(db: Kysely<Database>, { accountId }: Officer, day: Day) {
  const { rows } = await sql`select count(*) as count,
      count(*) filter (where organisation_id in (select ties_of(${accountId}::uuid, ${day}::date))) > 0 as tied
    from drawables(${day}::date)`.execute(db);
  return counted.parse(rows[0]);
}
