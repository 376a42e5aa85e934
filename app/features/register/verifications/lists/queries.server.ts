import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { fields, keptDays, type Columns, type KeptRow } from './model.ts';
import { stateOf } from './rules.ts';

const hour = 3_600_000;
export const ago = (now: Date, hours: number) => new Date(now.getTime() - hours * hour);

const columnsShape = z.object({
  headed: z.boolean(),
  places: z.partialRecord(z.enum(fields), z.number()),
});
const cellsShape = z.array(z.union([z.string(), z.null(), z.object({ untaken: z.string() })]));

const lists = ({ db, actor, now }: Scope<Company>) =>
  db
    .selectFrom('list_check as list')
    .leftJoin('verification as checked', 'checked.id', 'list.verification_id')
    .select(['list.id', 'list.title', 'list.file_hash as fileHash', 'list.rows', 'list.columns', 'list.done'])
    .select(['list.made_at as madeAt', 'list.asked_at as askedAt', 'list.moved_at as movedAt'])
    .select(['list.verification_id as verificationId', 'checked.checked_at as checkedAt'])
    .select(['checked.matched', 'checked.ambiguous', 'checked.unmatched'])
    .where('list.company_id', '=', actor.organisationId)
    .where('list.made_at', '>', ago(now, keptDays * 24));

type Row = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number];

const toList = (now: Date) => (row: Row) => ({
  ...row,
  columns: row.columns === null ? null : columnsOf(row.columns),
  state: stateOf(row, now),
});
export type List = ReturnType<ReturnType<typeof toList>>;

function columnsOf(kept: unknown): Columns {
  const { headed, places } = columnsShape.parse(kept);
  return { headed, places };
}

/** Lists of the asker's own company, the newest first. */
export const listLists = async (
  scope: Scope<Company>,
  { limit, offset }: { limit: number; offset: number },
) =>
  (
    await lists(scope)
      .orderBy('list.made_at', 'desc')
      .orderBy('list.id')
      .limit(limit)
      .offset(offset)
      .execute()
  ).map(toList(scope.now));

export async function countLists({ db, actor, now }: Scope<Company>) {
  const { count } = await db
    .selectFrom('list_check')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('company_id', '=', actor.organisationId)
    .where('made_at', '>', ago(now, keptDays * 24))
    .executeTakeFirstOrThrow();
  return count;
}

/** One of the asker's own company. */
export async function findList(scope: Scope<Company>, id: string) {
  const row = await lists(scope).where(isId('list.id', id)).executeTakeFirst();
  return row && toList(scope.now)(row);
}

/** Another list of the same company that came from the very same file and was checked. */
export const findSameFile = (scope: Scope<Company>, { id, fileHash }: Pick<List, 'id' | 'fileHash'>) =>
  lists(scope)
    .where('list.file_hash', '=', fileHash)
    .where('list.id', '<>', id)
    .where('list.verification_id', 'is not', null)
    .orderBy('list.made_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Rows of a list that wait to be checked, all of them or the first ones, as they were sent. */
export async function listKept(db: Kysely<Database>, checkId: string, most?: number): Promise<KeptRow[]> {
  const rows = await db
    .selectFrom('list_check_row')
    .select(['place', 'number', 'cells', 'note'])
    .where('check_id', '=', checkId)
    .orderBy('place')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute();
  return rows.map(({ cells, ...row }) => ({ ...row, cells: cells === null ? [] : cellsShape.parse(cells) }));
}

/** Lists of a company that nobody had checked yet, or that are being checked. */
export async function countWaiting(db: Kysely<Database>, companyId: string, now: Date) {
  const { count } = await db
    .selectFrom('list_check')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('verification_id', 'is', null)
    .where('made_at', '>', ago(now, 24))
    .executeTakeFirstOrThrow();
  return count;
}

/** What the job needs to know of a list; nothing where there is nothing to do. */
export async function findAsked(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('list_check')
    .select(['id', 'title', 'columns', 'company_id as companyId', 'asked_by as askedBy'])
    .where('id', '=', id)
    .where('asked_at', 'is not', null)
    .where('verification_id', 'is', null)
    .executeTakeFirst();
  if (!row || row.columns === null || row.askedBy === null) return undefined;
  return { ...row, askedBy: row.askedBy, columns: columnsOf(row.columns) };
}

/** The queue's own function, in the transaction of whoever asks; asked twice it is one job. */
export const queueCheck = (db: Kysely<Database>, { id, companyId }: { id: string; companyId: string }) =>
  sql`select graphile_worker.add_job('check-list', json_build_object('list', ${id}::text), job_key => ${`list:${id}`},
    queue_name => ${`lists:${companyId}`}, max_attempts => 5)`.execute(db);
