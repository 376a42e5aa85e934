import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockComplaint, type House } from '../commands/on-case.server.ts';
import { isToErase } from './rules.ts';

const actor: System = { kind: 'system' };
type Erasing = House & { storage: Pick<Storage, 'remove'> };

/**
 * What was written of a case goes when its time has come: entries, files and the reasons of its decisions. What stays is that it
 * was, its states and days. Files go first: what is cut short leaves rows that name them, and is done again the night after.
 */
export const eraseComplaints = ({ db, now, storage }: Erasing) =>
  oneByOne(
    inBatches((after) => listDue(db, dayOf(now), after)),
    (id) => erase({ db, now, storage }, id),
  );

async function listDue(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('complaint')
    .select('id')
    .where('erased_at', 'is', null)
    .where('erase_on', '<=', today)
    .where('id', '>', after)
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}

const erase = ({ db, now, storage }: Erasing, id: string) =>
  db.transaction().execute(async (trx) => {
    if (!(await lockComplaint(trx, id))) return;
    const kept = await trx
      .selectFrom('complaint')
      .select(['erase_on as eraseOn', 'erased_at as erasedAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (!isToErase(kept, dayOf(now))) return;
    const files = await trx
      .selectFrom('complaint_file')
      .select('storage_key as key')
      .where('complaint_id', '=', id)
      .execute();
    for (const { key } of files) await storage.remove(key);
    await trx.deleteFrom('complaint_file').where('complaint_id', '=', id).execute();
    await trx.deleteFrom('complaint_entry').where('complaint_id', '=', id).execute();
    await trx
      .updateTable('complaint_decision')
      .set({ reasons: null })
      .where('complaint_id', '=', id)
      .execute();
    await trx.updateTable('complaint').set({ erased_at: now }).where('id', '=', id).execute();
    await recordEvent(trx, { actor, now, subject: id }, 'complaint.erased', {});
  });
