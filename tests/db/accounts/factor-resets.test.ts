import { sql, type Kysely } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { describe, expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { confirmAuthenticator, startAuthenticator } from '#app/features/accounts/factors/commands.server.ts';
import {
  findFactors,
  findOpenReset,
  findReset,
  listResets,
} from '#app/features/accounts/factors/queries.server.ts';
import {
  approveFactorReset,
  cancelFactorReset,
  cancelMyFactorReset,
  carryOutFactorResets,
  requestFactorReset,
} from '#app/features/accounts/factors/reset-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reason = 'Phone stolen on the bus; I rang the number we have on file and knew the voice.';
const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000);

/** Three officers and an auditor who lost a phone. */
async function ground(db: Kysely<Database>, now: Date) {
  const scheme = await foundOrganisation({ db, now }, { kind: 'scheme', name: 'The scheme', country: 'CH' });
  const body = await foundOrganisation({ db, now }, { kind: 'audit_body', name: 'Meridian', country: 'SE' });
  const officers = [];
  for (const name of ['Paolo Ferri', 'Ana Lind', 'Omar Aziz']) {
    officers.push({ db, now, actor: await aPerson(db, { id: scheme, kind: 'scheme' }, 'officer', name) });
  }
  const auditor = {
    db,
    now,
    actor: await aPerson(db, { id: body, kind: 'audit_body' }, 'auditor', 'Anjali Rao'),
  };
  const [first, second, third] = officers;
  if (!first || !second || !third) throw new Error('three officers');
  for (const scope of [auditor, second]) {
    const { secret } = done(await startAuthenticator(scope));
    const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() });
    done(await confirmAuthenticator(scope, code));
  }
  return { first, second, third, auditor, email: await emailOf(db, auditor.actor.accountId) };
}

async function emailOf(db: Kysely<Database>, accountId: string) {
  const row = await db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst();
  return row?.email ?? '';
}

const aSession = (db: Kysely<Database>, accountId: string, now: Date) =>
  sql`
  insert into session (id, account_id, membership_id, expires_at, idle_minutes, method, confirmed_at, device, place)
  select ${'a'.repeat(64)}, ${accountId}, id, ${hours(now, 9999)}, 60, 'password_and_code', ${now}, 'x', 'y'
  from membership where account_id = ${accountId}`.execute(db);

test('two officers and three days later everything is removed, and the person told at every step', async ({
  db,
  now,
  work,
  mailer,
}) => {
  const { first, second, auditor, email } = await ground(db, now);
  const { accountId } = auditor.actor;
  await aSession(db, accountId, now);
  const { id } = done(await requestFactorReset(first, { email: email.toUpperCase(), reason }));
  expect(await findOpenReset(auditor)).toMatchObject({ id, approvedBy: null });
  done(await approveFactorReset(second, id));
  await carryOutFactorResets({ db, now: hours(now, 71) });
  expect((await findFactors(db, accountId)).codesLeft).toBe(10);
  await carryOutFactorResets({ db, now: hours(now, 72) });
  expect(await findFactors(db, accountId)).toEqual({ passkeys: [], authenticatorSince: null, codesLeft: 0 });
  expect(await db.selectFrom('session').select('id').execute()).toEqual([]);
  expect(await findOpenReset(auditor)).toBeUndefined();
  await work();
  const told = mailer.sent.filter(({ to, subject }) => to === email && /factor/.test(subject));
  expect(told.map(({ subject }) => subject).sort()).toEqual([
    'A reset of your second factor was asked for',
    'Your second factor was reset',
    'Your second factor will be reset',
  ]);
  expect(told.find(({ subject }) => subject.includes('will be'))?.text).toContain('4 March 2026');
  expect(told.map(({ text }) => text).join()).not.toContain('bus');
});

test('the list shows officers who, why and where it stands', async ({ db, now }) => {
  const { first, auditor, email } = await ground(db, now);
  const { id } = done(await requestFactorReset(first, { email, reason }));
  const listed = { id, name: 'Anjali Rao', requester: 'Paolo Ferri', approver: null, reason };
  expect(await listResets(first)).toMatchObject([listed]);
  expect(await findReset(first, id)).toMatchObject(listed);
  expect(await findReset(first, 'nonsense')).toBeUndefined();
  expect(await findReset(first, auditor.actor.accountId)).toBeUndefined();
});

describe('asking', () => {
  test('is refused for nobody, oneself, whoever has nothing to reset, and a second time', async ({
    db,
    now,
  }) => {
    const { first, second, third, auditor, email } = await ground(db, now);
    const ask = async (scope: typeof first, address: string) => {
      const outcome = await requestFactorReset(scope, { email: address, reason });
      return outcome.ok ? 'ok' : outcome.refusal;
    };
    expect(await ask(first, 'nobody@nowhere.example')).toBe('no_such_person');
    expect(await ask(second, await emailOf(db, second.actor.accountId))).toBe('own_account');
    expect(await ask(first, await emailOf(db, third.actor.accountId))).toBe('nothing_to_reset');
    const outcome = await requestFactorReset({ ...auditor }, { email, reason });
    expect(outcome).toMatchObject({ refusal: 'forbidden' });
    const both = await Promise.all([ask(first, email), ask(third, email)]);
    expect(both.sort()).toEqual(['ok', 'reset_open']);
  });
});

