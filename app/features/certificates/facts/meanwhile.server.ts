import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';

import type { Fact } from '../rules.ts';
import { changeByFact } from './commands.server.ts';

const shape = z.object({
  id: z.string(),
  occurredAt: z.date(),
  cause: z.enum(['licence', 'audit']),
});

/**
 * What was learned while a certificate was suspended or withdrawn and that its status could not show: a licence that was
 * taken away and still is, an audit that was refused. Grave findings keep it under watch by themselves.
 */
async function learnedMeanwhile(db: Kysely<Database>, certificateId: string) {
  const { rows } = await sql`
    with held as (select c.*, (select max(s.decided_at) from certificate_status s
        where s.certificate_id = c.id and s.status in ('suspended', 'withdrawn')) as stopped
      from certificate c where c.id = ${certificateId}::uuid)
    select e.id, e.occurred_at as "occurredAt", 'licence' as cause from held join licence l on l.organisation_id = held.organisation_id
      join event e on e.subject = l.id and e.type in ('licence.suspended', 'licence.revoked')
      where rests_on_lost_licence(held.organisation_id, held.corridors) and l.standing in ('suspended', 'revoked')
        and e.occurred_at >= held.stopped
    union all
    select e.id, e.occurred_at, 'audit' from held join audit a on a.certificate_id = held.id
      join event e on e.subject = a.id and (e.type = 'audit.refused_by_auditee'
        or e.type = 'audit.aborted' and e.payload ->> 'reason' <> 'safety')
      where e.occurred_at >= held.stopped
    order by "occurredAt"`.execute(db);
  return rows.map((row) => shape.parse(row));
}

/** Facts have their due once a certificate stands again by an appeal or its stay. */
export const catchUp = ({ db }: Means): Effect<'certificate.returned'> => ({
  targets: (_from, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    const { organisation_id: organisationId } = await db
      .selectFrom('certificate')
      .select('organisation_id')
      .where('id', '=', certificateId)
      .executeTakeFirstOrThrow();
    for (const { id: factId, cause } of await learnedMeanwhile(db, certificateId)) {
      const fact: Fact = { cause };
      await changeByFact({ db }, { organisationId, factId, occurredAt, fact });
    }
  },
});
