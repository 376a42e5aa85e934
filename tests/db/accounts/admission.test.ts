import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';

import { admit, isWithinReach, renewSession, signIn } from '#app/features/accounts/admission.server.ts';
import { addMembership, addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { listPlaces } from '#app/features/accounts/queries.server.ts';
import { personOf, signOut } from '#app/features/accounts/session.server.ts';
import { hashed } from '#app/features/accounts/sessions/adapter.server.ts';
import { mostSessions } from '#app/features/accounts/sessions/rules.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

const [email, password] = ['mina@himal.example', 'A Long  enough pässword, छ'];

/** Sessions ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let accountId = '';
let accountsBefore = -1;

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  const [db, now] = [copy.db, new Date()];
  accountsBefore = (await db.selectFrom('account').select('id').execute()).length;
  const kind = 'recruiter';
  const organisationId = await foundOrganisation({ db, now }, { kind, name: 'Himal', country: 'NP' });
  const person = { organisationId, kind, role: kind, name: 'Mina Rai', email, password } as const;
  accountId = await addPerson({ db, now }, person);
});

afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
});

beforeEach(() => sql`truncate rate_limit, session`.execute(copy.db));

const asking = (cookie = '') => new Request('http://127.0.0.1:3000/', { headers: { Cookie: cookie } });

/** The session's cookie of whoever came in, in a browser that had `before`. */
async function cookieOf(admission: ReturnType<typeof admit>) {
  const outcome = await admission;
  if (!outcome.ok) throw new Error(outcome.refusal);
  const cookies = outcome.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return cookies.find((cookie) => cookie.startsWith('fairroute_session=')) ?? '';
}

const admitted = (before = '') => cookieOf(admit(asking(before), accountId, 'password'));
const idOf = (cookie: string) => cookie.slice('fairroute_session='.length);
const isIn = async (cookie: string) => (await personOf(asking(cookie))) !== undefined;
const sessions = () => copy.db.selectFrom('session').select(['id', 'last_seen_at']).execute();

test('a new house has no account that anybody could know', () => {
  expect(accountsBefore).toBe(0);
});

describe('a password', () => {
  test('signs in as it was chosen, to the letter', async () => {
    expect(await signIn(asking(), { email, password })).toMatchObject({ ok: true, next: 'in' });
    for (const other of [
      password.toLowerCase(),
      password.replace('  ', ' '),
      password.slice(0, -1),
      ` ${password}`,
      `${password} `,
    ]) {
      expect(await signIn(asking(), { email, password: other })).toMatchObject({ refusal: 'not_admitted' });
      await sql`truncate rate_limit`.execute(copy.db);
    }
  });

  test('does not age', async () => {
    await sql`update account set created_at = now() - interval '10 years', verified_at = now() - interval '10 years'`.execute(
      copy.db,
    );
    expect(await signIn(asking(), { email, password })).toMatchObject({ ok: true, next: 'in' });
  });
});

describe('a place', () => {
  test('elsewhere is out of reach of whoever came in through one organisation’s provider, and of nobody else', async () => {
    const now = new Date();
    const kind = 'company';
    const { db } = copy;
    const organisationId = await foundOrganisation({ db, now }, { kind, name: 'Northwind', country: 'SE' });
    await addMembership({ db, now }, { organisationId, kind, role: kind, accountId });
    const here = (await listPlaces(db, accountId))[0]?.organisationId;
    const membershipId = (await listPlaces(db, accountId)).at(-1)?.membershipId ?? '';
    const vouched = await cookieOf(admit(asking(), accountId, 'single_sign_on', here));
    expect(await renewSession(asking(vouched), { membershipId })).toBeUndefined();
    expect(await isIn(vouched)).toBe(true);
    const own = await admitted();
    expect(await renewSession(asking(own), { membershipId })).toBeInstanceOf(Headers);
    const actor = { kind, accountId, organisationId: 'one' } as const;
    expect(isWithinReach({ method: 'single_sign_on', actor }, { organisationId: 'another' })).toBe(false);
    expect(isWithinReach({ method: 'passkey', actor }, { organisationId: 'another' })).toBe(true);
    await db.deleteFrom('session').execute();
    await db.deleteFrom('membership').where('id', '=', membershipId).execute();
  });
});

describe('a session', () => {
  test('has an id that nobody guesses, new every time, of which only the sum is kept', async () => {
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push(idOf(await admitted()));
    expect(new Set(ids).size).toBe(5);
    // Forty letters of an alphabet of thirty-two are two hundred bits.
    for (const id of ids) expect(id).toMatch(/^[a-z2-7]{40}$/);
    expect((await sessions()).map(({ id }) => id).sort()).toEqual(ids.map(hashed).sort());
  });

  test('that nobody was given opens nothing', async () => {
    const cookie = await admitted();
    expect(await isIn(cookie)).toBe(true);
    expect(await isIn(`fairroute_session=${hashed(idOf(cookie))}`)).toBe(false);
    expect(await isIn(`fairroute_session=${'a'.repeat(40)}`)).toBe(false);
  });

  test('ends when the same browser signs in anew, under another id', async () => {
    const elsewhere = await admitted();
    const first = await admitted();
    const second = await admitted(first);
    expect(second).not.toBe(first);
    expect(await Promise.all([elsewhere, first, second].map(isIn))).toEqual([true, false, true]);
  });

  test('gives way, the one used longest ago, when there would be more than twenty', async () => {
    const cookies = [];
    for (let i = 0; i < mostSessions; i += 1) {
      cookies.push(await admitted());
      await sql`update session set last_seen_at = last_seen_at - interval '1 minute'`.execute(copy.db);
    }
    const [oldest = '', next = ''] = cookies;
    await sql`update session set last_seen_at = now() where id = ${hashed(idOf(oldest))}`.execute(copy.db);
    const newest = await admitted();
    expect(await sessions()).toHaveLength(mostSessions);
    expect(await Promise.all([oldest, next, newest].map(isIn))).toEqual([true, false, true]);
  });

  test('is over after its idle time, at its last moment, and once signed out, for whoever kept its id', async () => {
    const [idle, old, out] = [await admitted(), await admitted(), await admitted()];
    const at = (cookie: string) => sql`where id = ${hashed(idOf(cookie))}`;
    await sql`update session set last_seen_at = now() - idle_minutes * interval '1 minute' ${at(idle)}`.execute(
      copy.db,
    );
    await sql`update session set expires_at = now() ${at(old)}`.execute(copy.db);
    expect(await Promise.all([idle, old, out].map(isIn))).toEqual([false, false, true]);
    await signOut(asking(out));
    expect(await isIn(out)).toBe(false);
  });

  test('is not pushed on by use beyond its last moment', async () => {
    const cookie = await admitted();
    const end = () => copy.db.selectFrom('session').select('expires_at').executeTakeFirstOrThrow();
    const before = await end();
    await sql`update session set last_seen_at = now() - interval '5 minutes'`.execute(copy.db);
    expect(await isIn(cookie)).toBe(true);
    expect(await end()).toEqual(before);
  });
});

test('nobody without a place is let in', async () => {
  const stray = crypto.randomUUID();
  expect(await admit(asking(), stray, 'password')).toEqual({ ok: false, refusal: 'no_place' });
  expect(await sessions()).toEqual([]);
});
