import type { Kysely } from 'kysely';

import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { FactorReset, Factors } from './model.ts';

/** Everything somebody may prove themselves by beside the password. */
export async function findFactors(db: Kysely<Database>, accountId: string): Promise<Factors> {
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'added_at as addedAt', 'last_used_at as lastUsedAt'])
    .where('account_id', '=', accountId)
    .orderBy('added_at')
    .limit(100)
    .execute();
  const authenticator = await db
    .selectFrom('authenticator')
    .select('confirmed_at as confirmedAt')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  const codes = await unusedCodes(db, accountId);
  return { passkeys, authenticatorSince: authenticator?.confirmedAt ?? null, codesLeft: codes.length };
}

export async function unusedCodes(db: Kysely<Database>, accountId: string) {
  const rows = await db
    .selectFrom('recovery_code')
    .select('hash')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .orderBy('hash')
    .execute();
  return rows.map(({ hash }) => hash);
}

export const findMyFactors = ({ db, actor }: Scope<SignedIn>) => findFactors(db, actor.accountId);

/** For the browser: which passkeys an account has already. */
export const listCredentials = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom('passkey')
    .select(['credential_id as credentialId', 'transports'])
    .where('account_id', '=', accountId)
    .limit(100)
    .execute();

export async function hasPassword(db: Kysely<Database>, accountId: string) {
  const row = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return typeof row?.password_hash === 'string';
}

const resets = (db: Kysely<Database>) =>
  db
    .selectFrom('factor_reset as reset')
    .select(['reset.id', 'reset.account_id as accountId', 'reset.requested_by as requestedBy'])
    .select(['reset.approved_by as approvedBy', 'reset.due_at as dueAt'])
    .select(['reset.cancelled_at as cancelledAt', 'reset.done_at as doneAt']);

/** Call it first in every command on a reset: two at once wait for each other. */
export const lockReset = (trx: Kysely<Database>, id: string): Promise<FactorReset | undefined> =>
  resets(trx).where('reset.id', '=', id).forUpdate().executeTakeFirst();

/** The reset that is under way for somebody, for their own page. */
export const findOpenReset = ({ db, actor }: Scope<SignedIn>): Promise<FactorReset | undefined> =>
  resets(db)
    .where('reset.account_id', '=', actor.accountId)
    .where('reset.cancelled_at', 'is', null)
    .where('reset.done_at', 'is', null)
    .executeTakeFirst();

/** Resets whose waiting time is over. */
export const listDueResets = (db: Kysely<Database>, now: Date) =>
  db
    .selectFrom('factor_reset')
    .select('id')
    .where('due_at', '<=', now)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .limit(100)
    .execute();

const listed = (db: Kysely<Database>) =>
  resets(db)
    .innerJoin('account as person', 'person.id', 'reset.account_id')
    .innerJoin('account as requester', 'requester.id', 'reset.requested_by')
    .leftJoin('account as approver', 'approver.id', 'reset.approved_by')
    .select(['person.name', 'person.email', 'requester.name as requester', 'approver.name as approver'])
    .select(['reset.reason', 'reset.requested_at as requestedAt']);

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

/** For officers: those under way first, then the last hundred. */
export const listResets = ({ db }: Scope) =>
  listed(db)
    .orderBy(
      (order) => order.fn.coalesce('reset.done_at', 'reset.cancelled_at'),
      (by) => by.desc().nullsFirst(),
    )
    .orderBy('reset.requested_at', 'desc')
    .limit(100)
    .execute();

export const findReset = async ({ db }: Scope, id: string) =>
  isId(id) ? listed(db).where('reset.id', '=', id).executeTakeFirst() : undefined;
