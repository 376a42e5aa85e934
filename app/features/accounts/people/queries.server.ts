import type { Kysely } from 'kysely';

import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

/** The waiting sign-up of a link. */
export async function findSignUp(db: Kysely<Database>, id: string | null) {
  return db
    .selectFrom('sign_up')
    .select(['id', 'email', 'name', 'organisation_kind as kind', 'organisation_name as organisation'])
    .select(['country', 'password_hash as passwordHash', 'completed_at as completedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What nobody should build their password from. */
export async function ownWordsOf(db: Kysely<Database>, email: string) {
  const rows = await db
    .selectFrom('account')
    .leftJoin('membership', 'membership.account_id', 'account.id')
    .leftJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['account.name', 'organisation.name as organisation'])
    .where('account.email', '=', email.toLowerCase())
    .limit(100)
    .execute();
  return [email, ...rows.flatMap(({ name, organisation }) => [name, organisation ?? ''])];
}

export const findAccountByEmail = (db: Kysely<Database>, email: string) =>
  db
    .selectFrom('account')
    .select(['id', 'email', 'password_hash as passwordHash'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();

/** The organisations an account belongs to: where its facts are told besides. */
export async function organisationsOf(db: Kysely<Database>, accountId: string) {
  const rows = await db
    .selectFrom('membership')
    .select('organisation_id')
    .distinct()
    .where('account_id', '=', accountId)
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

/** The page about oneself. */
export async function findMe({ db, actor }: Scope<SignedIn>) {
  const account = await db
    .selectFrom('account')
    .select(['name', 'email', 'language', 'created_at as createdAt'])
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  const places = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.name as organisation', 'membership.role', 'membership.owner_since as ownerSince'])
    .where('membership.account_id', '=', actor.accountId)
    .orderBy('membership.created_at')
    .limit(100)
    .execute();
  const change = await db
    .selectFrom('address_change')
    .select(['new_email as newEmail', 'confirmed_old_at as oldAt', 'confirmed_new_at as newAt'])
    .where('account_id', '=', actor.accountId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('requested_at', 'desc')
    .executeTakeFirst();
  return { ...account, places, change };
}

/** What a link to confirm a change of address is about. */
export const findAddressChange = (db: Kysely<Database>, id: string | null) =>
  db
    .selectFrom('address_change')
    .select(['id', 'account_id as accountId', 'new_email as newEmail'])
    .select(['confirmed_old_at as oldAt', 'confirmed_new_at as newAt'])
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
