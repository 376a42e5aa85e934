import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { shutIfEmpty } from '../emptied.server.ts';

/**
 * Closes an account for good: what tells who it was goes, the id stays, so that history can point at it. Refused to
 * the last owner of an organisation that has other people.
 */
export function closeAccount({ db, actor, now }: Scope<SignedIn>): Promise<Result<undefined>> {
  return db.transaction().execute(async (trx): Promise<Result<undefined>> => {
    const account = await trx
      .selectFrom('account')
      .select('email')
      .where('id', '=', actor.accountId)
      .where('closed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!account?.email) return refuse('already_closed');
    const places = await lockPlaces(trx, actor.accountId);
    if (await leavesOthersWithoutOwner(trx, actor.accountId)) return refuse('last_owner');
    await forget(trx, actor.accountId, account.email);
    await endWhatWaits(trx, actor.accountId, now);
    await trx
      .updateTable('account')
      .set({ name: 'Closed account', email: null, password_hash: null, closed_at: now })
      .where('id', '=', actor.accountId)
      .execute();
    const related = [...new Set(places.map(({ organisationId }) => organisationId))];
    for (const { role, organisationId } of places) {
      const about = { actor, now, subject: actor.accountId, related: [organisationId] };
      await recordEvent(trx, about, 'membership.left', { role });
    }
    await recordEvent(trx, { actor, now, subject: actor.accountId, related }, 'account.closed', {});
    for (const organisationId of related) await shutIfEmpty(trx, { actor, now }, organisationId);
    return ok(undefined);
  });
}

/** The organisations are locked in one order: of two owners who leave at once, the second sees the first gone. */
async function lockPlaces(trx: Transaction<Database>, accountId: string) {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', (query) =>
      query.selectFrom('membership').select('organisation_id').where('account_id', '=', accountId),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  return trx
    .selectFrom('membership')
    .select(['role', 'organisation_id as organisationId'])
    .where('account_id', '=', accountId)
    .execute();
}

async function leavesOthersWithoutOwner(trx: Transaction<Database>, accountId: string) {
  // Two negations over the same table, which the builder only makes harder to read.
  const { rows } = await sql`
    select 1 from membership mine
    where mine.account_id = ${accountId} and mine.owner_since is not null
      and exists (select 1 from membership other
        where other.organisation_id = mine.organisation_id and other.account_id <> ${accountId})
      and not exists (select 1 from membership owner
        where owner.organisation_id = mine.organisation_id and owner.account_id <> ${accountId}
          and owner.owner_since is not null)
    limit 1`.execute(trx);
  return rows.length > 0;
}

const ownedTables = [
  'session',
  'membership',
  'pending_sign_in',
  'known_device',
  'passkey',
  'webauthn_challenge',
  'authenticator',
  'recovery_code',
  'external_identity',
] as const;

const noAddress = 'closed-account@fairroute.invalid';

/** Everything that holds a name, an address or a way in. */
async function forget(trx: Transaction<Database>, accountId: string, email: string) {
  for (const table of ownedTables) await trx.deleteFrom(table).where('account_id', '=', accountId).execute();
  await trx
    .deleteFrom('one_time_link')
    .where(({ or, eb }) =>
      or([
        eb('email', '=', email),
        eb('address_change_id', 'in', (query) =>
          query.selectFrom('address_change').select('id').where('account_id', '=', accountId),
        ),
      ]),
    )
    .execute();
  await trx.deleteFrom('address_change').where('account_id', '=', accountId).execute();
  await trx.deleteFrom('sign_up').where('email', '=', email).execute();
  // That somebody was invited stays told; at which address does not.
  await trx
    .updateTable('invitation')
    .set({ email: noAddress })
    .where(({ or, eb }) => or([eb('accepted_by', '=', accountId), eb('email', '=', email)]))
    .execute();
}

/** Nothing of it is left to reset or to invite: what waits is stopped by whoever closes the account. */
async function endWhatWaits(trx: Transaction<Database>, accountId: string, now: Date) {
  await trx
    .updateTable('factor_reset')
    .set({ cancelled_at: now, cancelled_by: accountId })
    .where('account_id', '=', accountId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute();
  await trx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('email', '=', noAddress)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}
