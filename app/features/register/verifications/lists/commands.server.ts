import { createHash } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import type { Database } from '#db/client.server.ts';

import { itemFormOn } from '../forms.ts';
import { mostItems } from '../model.ts';
import { visible } from '../checking/rules.ts';
import { guessColumns } from './columns.ts';
import type { ChoicesForm } from './forms.ts';
import { mostColumns, type Columns, type KeptRow } from './model.ts';
import { mayCheckLists } from './policy.ts';
import { countWaiting, findList, listKept, queueCheck } from './queries.server.ts';
import { keptRows, readRows } from './read.ts';
import { findAnswers } from './results.server.ts';
import { mayAsk, mayChoose, mayReadMore } from './rules.ts';

type Sent = { content: Buffer; filename: string };

const about = ({ actor, now }: Scope<Company>) => ({
  ...{ actor, now },
  ...{ subject: actor.organisationId, related: [actor.organisationId] },
});

/**
 * Reads the rows of a file and keeps them until somebody says which column is what; the file is not kept. The same file
 * again, while it waits, is the same list.
 */
export async function readList(scope: Scope<Company>, { content, filename }: Sent) {
  const { db, actor, now } = scope;
  if (!mayCheckLists(actor)) return refuse('forbidden');
  const table = await readTable(content, {
    ...{ mostRows: mostItems + 1, mostColumns, sheets: 'first' as const, controls: 'few' as const },
  });
  if (!table.ok) return table;
  const rows = keptRows(table.value.sheets[0]?.rows ?? []);
  if (rows.length === 1 && guessColumns(rows.map(({ cells }) => cells)).headed)
    return refuse('list_without_rows');
  const fileHash = createHash('sha256').update(content).digest('hex');
  const title = visible(filename).slice(-200) || 'List';
  return db.transaction().execute(async (trx) => {
    await lockCompany(trx, actor.organisationId);
    const waiting = await findWaiting(trx, actor.organisationId, fileHash);
    if (waiting) return ok({ id: waiting.id });
    const room = mayReadMore(await countWaiting(trx, actor.organisationId, now));
    if (!room.ok) return room;
    const list = { title, file_hash: fileHash, rows: rows.length, made_at: now, made_by: actor.accountId };
    const { id } = await trx
      .insertInto('list_check')
      .values({ company_id: actor.organisationId, ...list })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertRows(trx, id, rows);
    await recordEvent(trx, about(scope), 'list.read', { listId: id });
    return ok({ id });
  });
}

const lockCompany = (trx: Transaction<Database>, companyId: string) =>
  trx.selectFrom('organisation').select('id').where('id', '=', companyId).forNoKeyUpdate().execute();

const findWaiting = (trx: Transaction<Database>, companyId: string, fileHash: string) =>
  trx
    .selectFrom('list_check')
    .select('id')
    .where('company_id', '=', companyId)
    .where('file_hash', '=', fileHash)
    .where('asked_at', 'is', null)
    .executeTakeFirst();

// One text for ten thousand rows, which the database takes apart.
const insertRows = (trx: Transaction<Database>, checkId: string, rows: readonly KeptRow[]) =>
  sql`insert into list_check_row (check_id, place, number, cells, note)
    select ${checkId}, place, number, cells, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (place integer, number integer, cells jsonb, note text)`.execute(
    trx,
  );

/** Has a list checked, by columns that somebody chose; once more where it stands still. */
export const askCheck = (scope: Scope<Company>, id: string, columns: Columns) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    const list = await lockList({ ...scope, db: trx }, trx, id);
    if (!list) return refuse('not_found');
    const allowed = mayAsk(list, now);
    if (!allowed.ok) return allowed;
    const kept = await listKept(trx, id);
    const read = readRows(kept, columns, itemFormOn(dayOf(now)));
    if (read.length > mostItems) return refuse('table_too_many_rows');
    if (!read.some(({ item }) => item)) return refuse('nothing_to_check');
    await trx
      .updateTable('list_check')
      .set({
        columns: JSON.stringify(columns),
        asked_at: now,
        asked_by: actor.accountId,
        moved_at: now,
        done: 0,
      })
      .where('id', '=', id)
      .execute();
    await queueCheck(trx, { id, companyId: actor.organisationId });
    await recordEvent(trx, about(scope), 'list.check_asked', { listId: id });
    return ok({ id });
  });

/** Begins anew with what was chosen before, where nobody seems to be at work on it. */
export async function askAgain(scope: Scope<Company>, id: string) {
  const list = await findList(scope, id);
  if (!list?.columns) return refuse('not_found');
  return askCheck(scope, id, list.columns);
}

/** Whoever does something to a list waits for whoever is doing so. */
async function lockList(scope: Scope<Company>, trx: Transaction<Database>, id: string) {
  if (!mayCheckLists(scope.actor)) return undefined;
  await trx.selectFrom('list_check').select('id').where(isId('id', id)).forUpdate().execute();
  return findList(scope, id);
}

/** Keeps what a person chose among candidates, row by row; another choice takes its place. All rows or none. */
export const chooseCandidates = (scope: Scope<Company>, id: string, { rows }: ChoicesForm) =>
  scope.db.transaction().execute(async (trx) => {
    const list = await lockList({ ...scope, db: trx }, trx, id);
    if (!list?.verificationId) return refuse('not_found');
    const answers = await findAnswers(
      trx,
      list.verificationId,
      rows.map(({ line }) => line),
    );
    for (const { line, chosen } of rows) {
      const allowed = mayChoose(answers.get(line), chosen);
      if (!allowed.ok) return allowed;
    }
    if (rows.length === 0) return refuse('nothing_chosen');
    const by = { check_id: id, chosen_at: scope.now, chosen_by: scope.actor.accountId };
    await trx
      .insertInto('list_choice')
      .values(rows.map(({ line, chosen }) => ({ ...by, line, registration_number: chosen })))
      .onConflict((conflict) =>
        conflict.columns(['check_id', 'line']).doUpdateSet((row) => ({
          registration_number: row.ref('excluded.registration_number'),
          chosen_at: row.ref('excluded.chosen_at'),
          chosen_by: row.ref('excluded.chosen_by'),
        })),
      )
      .execute();
    return ok({ chosen: rows.length });
  });

/** Takes a list away with all that was read of it and chosen in it. What was asked and answered stays with its receipt. */
export const deleteList = (scope: Scope<Company>, id: string) =>
  scope.db.transaction().execute(async (trx) => {
    const list = await lockList({ ...scope, db: trx }, trx, id);
    if (!list) return refuse('not_found');
    await trx.deleteFrom('list_check').where('id', '=', id).execute();
    await recordEvent(trx, about(scope), 'list.deleted', { listId: id });
    return ok({ id });
  });
