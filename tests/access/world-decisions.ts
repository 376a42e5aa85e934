import { sql, type Kysely } from 'kysely';

import { closeMeeting } from '#app/features/certificates/decisions/meetings/commands.server.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';

/** A meeting that was closed with nothing on it, and a condition of a certificate that nobody settled yet. */
export async function decisionNames(db: Kysely<Database>, decider: Decider, certificateId: string) {
  const meeting = await db
    .insertInto('decision_meeting')
    .values({
      form: 'circulation',
      closes_at: '2026-03-20T23:59:59Z',
      called_at: now,
      called_by: decider.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  done(await closeMeeting({ db, now, actor: decider }, meeting.id));
  return {
    ...{ 'meetings/:id': meeting.id, 'conditions/:id': await aCondition(db, certificateId) },
    'certificate-appeals/:id': await anAppeal(db, certificateId),
  };
}

/** Past the triggers: no vote of the world set a condition. */
const aCondition = (db: Kysely<Database>, certificateId: string) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const { id } = await trx
      .insertInto('decision_condition')
      .columns(['decision_id', 'text', 'due_on', 'owner'])
      .expression(({ selectFrom, val }) =>
        selectFrom('certificate')
          .select('decision_id')
          .select([
            val('Train every sub-agent.').as('text'),
            val('2026-06-01').as('due_on'),
            val('Mina Rai').as('owner'),
          ])
          .where('id', '=', certificateId),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });

/** Past the triggers: the certificate of the world stands as it was granted, and was never reduced. */
const anAppeal = (db: Kysely<Database>, certificateId: string) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const { id } = await trx
      .insertInto('certificate_appeal')
      .columns([
        ...(['certificate_id', 'against', 'version', 'against_at', 'grounds', 'stay_asked'] as const),
        ...(['lodged_by', 'lodged_at', 'acknowledge_by', 'due_on'] as const),
      ])
      .expression(({ selectFrom, val }) =>
        selectFrom('certificate_version')
          .select(['certificate_id', val('reduced').as('against'), 'version', 'from_at as against_at'])
          .select([val('The office is still open.').as('grounds'), val(false).as('stay_asked')])
          .select(['decided_by as lodged_by', 'from_at as lodged_at'])
          .select([sql`date '2026-03-06'`.as('acknowledge_by'), sql`date '2026-04-30'`.as('due_on')])
          .where('certificate_id', '=', certificateId),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
