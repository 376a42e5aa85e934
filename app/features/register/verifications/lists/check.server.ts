import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { answerFound, findItems } from '../checking/check.server.ts';
import { keep, type By } from '../commands.server.ts';
import { itemFormOn } from '../forms.ts';
import { findAsked, listKept } from './queries.server.ts';
import { readRows, type ReadRow } from './read.ts';

const payloadShape = z.object({ list: z.uuid() });

type House = By & { db: Kysely<Database>; clock: () => Date };
type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/**
 * Checks a list that was asked for: the same check as by the API, with its receipt. Repeated after a crash it begins anew;
 * of two at once one is kept. Nothing happens to a list that is gone or answered.
 */
export async function checkList(house: House, payload: unknown) {
  const { db, clock } = house;
  const list = await findAsked(db, payloadShape.parse(payload).list);
  if (!list) return;
  const rows = readRows(await listKept(db, list.id), list.columns, itemFormOn(dayOf(clock())));
  const items = rows.flatMap(({ item }) => item ?? []);
  const unread = rows.length - items.length;
  const found = await findItems(db, items, (done) => moveOn(house, list.id, unread + done));
  // Where they stand is as known from here on, and not from when the long part began.
  const now = clock();
  const answers = await answerFound({ db, now }, items, found);
  const actor: Company = { kind: 'company', organisationId: list.companyId, accountId: list.askedBy };
  await keep({ db, actor, now }, house, {
    ...{ items, answers, channel: 'list' as const, title: list.title },
    settle: (trx, verificationId) => settle(trx, list, { verificationId, rows }),
  });
}

const moveOn = ({ db, clock }: House, id: string, done: number) =>
  db.updateTable('list_check').set({ done, moved_at: clock() }).where('id', '=', id).execute();

/** What each row became; what was read of their cells goes. False where the list is gone or was answered meanwhile. */
async function settle(
  trx: Transaction<Database>,
  { id }: Asked,
  { verificationId, rows }: { verificationId: string; rows: readonly ReadRow[] },
) {
  const answered = await trx
    .updateTable('list_check')
    .set({ verification_id: verificationId, done: rows.length })
    .where('id', '=', id)
    .where('verification_id', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!answered) return false;
  let line = 0;
  const became = rows.map(({ place, item, note }) => ({ place, note, line: item ? (line += 1) : null }));
  await sql`update list_check_row r set cells = null, note = null where check_id = ${id}`.execute(trx);
  await sql`update list_check_row r set line = b.line, note = b.note
    from jsonb_to_recordset(${JSON.stringify(became)}::jsonb) as b (place integer, note text, line integer)
    where r.check_id = ${id} and r.place = b.place`.execute(trx);
  return true;
}
