import { sql } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { oneByOne } from '#app/platform/operation/round.ts';
import type { System } from '#app/platform/scope.ts';

import { lockComplaint, stateOf, type House } from '../commands/on-case.server.ts';
import { isLate } from './rules.ts';

const actor: System = { kind: 'system' };
/** So many an hour: more would be one standstill of the scheme, and the next hour goes on. */
const most = 500;

/** Tells the caseworkers of each step that is late, once; who is in danger comes first. */
export const tellLateComplaints = async ({ db, now }: House) =>
  oneByOne(await listLate({ db, now }), (id) => tell({ db, now }, id));

async function listLate({ db, now }: House) {
  const rows = await db
    .selectFrom('complaint')
    .select('id')
    // As the index of the queue has it.
    .where(sql<boolean>`state not in ('closed', 'withdrawn', 'inadmissible')`)
    .where('state', '<>', 'monitored')
    .where('late_told_at', 'is', null)
    .where('due_at', '<', now)
    .orderBy(sql`(danger or child or reprisal) desc`)
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

const tell = ({ db, now }: House, id: string) =>
  db.transaction().execute(async (trx) => {
    if (!(await lockComplaint(trx, id))) return;
    const { state, ...clock } = await trx
      .selectFrom('complaint')
      .select(['state', 'due_at as dueAt', 'late_told_at as lateToldAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (!isLate({ state: stateOf(state), ...clock }, now)) return;
    await trx.updateTable('complaint').set({ late_told_at: now }).where('id', '=', id).execute();
    await recordEvent(trx, { actor, now, subject: id }, 'complaint.late', { state });
  });
