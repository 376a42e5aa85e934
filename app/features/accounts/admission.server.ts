import { randomBytes } from 'node:crypto';

import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { theRequest } from '#app/platform/request.server.ts';
import { roles, type Role, type SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayTry, trySucceeded } from './abuse.server.ts';
import { evenly } from './evenly.server.ts';
import { passwordMatches } from '#app/platform/sealed/password.server.ts';
import { findCredentials, listPlaces, type Place } from './queries.server.ts';
import { openSession, personOf } from './session.server.ts';
import { hashed, methods, type Method, type Opening } from './sessions/adapter.server.ts';
import { deviceCookie, pendingCookie, pendingMinutes } from './sessions/cookies.server.ts';
import { deviceName, placeName } from './sessions/device.server.ts';
import type { Person } from './sessions/person.ts';
import { limitsOf, mostSessions } from './sessions/rules.ts';

/** What a try to sign in comes to; `headers` hold the cookies to set. */
export type Admission =
  | { ok: true; next: 'in' | 'second_factor'; headers: Headers }
  | { ok: false; refusal: 'not_admitted' | 'no_place' }
  | { ok: false; refusal: 'too_many'; seconds: number };

type Credentials = { email: string; password: string };

/** Never says, by word or by time, whether it was the address or the password. */
export async function signIn(request: Request, form: Credentials): Promise<Admission> {
  const seconds = await mayTry(form.email);
  if (seconds > 0) return { ok: false, refusal: 'too_many', seconds };
  const credentials = await evenlyCompared(form);
  if (!credentials) return { ok: false, refusal: 'not_admitted' };
  await trySucceeded(form.email);
  return credentials.hasFactor
    ? { ok: true, next: 'second_factor', headers: await holdPlace(credentials.accountId) }
    : admit(request, credentials.accountId, 'password');
}

/** The credentials that the password fits. Only accounts have a trail to write to: that takes no time of its own. */
const evenlyCompared = ({ email, password }: Credentials) =>
  evenly(async () => {
    const credentials = await findCredentials(theDatabase().db, email);
    const matches = await passwordMatches(credentials?.passwordHash, password);
    if (credentials && matches) return credentials;
    if (credentials) await recordFailure(credentials.accountId, 'password');
    return undefined;
  });

/** Waits for the second factor, ten minutes at most. */
export async function holdPlace(accountId: string) {
  const secret = randomBytes(24).toString('base64url');
  const now = new Date();
  await theDatabase()
    .db.insertInto('pending_sign_in')
    .values({
      id: hashed(secret),
      account_id: accountId,
      created_at: now,
      expires_at: new Date(now.getTime() + pendingMinutes * 60_000),
    })
    .execute();
  return new Headers([['Set-Cookie', await pendingCookie.write(secret)]]);
}

/** The account that waits in this browser for its second factor. */
export async function findHeldPlace(request: Request) {
  const secret = await pendingCookie.read(request);
  if (!secret) return undefined;
  const row = await theDatabase()
    .db.selectFrom('pending_sign_in')
    .select('account_id')
    .where('id', '=', hashed(secret))
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  return row?.account_id;
}

/**
 * Begins the session of somebody who proved who they are, in the place they have had longest; in one organisation
 * alone where it was that organisation which vouched for them.
 */
export async function admit(
  request: Request,
  accountId: string,
  method: Method,
  organisationId?: string,
): Promise<Admission> {
  const secret = await pendingCookie.read(request);
  const device = await deviceCookie.read(request);
  const before = (await personOf(request))?.sessionId;
  return theDatabase()
    .db.transaction()
    .execute(async (trx): Promise<Admission> => {
      const places = await listPlaces(trx, accountId);
      const place = places.find((one) => !organisationId || one.organisationId === organisationId);
      if (!place) return { ok: false, refusal: 'no_place' };
      const now = new Date();
      // A provider may have answered from a session of its own: what cannot be undone asks it, or the person, again.
      const confirmedAt = method === 'single_sign_on' ? new Date(0) : now;
      const opening = openingOf(place, method, confirmedAt);
      const headers = new Headers([['Set-Cookie', await openSession(trx, accountId, opening)]]);
      await makeRoom(trx, accountId, before);
      const actor = actorOf(place, accountId);
      const about = { actor, now, subject: accountId, related: [place.organisationId] };
      const sessionId = opening.publicId;
      await recordEvent(trx, about, 'account.signed_in', { method, sessionId });
      const token = device ?? randomBytes(24).toString('base64url');
      headers.append('Set-Cookie', await deviceCookie.write(token));
      if (await isNewDevice(trx, accountId, token))
        await recordEvent(trx, about, 'account.new_device', { sessionId });
      if (secret) {
        await trx.deleteFrom('pending_sign_in').where('id', '=', hashed(secret)).execute();
        headers.append('Set-Cookie', await pendingCookie.clear());
      }
      return { ok: true, next: 'in', headers };
    });
}

