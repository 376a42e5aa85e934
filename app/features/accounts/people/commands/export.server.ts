import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { organisationsOf } from '../queries.server.ts';

/** Rows of each kind; somebody with more facts than this asks the scheme, and is told so in the file. */
const most = 10_000;

/** Everything the house holds about a person, without secrets and without anybody else's names. */
export function exportAccount({ db, actor, now }: Scope<SignedIn>) {
  return db.transaction().execute(async (trx) => {
    const { accountId } = actor;
    const related = await organisationsOf(trx, accountId);
    await recordEvent(trx, { actor, now, subject: accountId, related }, 'account.exported', {});
    const account = await accountOf(trx, accountId);
    return ok({
      exportedAt: now,
      account,
      ...(await waysIn(trx, accountId)),
      ...(await dealings(trx, accountId, account.email)),
      facts: await factsOf(trx, accountId),
      factsAtMost: most,
    });
  });
}

const accountOf = (trx: Transaction<Database>, accountId: string) =>
  trx
    .selectFrom('account')
    .select(['id', 'name', 'email', 'created_at as openedAt', 'verified_at as addressProvenAt'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();

async function waysIn(trx: Transaction<Database>, accountId: string) {
  const sessions = await trx
    .selectFrom('session')
    .select(['public_id as id', 'device', 'place', 'method', 'created_at as openedAt'])
    .select(['last_seen_at as lastSeenAt', 'expires_at as endsAt'])
    .where('account_id', '=', accountId)
    .limit(most)
    .execute();
  const devices = await trx
    .selectFrom('known_device')
    .select('first_seen_at as firstSeenAt')
    .where('account_id', '=', accountId)
    .limit(most)
    .execute();
  const passkeys = await trx
    .selectFrom('passkey')
    .select(['name', 'added_at as addedAt', 'last_used_at as lastUsedAt'])
    .where('account_id', '=', accountId)
    .execute();
  const authenticators = await trx
    .selectFrom('authenticator')
    .select(['added_at as addedAt', 'confirmed_at as confirmedAt'])
    .where('account_id', '=', accountId)
    .execute();
  const recoveryCodes = await trx
    .selectFrom('recovery_code')
    .select(['made_at as madeAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .execute();
  const singleSignOn = await trx
    .selectFrom('external_identity')
    .select(['issuer', 'subject', 'linked_at as linkedAt'])
    .where('account_id', '=', accountId)
    .execute();
  return { sessions, devices, passkeys, authenticators, recoveryCodes, singleSignOn };
}

async function dealings(trx: Transaction<Database>, accountId: string, email: string | null) {
  const memberships = await trx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.name as organisation', 'membership.role', 'membership.created_at as since'])
    .select('membership.owner_since as ownerSince')
    .where('membership.account_id', '=', accountId)
    .execute();
  const invitations = await trx
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .select(['organisation.name as organisation', 'invitation.role', 'invitation.created_at as sentAt'])
    .select(['invitation.accepted_at as acceptedAt', 'invitation.revoked_at as revokedAt'])
    .where(({ or, eb }) =>
      or([eb('invitation.email', '=', email), eb('invitation.accepted_by', '=', accountId)]),
    )
    .limit(most)
    .execute();
  const addressChanges = await trx
    .selectFrom('address_change')
    .select(['new_email as newAddress', 'requested_at as askedAt', 'done_at as doneAt'])
    .select('cancelled_at as cancelledAt')
    .where('account_id', '=', accountId)
    .limit(most)
    .execute();
  const signUps = await trx
    .selectFrom('sign_up')
    .select(['name', 'organisation_name as organisation', 'country', 'created_at as sentAt'])
    .where('email', '=', email)
    .limit(most)
    .execute();
  return { memberships, invitations, addressChanges, signUps };
}

/** What is told of this person, and what they did; ids stand for everybody and everything else. */
const factsOf = (trx: Transaction<Database>, accountId: string) =>
  trx
    .selectFrom('event')
    .select(['type', 'subject', 'payload', 'occurred_at as at'])
    .where(({ or, eb }) =>
      // The builder knows no way into a jsonb column.
      or([eb('subject', '=', accountId), eb(sql<string>`actor ->> 'accountId'`, '=', accountId)]),
    )
    .orderBy('position', 'desc')
    .limit(most)
    .execute();
