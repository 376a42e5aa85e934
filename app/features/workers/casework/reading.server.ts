import type { Transaction } from 'kysely';
import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { issueCodes, type IssueCode } from '../complaints/model.ts';
import { accountShape, messageShape } from '../complaints/queries.server.ts';
import { entryAt, openIn, reasonsAt } from '../complaints/sealing.server.ts';
import { mayOpen } from './case.server.ts';
import type { Caseworker } from './policy.ts';

type Reader = { actor: Caseworker; now: Date };

/** Every opening is written down before a word of it is; the database refuses whoever it is not theirs to open. */
export const writeReading = (trx: Transaction<Database>, { actor, now }: Reader, complaintId: string) =>
  trx
    .insertInto('complaint_reading')
    .values({ complaint_id: complaintId, account_id: actor.accountId, read_at: now })
    .execute();

/** One piece of what was written. `said` undefined where no key opens it any more. */
export type OpenedEntry = {
  id: string;
  kind: string;
  section: string | null;
  ofEntry: string | null;
  at: Date;
  by: string | null;
  said: unknown;
};

export type OpenedDecision = {
  position: number;
  from: string;
  to: string;
  at: Date;
  by: string | null;
  routedTo: string | null;
  byNecessity: boolean;
  outcome: string | null;
  reasons: string | null;
};

/** Everything of a case, opened; undefined for whoever may not open it. */
export const openCase = ({ db, actor, now }: Scope<Caseworker>, complaintId: string) =>
  db.transaction().execute(async (trx) => {
    if (!(await mayOpen(trx, { actor, now }, complaintId))) return undefined;
    await writeReading(trx, { actor, now }, complaintId);
    return {
      entries: await openEntries(trx, complaintId),
      decisions: await openDecisions(trx, complaintId),
    };
  });

/** One piece alone, for whoever translates it. */
export const openEntry = ({ db, actor, now }: Scope<Caseworker>, complaintId: string, entryId: string) =>
  db.transaction().execute(async (trx) => {
    if (!(await mayOpen(trx, { actor, now }, complaintId))) return undefined;
    await writeReading(trx, { actor, now }, complaintId);
    return (await openEntries(trx, complaintId)).find(({ id }) => id === entryId);
  });

async function openEntries(trx: Transaction<Database>, complaintId: string): Promise<OpenedEntry[]> {
  const rows = await trx
    .selectFrom('complaint_entry')
    .leftJoin('account', 'account.id', 'written_by')
    .select(['complaint_entry.id', 'kind', 'section', 'of_entry as ofEntry', 'sealed'])
    .select(['written_at as at', 'account.name as by'])
    .where('complaint_id', '=', complaintId)
    .orderBy('written_at')
    .orderBy('complaint_entry.id')
    .execute();
  return Promise.all(
    rows.map(async ({ sealed, ...row }) => ({
      ...row,
      said: await openIn(entryAt(complaintId, row.id), sealed, z.unknown()),
    })),
  );
}

async function openDecisions(trx: Transaction<Database>, complaintId: string): Promise<OpenedDecision[]> {
  const rows = await trx
    .selectFrom('complaint_decision')
    .leftJoin('account', 'account.id', 'decided_by')
    .select(['position', 'from_state as from', 'to_state as to', 'decided_at as at', 'account.name as by'])
    .select(['routed_to as routedTo', 'by_necessity as byNecessity', 'outcome', 'reasons'])
    .where('complaint_id', '=', complaintId)
    .orderBy('position', 'desc')
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      reasons:
        row.reasons === null
          ? null
          : ((await openIn(reasonsAt(complaintId, row.position), row.reasons, z.string())) ?? null),
    })),
  );
}

/** What an entry says as text; null where it has none, or no key opens it. */
export function textOf({ kind, said }: Pick<OpenedEntry, 'kind' | 'said'>): string | null {
  return kind === 'account'
    ? (accountShape.safeParse(said).data?.happened ?? null)
    : (messageShape.safeParse(said).data?.text ?? null);
}

export const whomOf = ({ said }: Pick<OpenedEntry, 'said'>) =>
  accountShape.safeParse(said).data?.whom ?? null;

const issuesShape = z.object({ issues: z.array(z.enum(issueCodes)) });

/** The issues a case was said to be about, last; for a command that has written that it reads. */
export async function issuesOf(trx: Transaction<Database>, complaintId: string): Promise<IssueCode[]> {
  const row = await trx
    .selectFrom('complaint_entry')
    .select(['id', 'sealed'])
    .where('complaint_id', '=', complaintId)
    .where('section', '=', 'what_was_done')
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const said = row && (await openIn(entryAt(complaintId, row.id), row.sealed, issuesShape));
  return said?.issues ?? [];
}

/** Who opened it, the last first: at most this many, and how often in all. */
const mostReadings = 20;

export async function listReadings({ db }: Pick<Scope, 'db'>, complaintId: string) {
  const rows = await db
    .selectFrom('complaint_reading')
    .innerJoin('account', 'account.id', 'account_id')
    .select(['complaint_reading.id', 'account.name as by', 'read_at as at'])
    .select(({ fn }) => fn.countAll<number>().over().as('count'))
    .where('complaint_id', '=', complaintId)
    .orderBy('read_at', 'desc')
    .orderBy('complaint_reading.id')
    .limit(mostReadings)
    .execute();
  return {
    count: rows[0]?.count ?? 0,
    readings: rows.map(({ id, by, at }) => ({ id, by, at: at.toISOString() })),
  };
}