/** The session this browser had before ends; of too many elsewhere the ones used longest ago give way. */
async function makeRoom(trx: Transaction<Database>, accountId: string, before: string | undefined) {
  if (before) await trx.deleteFrom('session').where('public_id', '=', before).execute();
  const kept = trx
    .selectFrom('session')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy('last_seen_at', 'desc')
    .limit(mostSessions);
  await trx.deleteFrom('session').where('account_id', '=', accountId).where('id', 'not in', kept).execute();
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);

function roleOf({ role }: Place): Role {
  if (!isRole(role)) throw new Error(`${role} is no role`);
  return role;
}

const actorOf = (place: Place, accountId: string): SignedIn => ({
  kind: roleOf(place),
  accountId,
  organisationId: place.organisationId,
});

const openingOf = (place: Place, method: Method, confirmedAt: Date): Opening => ({
  publicId: crypto.randomUUID(),
  membershipId: place.membershipId,
  method,
  ...limitsOf(roleOf(place)),
  device: deviceName(theRequest().userAgent),
  place: placeName(theRequest().address),
  confirmedAt,
});

/** Remembers the browser; true when the person used others before and never this one. */
async function isNewDevice(trx: Transaction<Database>, accountId: string, token: string) {
  const known = trx.selectFrom('known_device').select('token_hash').where('account_id', '=', accountId);
  const any = await known.limit(1).executeTakeFirst();
  const fresh = await trx
    .insertInto('known_device')
    .values({ account_id: accountId, token_hash: hashed(token), first_seen_at: new Date() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('token_hash')
    .executeTakeFirst();
  return any !== undefined && fresh !== undefined;
}

export type FailedStep = 'password' | 'code' | 'passkey' | 'single_sign_on';

/** Tells the trail of a try that failed; the person and the owners of their organisations read it. */
export const recordFailure = (accountId: string, step: FailedStep) =>
  theDatabase()
    .db.transaction()
    .execute(async (trx) => {
      const places = await listPlaces(trx, accountId);
      const related = [...new Set(places.map(({ organisationId }) => organisationId))];
      const about = { actor: { kind: 'visitor' as const }, now: new Date(), subject: accountId, related };
      await recordEvent(trx, about, 'account.sign_in_failed', { step });
    });

type Renewal = { membershipId?: string; confirmedBy?: Method };

/**
 * A new session id in place of the old one, at the same end: when somebody switches to another of their places, or says
 * once more who they are. Undefined when the place is not theirs, or nobody is signed in.
 */
export async function renewSession(request: Request, { membershipId, confirmedBy }: Renewal) {
  const person = await personOf(request);
  if (!person) return undefined;
  const { accountId } = person.actor;
  const now = new Date();
  return theDatabase()
    .db.transaction()
    .execute(async (trx) => {
      const wanted = membershipId ?? person.membershipId;
      const place = (await listPlaces(trx, accountId)).find((candidate) => candidate.membershipId === wanted);
      if (!place || !isWithinReach(person, place)) return undefined;
      // Of two renewals at once, or one that comes too late, the second finds nothing to renew.
      const old = await trx
        .deleteFrom('session')
        .where('public_id', '=', person.sessionId)
        .returning('id')
        .executeTakeFirst();
      if (!old) return undefined;
      const opening = openingOf(
        place,
        methodAfter(person.method, confirmedBy),
        confirmedBy ? now : person.confirmedAt,
      );
      const hours = Math.min(opening.hours, (person.expiresAt.getTime() - now.getTime()) / 3_600_000);
      const cookie = await openSession(trx, accountId, { ...opening, hours });
      if (confirmedBy) {
        const about = { actor: person.actor, now, subject: accountId, related: [place.organisationId] };
        await recordEvent(trx, about, 'account.identity_confirmed', { method: confirmedBy });
      }
      return new Headers([['Set-Cookie', cookie]]);
    });
}

/** An organisation's provider vouches for its own people there, and nowhere else. */
export const isWithinReach = (
  { method, actor }: Pick<Person, 'method' | 'actor'>,
  { organisationId }: Pick<Place, 'organisationId'>,
) => method !== 'single_sign_on' || organisationId === actor.organisationId;

/** Whoever came in by their organisation and then shows something of their own has come in by that. */
const methodAfter = (before: string, confirmedBy: Method | undefined): Method =>
  (before === 'single_sign_on' ? confirmedBy : undefined) ??
  methods.find((method) => method === before) ??
  'password';
