import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';

import { renewSession, signIn } from '#app/features/accounts/admission.server.ts';
import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import {
  confirmByPasskey,
  confirmByPassword,
  findWays,
} from '#app/features/accounts/factors/confirm.server.ts';
import { assertionOptions } from '#app/features/accounts/factors/passkey.server.ts';
import {
  finishWithCode,
  finishWithRecoveryCode,
  heldWays,
  signInQuestion,
  signInWithPasskey,
  stepAnswer,
  type Step,
} from '#app/features/accounts/factors/second-step.server.ts';
import { isConfirmed, personOf } from '#app/features/accounts/session.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { answerOf, codeAt, withApp, withPasskey } from '#tests/support/factories/factors.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

const [email, password] = ['mina@himal.example', 'a long enough password'];

/** Sessions ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let mine: Parameters<typeof withApp>[0];

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  const [db, now] = [copy.db, new Date()];
  const kind = 'recruiter';
  const organisationId = await foundOrganisation({ db, now }, { kind, name: 'Himal', country: 'NP' });
  const person = { organisationId, kind, role: kind, name: 'Mina Rai', email, password } as const;
  mine = { db, now, actor: { kind, organisationId, accountId: await addPerson({ db, now }, person) } };
});

afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
});

beforeEach(() =>
  sql`truncate rate_limit, session, pending_sign_in, passkey, authenticator, recovery_code`.execute(copy.db),
);

/** The next request of the browser that was answered with these cookies. */
function after(answer: { headers: Headers }) {
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Request('http://127.0.0.1:3000/', { headers: { Cookie: cookies.join('; ') } });
}

const nobody = () => new Request('http://127.0.0.1:3000/');

async function passwordGiven() {
  const admission = await signIn(nobody(), { email, password });
  if (!admission.ok) throw new Error(admission.refusal);
  return { next: admission.next, request: after(admission) };
}

function inside(step: Step | undefined) {
  if (!step?.ok) throw new Error(JSON.stringify(step));
  return after(step);
}

/** What the app shows now, whatever it has shown before. */
async function freshCode(secret: string) {
  await sql`update authenticator set last_step = null`.execute(copy.db);
  return codeAt(secret, new Date());
}

const methodOf = async (request: Request) => (await personOf(request))?.method;
const grow = () => sql`update session set confirmed_at = now() - interval '11 minutes'`.execute(copy.db);

async function failuresTold() {
  const told = copy.db.selectFrom('event').select('payload').where('type', '=', 'account.sign_in_failed');
  return (await told.execute()).filter(({ payload }) => JSON.stringify(payload).includes('"code"')).length;
}

describe('after the password', () => {
  test('nobody is in before the code, and the right one lets them in', async () => {
    const { secret } = await withApp(mine);
    const { next, request } = await passwordGiven();
    expect(next).toBe('second_factor');
    expect(await personOf(request)).toBeUndefined();
    expect(await heldWays(request)).toEqual({ code: true, passkey: false });
    expect(await finishWithCode(request, '000000')).toEqual({ ok: false, refusal: 'wrong_code' });
    const step = await finishWithCode(request, await freshCode(secret));
    expect(await methodOf(inside(step))).toBe('password_and_code');
    expect(await finishWithCode(request, await freshCode(secret))).toBeUndefined();
  });

  test('a recovery code lets them in once', async () => {
    const { codes } = await withApp(mine);
    const first = await passwordGiven();
    expect(await finishWithRecoveryCode(first.request, 'AAAAA-AAAAA')).toMatchObject({
      refusal: 'wrong_recovery_code',
    });
    expect(await methodOf(inside(await finishWithRecoveryCode(first.request, codes[0] ?? '')))).toBe(
      'recovery_code',
    );
    const second = await passwordGiven();
    expect(await finishWithRecoveryCode(second.request, codes[0] ?? '')).toMatchObject({ ok: false });
  });

  test('nobody waits without a password, or for longer than ten minutes', async () => {
    const { secret } = await withApp(mine);
    expect(await heldWays(nobody())).toBeUndefined();
    expect(await finishWithCode(nobody(), await freshCode(secret))).toBeUndefined();
    expect(await finishWithRecoveryCode(nobody(), 'AAAAA-AAAAA')).toBeUndefined();
    const { request } = await passwordGiven();
    await sql`update pending_sign_in set expires_at = now() - interval '1 second'`.execute(copy.db);
    expect(await finishWithCode(request, await freshCode(secret))).toBeUndefined();
  });

  test('five wrong codes, and the right one has to wait; the trail tells of each', async () => {
    const { secret } = await withApp(mine);
    const { request } = await passwordGiven();
    const before = await failuresTold();
    for (let tries = 0; tries < 5; tries += 1) await finishWithCode(request, '000000');
    const right = await finishWithCode(request, await freshCode(secret));
    expect(right).toMatchObject({ ok: false, refusal: 'too_many' });
    expect((await failuresTold()) - before).toBe(5);
  });
});

