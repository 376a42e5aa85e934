import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { sendNewLinks } from '#app/features/accounts/people/commands/new-link.server.ts';
import {
  completeSignUp,
  findWaitingSignUp,
  requestSignUp,
} from '#app/features/accounts/people/commands/sign-up.server.ts';
import { passwordMatches } from '#app/platform/sealed/password.server.ts';
import { findCredentials, listPlaces } from '#app/features/accounts/queries.server.ts';
import { another, aRecruiter, secretFor, strong, visitor } from '#tests/support/factories/people.ts';
import { test } from '#tests/support/test.ts';

const email = 'mina@himal.example';
const form = {
  organisation: 'Himal Workforce',
  country: 'NP',
  name: 'Mina Rai',
  email: 'Mina@himal.example',
  password: strong,
};
const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000);

describe('signing up', () => {
  test('waits for the mailbox, then makes organisation, owner and the fact together', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const scope = { db, now, actor: visitor };
    expect(await requestSignUp(scope, 'recruiter', form)).toMatchObject({ ok: true });
    expect(await db.selectFrom('account').select('id').execute()).toEqual([]);
    await work();
    expect(mailer.sent.map(({ to }) => to)).toEqual([email]);
    const secret = secretFor(mailer.sent, email, '/welcome');
    expect(await findWaitingSignUp(scope, secret)).toMatchObject({
      value: { organisation: 'Himal Workforce', email },
    });
    const opened = await completeSignUp(scope, secret, strong);
    expect(opened).toMatchObject({ ok: true, value: { kind: 'recruiter' } });
    const credentials = await findCredentials(db, email);
    expect(await passwordMatches(credentials?.passwordHash, strong)).toBe(true);
    const [place] = await listPlaces(db, credentials?.accountId ?? '');
    expect(place).toMatchObject({ organisation: 'Himal Workforce', role: 'recruiter' });
    const facts = await db.selectFrom('event').select(['subject', 'related', 'actor', 'payload']).execute();
    expect(facts.at(-1)).toEqual({
      subject: credentials?.accountId,
      related: [place?.organisationId],
      actor: { kind: 'recruiter', accountId: credentials?.accountId, organisationId: place?.organisationId },
      payload: {},
    });
  });

  test('as a company makes a company', async ({ db, now, mailer, work }) => {
    const scope = { db, now, actor: visitor };
    await requestSignUp(scope, 'company', form);
    await work();
    const secret = secretFor(mailer.sent, email, '/welcome');
    expect(await completeSignUp(scope, secret, strong)).toMatchObject({ value: { kind: 'company' } });
    expect(await db.selectFrom('membership').select(['role', 'organisation_kind']).execute()).toEqual([
      { role: 'company', organisation_kind: 'company' },
    ]);
  });

  test('a weak password is sent back in words and leaves nothing', async ({ db, now }) => {
    const weak = { ...form, password: 'Himal Workforce 1' };
    const outcome = await requestSignUp({ db, now, actor: visitor }, 'recruiter', weak);
    expect(outcome).toMatchObject({ ok: false });
    if (!outcome.ok)
      expect(outcome.refusal).toMatch(/^weak_password:This password is made of your own names/);
    expect(await db.selectFrom('sign_up').select('id').execute()).toEqual([]);
  });

  test('a known address leaves the very same rows and answer as a new one; its mailbox alone is told', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    await aRecruiter(db, email);
    const scope = { db, now, actor: visitor };
    const answers = [
      await requestSignUp(scope, 'recruiter', form),
      await requestSignUp(scope, 'recruiter', { ...form, email: 'new@himal.example' }),
    ];
    expect(answers.map((answer) => answer.ok && Object.keys(answer.value))).toEqual([
      ['signUpId'],
      ['signUpId'],
    ]);
    const waiting = await db
      .selectFrom('sign_up')
      .select(['name', 'organisation_name', 'organisation_kind', 'country', 'completed_at'])
      .execute();
    expect(waiting[0]).toEqual(waiting[1]);
    const links = await db
      .selectFrom('one_time_link')
      .select(['purpose', 'created_at', 'expires_at', 'used_at'])
      .execute();
    expect(links).toHaveLength(2);
    expect(links[0]).toEqual(links[1]);
    const facts = await db.selectFrom('event').select(['type', 'payload', 'related', 'actor']).execute();
    expect(facts).toHaveLength(2);
    expect(facts[0]).toEqual(facts[1]);
    await work();
    const subjectOf = (to: string) => mailer.sent.find((mail) => mail.to === to)?.subject;
    expect(subjectOf(email)).toBe('You have an account already');
    expect(subjectOf('new@himal.example')).toBe('Finish signing up Himal Workforce');
  });
});

