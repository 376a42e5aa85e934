import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { roles, type Actor, type Scope, type SignedIn } from '#app/platform/scope.ts';
import { open, seal } from '#app/platform/secrets.server.ts';
import type { Database } from '#db/client.server.ts';

import { listPlaces } from '../queries.server.ts';
import type { Method } from '../sessions/adapter.server.ts';
import { newSecret, stepOf } from './authenticator.server.ts';
import { hashCode, matchingHash, newCodes } from './codes.server.ts';
import type { PasskeyForm } from './forms.ts';
import type { FactorKind } from './model.ts';
import { registered } from './passkey.server.ts';
import { findFactors, unusedCodes } from './queries.server.ts';
import { freshStep, hasFactor, removeFactor, roomForPasskey } from './rules.ts';

/** `sessionId`: the one it is done in, which stays when others end. */
type Mine = Scope<SignedIn> & { sessionId?: string };
type Told = { actor: Actor; now: Date };

/** Changes to one person's factors wait for each other: the last one is counted right. */
export const lockAccount = (trx: Transaction<Database>, accountId: string) =>
  trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().executeTakeFirst();

const tell = (
  trx: Transaction<Database>,
  { actor, now }: Mine,
  type: 'factor.added' | 'factor.removed',
  kind: FactorKind,
) =>
  recordEvent(trx, { actor, now, subject: actor.accountId, related: [actor.organisationId] }, type, { kind });

/** A secret that no code was heard of yet is shown again for an hour, then replaced. */
const unconfirmedMinutes = 60;

/** Makes the secret of an authenticator app, or finds the one that still waits for its first code. */
export function startAuthenticator({ db, actor, now }: Mine) {
  return db.transaction().execute(async (trx) => {
    await lockAccount(trx, actor.accountId);
    const current = await findAuthenticator(trx, actor.accountId);
    if (current?.confirmedAt) return refuse('already_added');
    const stale = new Date(now.getTime() - unconfirmedMinutes * 60_000);
    if (current && current.addedAt > stale) return ok({ secret: open(current.secret) });
    const secret = newSecret();
    const values = { account_id: actor.accountId, secret: seal(secret), added_at: now };
    await trx.deleteFrom('authenticator').where('account_id', '=', actor.accountId).execute();
    await trx.insertInto('authenticator').values(values).execute();
    return ok({ secret });
  });
}

const findAuthenticator = (trx: Transaction<Database>, accountId: string) =>
  trx
    .selectFrom('authenticator')
    .select(['secret', 'added_at as addedAt', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();

/** The app counts from its first right code on. With somebody's first factor come recovery codes, readable this once. */
export function confirmAuthenticator(scope: Mine, code: string) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    await lockAccount(trx, actor.accountId);
    const current = await findAuthenticator(trx, actor.accountId);
    if (!current) return refuse('not_started');
    if (current.confirmedAt) return refuse('already_added');
    const step = stepOf(code, open(current.secret), now);
    if (step === undefined || !freshStep(step, current.lastStep, now)) return refuse('wrong_code');
    await trx
      .updateTable('authenticator')
      .set({ confirmed_at: now, last_step: step })
      .where('account_id', '=', actor.accountId)
      .execute();
    await endWeaker(trx, scope, 'password_and_code');
    await tell(trx, scope, 'factor.added', 'authenticator');
    return ok({ codes: await firstCodes(trx, scope) });
  });
}

/** Adds the passkey a browser made. */
export async function addPasskey(scope: Mine, { name, credential }: PasskeyForm) {
  const { db, actor, now } = scope;
  const passkey = await registered(db, credential, actor.accountId, now);
  if (!passkey) return refuse('passkey_refused');
  return db.transaction().execute(async (trx) => {
    await lockAccount(trx, actor.accountId);
    const room = roomForPasskey(await findFactors(trx, actor.accountId));
    if (!room.ok) return room;
    const added = await trx
      .insertInto('passkey')
      .values({
        account_id: actor.accountId,
        credential_id: passkey.credentialId,
        public_key: passkey.publicKey,
        counter: passkey.counter,
        transports: passkey.transports,
        name,
        added_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) return refuse('already_added');
    await endWeaker(trx, scope, 'passkey');
    await tell(trx, scope, 'factor.added', 'passkey');
    return ok({ codes: await firstCodes(trx, scope) });
  });
}

/**
 * Whoever knew the password alone may have waited for this: every other session ends with a new factor, and every
 * sign-in that is half done. The session it was added in has shown the new factor, too.
 */
async function endWeaker(trx: Transaction<Database>, { actor, sessionId }: Mine, method: Method) {
  const { accountId } = actor;
  await trx.deleteFrom('pending_sign_in').where('account_id', '=', accountId).execute();
  await trx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(sessionId !== undefined, (query) => query.where('public_id', '<>', sessionId ?? ''))
    .execute();
  await trx.updateTable('session').set({ method }).where('account_id', '=', accountId).execute();
}

async function firstCodes(trx: Transaction<Database>, { actor, now }: Mine) {
  const any = await trx
    .selectFrom('recovery_code')
    .select('hash')
    .where('account_id', '=', actor.accountId)
    .limit(1)
    .executeTakeFirst();
  return any ? undefined : writeCodes(trx, actor.accountId, now);
}

/** Ten codes; only what argon2id makes of them stays. */
async function writeCodes(trx: Transaction<Database>, accountId: string, now: Date) {
  const codes = newCodes();
  const hashes = await Promise.all(codes.map(hashCode));
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ account_id: accountId, hash, made_at: now })))
    .execute();
  return codes;
}

