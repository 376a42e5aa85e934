import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** What signing in compares, and whether a second factor is owed; nothing for a closed account. */
export async function findCredentials(db: Kysely<Database>, email: string) {
  const row = await db
    .selectFrom('account')
    .select(['account.id', 'account.password_hash'])
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom('authenticator')
          .select('authenticator.account_id')
          .whereRef('authenticator.account_id', '=', 'account.id')
          .where('authenticator.confirmed_at', 'is not', null),
      ).as('hasAuthenticator'),
      exists(selectFrom('passkey').select('passkey.id').whereRef('passkey.account_id', '=', 'account.id')).as(
        'hasPasskey',
      ),
    ])
    .where('account.email', '=', email.trim().toLowerCase())
    .executeTakeFirst();
  if (!row) return undefined;
  const { id: accountId, password_hash: passwordHash, hasAuthenticator, hasPasskey } = row;
  return { accountId, passwordHash, hasFactor: hasAuthenticator === true || hasPasskey === true };
}

export type Place = { membershipId: string; role: string; organisationId: string; organisation: string };

/** Everything a person may come in as, the oldest first. */
export const listPlaces = (db: Kysely<Database>, accountId: string): Promise<Place[]> =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.id as membershipId', 'membership.role'])
    .select(['organisation.id as organisationId', 'organisation.name as organisation'])
    .where('membership.account_id', '=', accountId)
    .orderBy('membership.created_at')
    .orderBy('membership.id')
    .limit(100)
    .execute();