test('while the mail server is down the sign-up waits; the mail goes out later and its link works', async ({
  db,
  now,
  mailer,
  work,
}) => {
  const scope = { db, now, actor: visitor };
  const { send } = mailer;
  mailer.send = () => Promise.reject(new Error('connection refused'));
  await requestSignUp(scope, 'recruiter', form);
  await work();
  expect(mailer.sent).toEqual([]);
  mailer.send = send;
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db);
  await work();
  expect(await completeSignUp(scope, secretFor(mailer.sent, email, '/welcome'), strong)).toMatchObject({
    ok: true,
  });
});

describe('the link of a sign-up', () => {
  test('opens nothing for somebody who knows the mailbox alone, nor is it spent by them', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const scope = { db, now, actor: visitor };
    await requestSignUp(scope, 'recruiter', form);
    await work();
    const secret = secretFor(mailer.sent, email, '/welcome');
    expect(await completeSignUp(scope, secret, another)).toEqual({ ok: false, refusal: 'wrong_password' });
    expect(await completeSignUp(scope, secret, strong)).toMatchObject({ ok: true });
  });

  test('works once, for two days, whole', async ({ db, now, mailer, work }) => {
    const scope = { db, now, actor: visitor };
    await requestSignUp(scope, 'recruiter', form);
    await work();
    const secret = secretFor(mailer.sent, email, '/welcome');
    expect(await completeSignUp({ ...scope, now: hours(now, 48) }, secret, strong)).toMatchObject({
      refusal: 'expired_link',
    });
    expect(await completeSignUp(scope, `${secret.slice(0, -1)}!`, strong)).toMatchObject({
      refusal: 'unknown_link',
    });
    expect(await completeSignUp(scope, '', strong)).toMatchObject({ refusal: 'unknown_link' });
    expect(await completeSignUp(scope, secret, strong)).toMatchObject({ ok: true });
    expect(await completeSignUp(scope, secret, strong)).toMatchObject({ refusal: 'used_link' });
  });

  test('pressed twice at once opens one account', async ({ db, now, mailer, work }) => {
    const scope = { db, now, actor: visitor };
    await requestSignUp(scope, 'recruiter', form);
    await work();
    const secret = secretFor(mailer.sent, email, '/welcome');
    const both = await Promise.all([1, 2].map(() => completeSignUp(scope, secret, strong)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db.selectFrom('account').select('id').execute()).toHaveLength(1);
    expect(await db.selectFrom('organisation').select('id').execute()).toHaveLength(1);
  });

  test('of a second sign-up with the same mailbox: the first that is completed has it, also at once', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const scope = { db, now, actor: visitor };
    await requestSignUp(scope, 'recruiter', form);
    await work();
    const first = secretFor(mailer.sent, email, '/welcome');
    await requestSignUp(scope, 'company', { ...form, organisation: 'Other', password: another });
    await work();
    const second = secretFor(mailer.sent, email, '/welcome');
    const both = await Promise.all([
      completeSignUp(scope, first, strong),
      completeSignUp(scope, second, another),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, refusal: 'address_taken' });
    expect(await db.selectFrom('organisation').select('id').execute()).toHaveLength(1);
  });
});

describe('asking for a new link', () => {
  test('sends one for each thing that waits, and the answer is the same where nothing does', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const scope = { db, now, actor: visitor };
    await requestSignUp(scope, 'recruiter', form);
    await work();
    const later = { ...scope, now: hours(now, 50) };
    const answers = [
      await sendNewLinks(later, 'MINA@himal.example'),
      await sendNewLinks(later, 'nobody@himal.example'),
    ];
    expect(answers[0]).toEqual(answers[1]);
    await work();
    expect(mailer.sent).toHaveLength(2);
    const secret = secretFor(mailer.sent, email, '/welcome');
    expect(await completeSignUp(later, secret, strong)).toMatchObject({ ok: true });
    await sendNewLinks(later, email);
    await work();
    expect(mailer.sent).toHaveLength(2);
  });

  test('takes as long where nothing waits', async ({ db, now }) => {
    const before = performance.now();
    await sendNewLinks({ db, now, actor: visitor }, 'nobody@himal.example');
    expect(performance.now() - before).toBeGreaterThan(240);
  });
});
