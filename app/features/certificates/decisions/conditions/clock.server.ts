import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findCondition } from './queries.server.ts';
import { daysAhead, noticeOn } from './rules.ts';

const actor: System = { kind: 'system' };
type House = Pick<Scope, 'db' | 'now'>;

/** Open conditions of which the clock may have something to tell. */
async function listDue(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('decision_condition')
    .select('id')
    .where('state', '=', 'open')
    .where('due_on', '<=', addDays(today, daysAhead))
    .where('id', '>', after)
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** Reminds of each condition before its day, and tells when it passed: once a step, however often this runs. */
export const tellDueConditions = ({ db, now }: House) =>
  oneByOne(
    inBatches((after) => listDue(db, dayOf(now), after)),
    (id) => tell({ db, now }, id),
  );

const tell = ({ db, now }: House, id: string) =>
  db.transaction().execute(async (trx) => {
    await trx.selectFrom('decision_condition').select('id').where('id', '=', id).forUpdate().execute();
    const condition = await findCondition({ db: trx }, id);
    const step = condition && noticeOn(condition, dayOf(now));
    if (!step) return;
    const told = await trx
      .insertInto('decision_condition_notice')
      .values({ condition_id: id, step, told_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('step')
      .executeTakeFirst();
    if (!told) return;
    const { applicationId, organisationId, dueOn } = condition;
    const about = { subject: id, related: [applicationId, organisationId] };
    await recordEvent(trx, { actor, now, ...about }, 'decision.condition_due', { step, dueOn });
  });
