import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about } from '../status.server.ts';
import { lockAppeal } from './appeal.server.ts';
import { noticesOn } from './rules.ts';

const actor: System = { kind: 'system' };
type House = Pick<Scope, 'db' | 'now'>;

/** Open appeals of which the clock may have something to tell. */
async function listDue(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('certificate_appeal')
    .select('id')
    .where('outcome', 'is', null)
    .where('id', '>', after)
    .where(({ or, and, eb }) =>
      or([
        eb('due_on', '<=', addDays(today, 7)),
        and([eb('acknowledged_at', 'is', null), eb('acknowledge_by', '<', today)]),
      ]),
    )
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** Reminds the scheme of each appeal's clocks, once a step, however often this runs and however long it did not. */
export const tellDueAppeals = ({ db, now }: House) =>
  oneByOne(
    inBatches((after) => listDue(db, dayOf(now), after)),
    (id) => tell({ db, now }, id),
  );

const tell = ({ db, now }: House, id: string) =>
  db.transaction().execute(async (trx) => {
    const locked = await lockAppeal(trx, id);
    if (!locked) return;
    const { appeal, certificate } = locked;
    for (const step of noticesOn(appeal, dayOf(now))) {
      const told = await trx
        .insertInto('certificate_appeal_notice')
        .values({ appeal_id: locked.id, step, told_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('step')
        .executeTakeFirst();
      if (!told) continue;
      const dueOn = step === 'acknowledgement_late' ? appeal.acknowledgeBy : appeal.dueOn;
      const payload = { appealId: locked.id, step, dueOn };
      await recordEvent(trx, { actor, now, ...about(certificate) }, 'certificate.appeal_due', payload);
    }
  });