describe('a passkey', () => {
  const challengeOf = (question: string) => /"challenge":"([^"]+)"/.exec(question)?.[1] ?? '';

  test('signs in alone; an answer is good once', async () => {
    const device = await withPasskey(mine);
    const answer = answerOf(device.answer(challengeOf(await signInQuestion())));
    expect(await methodOf(inside(await signInWithPasskey(nobody(), answer)))).toBe('passkey');
    expect(await signInWithPasskey(nobody(), answer)).toEqual({ ok: false, refusal: 'passkey_refused' });
  });

  test('that nobody has is refused in the same words, and only so often', async () => {
    const device = await withPasskey(mine);
    const answer = answerOf(device.answer(challengeOf(await signInQuestion())));
    await sql`truncate passkey`.execute(copy.db);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await signInWithPasskey(nobody(), answer)).toEqual({ ok: false, refusal: 'passkey_refused' });
    }
    expect(await signInWithPasskey(nobody(), answer)).toMatchObject({ refusal: 'too_many' });
  });

  test('alone is asked for again where there is one: a password is less', async () => {
    const device = await withPasskey(mine);
    const answer = answerOf(device.answer(challengeOf(await signInQuestion())));
    const request = inside(await signInWithPasskey(nobody(), answer));
    await grow();
    expect(await isConfirmed(request)).toBe(false);
    expect(await findWays(mine)).toEqual({ password: false, code: false, passkey: true });
    expect(await confirmByPassword(request, { password })).toMatchObject({ refusal: 'other_way' });
    const asked = { purpose: 'confirm' as const, accountId: mine.actor.accountId, now: new Date() };
    const { challenge } = await assertionOptions(copy.db, asked);
    const confirmed = inside(await confirmByPasskey(request, answerOf(device.answer(challenge))));
    expect(await isConfirmed(confirmed)).toBe(true);
    expect(await personOf(request)).toBeUndefined();
    expect(await confirmByPasskey(confirmed, answer)).toMatchObject({ refusal: 'passkey_refused' });
  });
});

describe('saying who one is', () => {
  test('takes the password, and a new session id comes of it', async () => {
    const { request } = await passwordGiven();
    await grow();
    expect(await confirmByPassword(request, { password: 'wrong' })).toEqual({
      ok: false,
      refusal: 'not_confirmed',
    });
    expect(await isConfirmed(request)).toBe(false);
    const confirmed = inside(await confirmByPassword(request, { password }));
    expect(await isConfirmed(confirmed)).toBe(true);
    expect(await personOf(request)).toBeUndefined();
    expect(await confirmByPassword(nobody(), { password })).toMatchObject({ ok: false });
  });

  test('takes the code as well where there is an app', async () => {
    const { secret } = await withApp(mine);
    const held = await passwordGiven();
    const request = inside(await finishWithCode(held.request, await freshCode(secret)));
    await grow();
    for (const form of [
      { password },
      { password, code: '000000' },
      { password: 'no', code: await freshCode(secret) },
    ]) {
      expect(await confirmByPassword(request, form)).toEqual({
        ok: false,
        refusal: 'not_confirmed_with_code',
      });
    }
    const code = await freshCode(secret);
    expect(await isConfirmed(inside(await confirmByPassword(request, { password, code })))).toBe(true);
  });
});

test('a new factor ends whatever was open by less, and lifts the session it was added in', async () => {
  const [thief, own, held] = [await passwordGiven(), await passwordGiven(), await passwordGiven()];
  const sessionId = (await personOf(own.request))?.sessionId ?? '';
  await withApp({ ...mine, sessionId });
  expect(await personOf(thief.request)).toBeUndefined();
  expect(await personOf(held.request)).toBeUndefined();
  expect(await personOf(own.request)).toMatchObject({ sessionId, method: 'password_and_code' });
});

test('of two renewals of one session one finds nothing to renew', async () => {
  const { request } = await passwordGiven();
  const both = await Promise.all([1, 2].map(() => renewSession(request, {})));
  expect(both.filter((headers) => headers !== undefined)).toHaveLength(1);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from session`.execute(copy.db);
  expect(rows).toEqual([{ count: 1 }]);
});

test('a step answers with a way on, or with the page, its status and its words', () => {
  const reply = {};
  const going = stepAnswer({ ok: true, headers: new Headers([['Set-Cookie', 'a=b']]) }, '/now', reply);
  expect(going).toMatchObject({ status: 302 });
  expect(stepAnswer(undefined, '/now', reply)).toMatchObject({ status: 302 });
  const refused = stepAnswer({ ok: false, refusal: 'wrong_code' }, '/now', reply);
  expect(refused).toMatchObject({ init: { status: 409 } });
  const full = stepAnswer({ ok: false, refusal: 'too_many', seconds: 40 }, '/now', reply);
  expect(full).toMatchObject({ init: { status: 429 }, data: { refusal: 'too_many:40' } });
});