describe('approving', () => {
  test('needs another officer, who is not the person, once', async ({ db, now }) => {
    const { first, second, third, auditor, email } = await ground(db, now);
    const { id } = done(await requestFactorReset(first, { email, reason }));
    expect(await approveFactorReset(first, id)).toMatchObject({ refusal: 'same_officer' });
    expect(await approveFactorReset(auditor, id)).toMatchObject({ refusal: 'forbidden' });
    expect(await approveFactorReset(second, crypto.randomUUID())).toMatchObject({ refusal: 'not_found' });
    const both = await Promise.all([approveFactorReset(second, id), approveFactorReset(third, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'already_approved' });

    const own = done(
      await requestFactorReset(first, { email: await emailOf(db, second.actor.accountId), reason }),
    );
    expect(await approveFactorReset(second, own.id)).toMatchObject({ refusal: 'own_account' });
  });
});

describe('stopping', () => {
  test('is the person’s and any officer’s, at any time before, and ends it', async ({ db, now }) => {
    const { first, second, third, auditor, email } = await ground(db, now);
    const { id } = done(await requestFactorReset(first, { email, reason }));
    done(await approveFactorReset(second, id));
    done(await cancelMyFactorReset(auditor));
    expect(await cancelMyFactorReset(auditor)).toMatchObject({ refusal: 'reset_over' });
    expect(await cancelFactorReset(third, id)).toMatchObject({ refusal: 'reset_over' });
    await carryOutFactorResets({ db, now: hours(now, 100) });
    expect((await findFactors(db, auditor.actor.accountId)).authenticatorSince).toEqual(now);

    const again = done(await requestFactorReset(first, { email, reason }));
    const stranger = { ...auditor, actor: { ...auditor.actor, accountId: crypto.randomUUID() } };
    expect(await cancelFactorReset(stranger, again.id)).toMatchObject({ refusal: 'not_found' });
    done(await cancelFactorReset(third, again.id));
    expect(await approveFactorReset(second, again.id)).toMatchObject({ refusal: 'reset_over' });
  });

  test('at the very moment it is carried out: one of both, never half', async ({ db, now }) => {
    const { first, second, auditor, email } = await ground(db, now);
    const { id } = done(await requestFactorReset(first, { email, reason }));
    done(await approveFactorReset(second, id));
    const at = hours(now, 72);
    const [stopped] = await Promise.all([
      cancelMyFactorReset({ ...auditor, now: at }),
      carryOutFactorResets({ db, now: at }),
      carryOutFactorResets({ db, now: at }),
    ]);
    const { authenticatorSince } = await findFactors(db, auditor.actor.accountId);
    expect(authenticatorSince !== null).toBe(stopped.ok);
    const facts = await db
      .selectFrom('event')
      .select('type')
      .where('type', 'in', ['factor_reset.done', 'factor_reset.cancelled'])
      .execute();
    expect(facts).toEqual([{ type: stopped.ok ? 'factor_reset.cancelled' : 'factor_reset.done' }]);
  });
});

describe('the database itself, whoever writes SQL', () => {
  type Approval = { id: string; by: string; from: Date; due: Date };
  const approve = (db: Kysely<Database>, { id, by, from, due }: Approval) =>
    sql`
    update factor_reset set approved_by = ${by}, approved_at = ${from}, due_at = ${due} where id = ${id}`.execute(
      db,
    );

  test('lets nobody approve alone, for themselves or without waiting', async ({ db, now }) => {
    const { first, second, auditor, email } = await ground(db, now);
    const { id } = done(await requestFactorReset(first, { email, reason }));
    const [one = '', two = '', person = ''] = [first, second, auditor].map(({ actor }) => actor.accountId);
    const whole = { id, from: now, due: hours(now, 72) };
    await expect(approve(db, { ...whole, by: one })).rejects.toThrow('factor_reset_two_people');
    await expect(approve(db, { ...whole, by: person })).rejects.toThrow('factor_reset_two_people');
    await expect(approve(db, { ...whole, by: two, due: hours(now, 23) })).rejects.toThrow(
      'factor_reset_shape',
    );
    const own = sql`insert into factor_reset (account_id, reason, requested_by, requested_at)
      values (${two}, ${reason}, ${two}, ${now})`.execute(db);
    await expect(own).rejects.toThrow('factor_reset_two_people');
    const early = sql`update factor_reset set done_at = ${now} where id = ${id}`.execute(db);
    await expect(early).rejects.toThrow('factor_reset_shape');
  });

  test('lets nobody rewrite or forget what was', async ({ db, now }) => {
    const { first, second, email } = await ground(db, now);
    const { id } = done(await requestFactorReset(first, { email, reason }));
    done(await approveFactorReset(second, id));
    const sooner = sql`update factor_reset set due_at = ${hours(now, 30)} where id = ${id}`.execute(db);
    await expect(sooner).rejects.toThrow();
    const other = sql`update factor_reset set reason = ${`${reason} Or not.`} where id = ${id}`.execute(db);
    await expect(other).rejects.toThrow();
    await expect(sql`delete from factor_reset where id = ${id}`.execute(db)).rejects.toThrow();
  });
});