/** New recovery codes in place of all the old ones, readable this once. */
export function remakeCodes(scope: Mine) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    await lockAccount(trx, actor.accountId);
    if (!hasFactor(await findFactors(trx, actor.accountId))) return refuse('no_factor');
    await trx.deleteFrom('recovery_code').where('account_id', '=', actor.accountId).execute();
    const codes = await writeCodes(trx, actor.accountId, now);
    await tell(trx, scope, 'factor.added', 'recovery_codes');
    return ok({ codes });
  });
}

async function removal(trx: Transaction<Database>, accountId: string) {
  await lockAccount(trx, accountId);
  const places = await listPlaces(trx, accountId);
  const held = roles.filter((role) => places.some((place) => place.role === role));
  return removeFactor(await findFactors(trx, accountId), held);
}

/** Codes stand in for a factor: without one there is nothing they stand for. */
const dropCodes = (trx: Transaction<Database>, accountId: string) =>
  trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();

export function removeAuthenticator(scope: Mine) {
  const { accountId } = scope.actor;
  return scope.db.transaction().execute(async (trx) => {
    const outcome = await removal(trx, accountId);
    if ((await findFactors(trx, accountId)).authenticatorSince === null) return refuse('not_found');
    if (!outcome.ok) return outcome;
    await trx.deleteFrom('authenticator').where('account_id', '=', accountId).execute();
    if (outcome.value.lastOne) await dropCodes(trx, accountId);
    await tell(trx, scope, 'factor.removed', 'authenticator');
    return outcome;
  });
}

export function removePasskey(scope: Mine, id: string) {
  const { accountId } = scope.actor;
  return scope.db.transaction().execute(async (trx) => {
    const outcome = await removal(trx, accountId);
    const { passkeys } = await findFactors(trx, accountId);
    if (!passkeys.some((passkey) => passkey.id === id)) return refuse('not_found');
    if (!outcome.ok) return outcome;
    await trx.deleteFrom('passkey').where('id', '=', id).where('account_id', '=', accountId).execute();
    if (outcome.value.lastOne) await dropCodes(trx, accountId);
    await tell(trx, scope, 'factor.removed', 'passkey');
    return outcome;
  });
}

/** True once for each code: of two people who type the same one, or one who types it twice, the first comes in. */
export async function spendCode({ db, now }: Pick<Scope, 'db' | 'now'>, accountId: string, code: string) {
  return db.transaction().execute(async (trx) => {
    const current = await findAuthenticator(trx, accountId);
    if (!current?.confirmedAt) return false;
    const step = stepOf(code, open(current.secret), now);
    if (step === undefined || !freshStep(step, current.lastStep, now)) return false;
    await trx
      .updateTable('authenticator')
      .set({ last_step: step })
      .where('account_id', '=', accountId)
      .execute();
    return true;
  });
}

/** True once for each recovery code; the trail and a mail tell of it. */
export async function spendRecoveryCode(
  { db, now, actor }: Told & Pick<Scope, 'db'>,
  accountId: string,
  typed: string,
) {
  const hash = await matchingHash(await unusedCodes(db, accountId), typed);
  if (hash === undefined) return false;
  return db.transaction().execute(async (trx) => {
    const used = await trx
      .updateTable('recovery_code')
      .set({ used_at: now })
      .where('account_id', '=', accountId)
      .where('hash', '=', hash)
      .where('used_at', 'is', null)
      .returning('hash')
      .executeTakeFirst();
    if (!used) return false;
    const places = await listPlaces(trx, accountId);
    const related = [...new Set(places.map(({ organisationId }) => organisationId))];
    const left = (await unusedCodes(trx, accountId)).length;
    await recordEvent(trx, { actor, now, subject: accountId, related }, 'factor.recovery_code_used', {
      left,
    });
    return true;
  });
}
