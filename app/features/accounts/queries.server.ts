import type { Kysely } from 'kysely';
import { z } from 'zod';

import { roles, type SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Viewer } from './model.ts';

export type Person = { actor: SignedIn; viewer: Viewer };

const role = z.enum(roles);

/** The person behind a session, in the organisation they signed in for. */
export async function findActor(
  db: Kysely<Database>,
  accountId: string,
  membershipId: string,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'membership.role',
      'membership.organisation_id',
      'account.name',
      'organisation.name as organisation',
    ])
    .where('membership.id', '=', membershipId)
    .where('membership.account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) return undefined;
  const kind = role.parse(row.role);
  const actor = { kind, accountId, organisationId: row.organisation_id };
  return { actor, viewer: { name: row.name, organisation: row.organisation, kind } };
}

/** What signing in compares: the hash, and the membership the session will stand for (the oldest). */
export async function findCredentials(db: Kysely<Database>, email: string) {
  const row = await db
    .selectFrom('account')
    .innerJoin('membership', 'membership.account_id', 'account.id')
    .select(['account.id', 'account.password_hash', 'membership.id as membership'])
    .where('account.email', '=', email.trim().toLowerCase())
    .orderBy('membership.created_at')
    .limit(1)
    .executeTakeFirst();
  return row && { accountId: row.id, membershipId: row.membership, passwordHash: row.password_hash };
}
