import { describe, expect } from 'vitest';

import {
  changePassword,
  findReset,
  requestReset,
  resetPassword,
} from '#app/features/accounts/people/commands/password.server.ts';
import { passwordMatches } from '#app/platform/sealed/password.server.ts';
import { findCredentials } from '#app/features/accounts/queries.server.ts';
import {
  another,
  aRecruiter,
  aSession,
  secretFor,
  strong,
  visitor,
} from '#tests/support/factories/people.ts';
import { test } from '#tests/support/test.ts';

const email = 'mina@himal.example';

describe('resetting a password', () => {
  test('sets the new one, ends every session, leaves the second factor and tells by mail', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const person = await aRecruiter(db, email);
    const stranger = await aRecruiter(db, 'sita@sunrise.example');
    for (const id of ['a', 'b']) await aSession(db, person, id);
    const theirs = await aSession(db, stranger, 'c');
    await db
      .insertInto('authenticator')
      .values({
        account_id: person.accountId,
        secret: Buffer.from('x'),
        added_at: now,
        confirmed_at: now,
      })
      .execute();
    const scope = { db, now, actor: visitor };
    await requestReset(scope, 'MINA@himal.example');
    await work();
    const secret = secretFor(mailer.sent, email, '/reset');
    expect(await findReset(scope, secret)).toMatchObject({ ok: true });
    expect(await resetPassword(scope, secret, another)).toMatchObject({ ok: true });
    const credentials = await findCredentials(db, email);
    expect(await passwordMatches(credentials?.passwordHash, another)).toBe(true);
    expect(credentials?.hasFactor).toBe(true);
    expect(await db.selectFrom('session').select('public_id').execute()).toEqual([{ public_id: theirs }]);
    await work();
    expect(mailer.sent.at(-1)).toMatchObject({ to: email, subject: 'Your password was changed' });
    const fact = await db
      .selectFrom('event')
      .select(['subject', 'related', 'payload'])
      .where('type', '=', 'account.password_changed')
      .executeTakeFirst();
    expect(fact).toEqual({
      subject: person.accountId,
      related: [person.organisationId],
      payload: { by: 'reset' },
    });
  });

  test('leaves the very same rows and answer for a known and an unknown address; one mail leaves', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    await aRecruiter(db, email);
    const scope = { db, now, actor: visitor };
    const answers = [await requestReset(scope, email), await requestReset(scope, 'nobody@himal.example')];
    expect(answers[0]).toEqual(answers[1]);
    const links = await db
      .selectFrom('one_time_link')
      .select(['purpose', 'created_at', 'expires_at', 'used_at', 'sign_up_id'])
      .execute();
    expect(links).toHaveLength(2);
    expect(links[0]).toEqual(links[1]);
    await work();
    expect(mailer.sent.map(({ to }) => to)).toEqual([email]);
  });

  test('a link works once, for an hour, for its own purpose; the newest ends the others', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    await aRecruiter(db, email);
    const scope = { db, now, actor: visitor };
    await requestReset(scope, email);
    await work();
    const first = secretFor(mailer.sent, email, '/reset');
    await requestReset(scope, email);
    await work();
    const second = secretFor(mailer.sent, email, '/reset');
    const late = { ...scope, now: new Date(now.getTime() + 3_600_000) };
    expect(await resetPassword(late, second, another)).toMatchObject({ refusal: 'expired_link' });
    expect(await resetPassword(scope, second.slice(1), another)).toMatchObject({ refusal: 'unknown_link' });
    const both = await Promise.all([1, 2].map(() => resetPassword(scope, second, another)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await resetPassword(scope, first, another)).toMatchObject({ refusal: 'used_link' });
  });

  test('to one’s own name is sent back, and the link still works', async ({ db, now, mailer, work }) => {
    await aRecruiter(db, email);
    const scope = { db, now, actor: visitor };
    await requestReset(scope, email);
    await work();
    const secret = secretFor(mailer.sent, email, '/reset');
    const weak = await resetPassword(scope, secret, 'himal-workforce-9');
    expect(weak).toMatchObject({ ok: false });
    if (!weak.ok) expect(weak.refusal).toMatch(/^weak_password:/);
    expect(await resetPassword(scope, secret, another)).toMatchObject({ ok: true });
  });
});

describe('changing one’s password', () => {
  test('needs the old one, ends all other sessions and tells by mail', async ({ db, now, mailer, work }) => {
    const actor = await aRecruiter(db, email);
    const sessionId = await aSession(db, actor, 'a');
    await aSession(db, actor, 'b');
    const scope = { db, now, actor };
    const here = { email, sessionId };
    expect(await changePassword(scope, { oldPassword: another, password: another }, here)).toEqual({
      ok: false,
      refusal: 'wrong_password',
    });
    expect(
      await changePassword(scope, { oldPassword: strong, password: 'password1234' }, here),
    ).toMatchObject({ ok: false });
    expect(await changePassword(scope, { oldPassword: strong, password: another }, here)).toMatchObject({
      ok: true,
    });
    expect(await db.selectFrom('session').select('public_id').execute()).toEqual([{ public_id: sessionId }]);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toEqual(['Your password was changed']);
  });

  test('is nobody else’s to do', async ({ db, now }) => {
    await aRecruiter(db, email);
    const stranger = await aRecruiter(db, 'sita@sunrise.example');
    const sessionId = await aSession(db, stranger, 'a');
    const attempt = { oldPassword: strong, password: another };
    expect(await changePassword({ db, now, actor: stranger }, attempt, { email, sessionId })).toEqual({
      ok: false,
      refusal: 'wrong_password',
    });
  });
});
