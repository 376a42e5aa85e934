import type { Transaction } from 'kysely';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { ComplaintState } from '../model.ts';
import { isState } from '../model.ts';
import { entryAt, sealIn } from '../sealing.server.ts';

export type House = Pick<Scope, 'db' | 'now'>;
export type OnCase = { trx: Transaction<Database>; now: Date; complaint: LockedComplaint };
export type LockedComplaint = NonNullable<Awaited<ReturnType<typeof lockComplaint>>>;

/** One step of whoever is let into a case, alone with it until it is done; what was erased takes none. */
export const onCase = <T, R extends string>(
  { db, now }: House,
  complaintId: string,
  act: (on: OnCase) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'not_found'>> =>
  db.transaction().execute(async (trx) => {
    const complaint = await lockComplaint(trx, complaintId);
    return complaint && complaint.erasedAt === null ? act({ trx, now, complaint }) : refuse('not_found');
  });

export async function lockComplaint(trx: Transaction<Database>, id: string) {
  const row = await trx
    .selectFrom('complaint')
    .select(['id', 'number', 'state', 'since', 'danger', 'child', 'reprisal', 'severe', 'language'])
    .select(['organisation_id as organisationId', 'caseworker_id as caseworkerId', 'erased_at as erasedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, state: stateOf(row.state) };
}

export function stateOf(state: string): ComplaintState {
  if (!isState(state)) throw new Error(`no state of a complaint: ${state}`);
  return state;
}

type Written = {
  kind: string;
  section?: string;
  ofEntry?: string;
  by?: string;
  said: unknown;
};

/** One more piece of what was written, sealed for its row. */
export async function writeEntry({ trx, now, complaint }: OnCase, { kind, said, ...about }: Written) {
  const id = crypto.randomUUID();
  await trx
    .insertInto('complaint_entry')
    .values({
      ...{ id, complaint_id: complaint.id, kind, written_at: now },
      ...{ section: about.section ?? null, of_entry: about.ofEntry ?? null, written_by: about.by ?? null },
      sealed: await sealIn(entryAt(complaint.id, id), said),
    })
    .execute();
  return ok({ id });
}
