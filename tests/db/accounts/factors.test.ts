import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import {
  confirmAuthenticator,
  remakeCodes,
  removeAuthenticator,
  removePasskey,
  spendCode,
  spendRecoveryCode,
  startAuthenticator,
} from '#app/features/accounts/factors/commands.server.ts';
import { findFactors } from '#app/features/accounts/factors/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { codeAt, people, seconds, withApp, withPasskey } from '#tests/support/factories/factors.ts';
import { test } from '#tests/support/test.ts';

async function eventsOf(db: Kysely<Database>, accountId: string) {
  const events = db.selectFrom('event').select(['type', 'payload']).where('subject', '=', accountId);
  return events.orderBy('id').execute();
}

describe('an authenticator app', () => {
  test('counts from its first right code on, and brings ten recovery codes', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const { accountId } = officer.actor;
    const { secret } = done(await startAuthenticator(officer));
    expect((await findFactors(db, accountId)).authenticatorSince).toBeNull();
    expect(done(await startAuthenticator(officer)).secret).toBe(secret);
    expect(await confirmAuthenticator(officer, '000000')).toMatchObject({ refusal: 'wrong_code' });
    const { codes } = done(await confirmAuthenticator(officer, codeAt(secret, now)));
    expect(new Set(codes).size).toBe(10);
    expect(await findFactors(db, accountId)).toMatchObject({ authenticatorSince: now, codesLeft: 10 });
    expect(await startAuthenticator(officer)).toMatchObject({ refusal: 'already_added' });
    expect(await eventsOf(db, accountId)).toEqual([
      { type: 'factor.added', payload: { kind: 'authenticator' } },
    ]);
  });

  test('is kept sealed, its codes only as argon2id', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const { secret, codes } = await withApp(officer);
    const row = await db.selectFrom('authenticator').select('secret').executeTakeFirstOrThrow();
    expect(row.secret.toString('latin1')).not.toContain(secret);
    const hashes = await db.selectFrom('recovery_code').select('hash').execute();
    expect(hashes.every(({ hash }) => hash.startsWith('$argon2id$'))).toBe(true);
    expect(JSON.stringify(hashes)).not.toContain(codes[0]);
  });

  test('a secret that waited for more than an hour is replaced', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const { secret } = done(await startAuthenticator(officer));
    const late = { ...officer, now: seconds(now, 3601) };
    expect(done(await startAuthenticator(late)).secret).not.toBe(secret);
    expect(await confirmAuthenticator(late, codeAt(secret, late.now))).toMatchObject({
      refusal: 'wrong_code',
    });
  });

  test('nothing can be confirmed that was not begun', async ({ db, now }) => {
    const { officer } = await people(db, now);
    expect(await confirmAuthenticator(officer, '123456')).toMatchObject({ refusal: 'not_started' });
  });

  test('two who open the page at once see one secret', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const [one, two] = await Promise.all([startAuthenticator(officer), startAuthenticator(officer)]);
    expect(done(one).secret).toBe(done(two).secret);
  });
});

describe('a code', () => {
  test('of two who use it at once one comes in, and nobody a second time', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const { secret } = await withApp(officer);
    const { accountId } = officer.actor;
    const at = { db, now: seconds(now, 60) };
    const code = codeAt(secret, at.now);
    const tries = await Promise.all([1, 2, 3].map(() => spendCode(at, accountId, code)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await spendCode(at, accountId, code)).toBe(false);
    // Nor one from before, however right it was.
    expect(await spendCode(at, accountId, codeAt(secret, seconds(at.now, -30)))).toBe(false);
    expect(await spendCode({ db, now: seconds(now, 90) }, accountId, codeAt(secret, seconds(now, 90)))).toBe(
      true,
    );
  });

  test('the code that enrolled the app does not sign in as well', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const { secret } = await withApp(officer);
    expect(await spendCode({ db, now }, officer.actor.accountId, codeAt(secret, now))).toBe(false);
  });

  test('of somebody else, of an app that was never confirmed, or too old opens nothing', async ({
    db,
    now,
  }) => {
    const { officer, recruiter } = await people(db, now);
    const { secret } = await withApp(officer);
    const { secret: waiting } = done(await startAuthenticator(recruiter));
    const later = seconds(now, 300);
    const scope = { db, now: later };
    expect(await spendCode(scope, recruiter.actor.accountId, codeAt(secret, later))).toBe(false);
    expect(await spendCode(scope, recruiter.actor.accountId, codeAt(waiting, later))).toBe(false);
    expect(await spendCode(scope, officer.actor.accountId, codeAt(secret, seconds(later, -90)))).toBe(false);
    expect(await spendCode(scope, officer.actor.accountId, '')).toBe(false);
  });
});

describe('a recovery code', () => {
  const visitor = { kind: 'visitor' as const };

  test('works once, also of two at once, typed anyhow', async ({ db, now }) => {
    const { officer, recruiter } = await people(db, now);
    const { codes } = await withApp(officer);
    const [code = ''] = codes;
    const { accountId } = officer.actor;
    const scope = { db, now, actor: visitor };
    expect(await spendRecoveryCode(scope, recruiter.actor.accountId, code)).toBe(false);
    expect(await spendRecoveryCode(scope, accountId, 'AAAAA-AAAAA')).toBe(false);
    const typed = ` ${code.toLowerCase().replace('-', ' ')}`;
    const tries = await Promise.all([1, 2].map(() => spendRecoveryCode(scope, accountId, typed)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await spendRecoveryCode(scope, accountId, code)).toBe(false);
    const told = (await eventsOf(db, accountId)).filter(({ type }) => type === 'factor.recovery_code_used');
    expect(told).toEqual([{ type: 'factor.recovery_code_used', payload: { left: 9 } }]);
  });

  test('new ones end the old ones, and need a factor they stand in for', async ({ db, now }) => {
    const { officer, recruiter } = await people(db, now);
    const { codes } = await withApp(officer);
    const fresh = done(await remakeCodes(officer)).codes;
    const scope = { db, now, actor: visitor };
    expect(await spendRecoveryCode(scope, officer.actor.accountId, codes[0] ?? '')).toBe(false);
    expect(await spendRecoveryCode(scope, officer.actor.accountId, fresh[0] ?? '')).toBe(true);
    expect(await remakeCodes(recruiter)).toMatchObject({ refusal: 'no_factor' });
  });

  test('its person is told by mail', async ({ db, now, work, mailer }) => {
    const { officer } = await people(db, now);
    const { codes } = await withApp(officer);
    await spendRecoveryCode({ db, now, actor: visitor }, officer.actor.accountId, codes[3] ?? '');
    await work();
    expect(mailer.sent.map(({ subject }) => subject).sort()).toEqual([
      'Authenticator app added',
      'One of your recovery codes was used',
    ]);
  });
});

describe('removing', () => {
  test('the last factor of a role that needs one is refused; a recruiter’s goes with its codes', async ({
    db,
    now,
  }) => {
    const { officer, recruiter } = await people(db, now);
    await withApp(officer);
    await withApp(recruiter);
    expect(await removeAuthenticator(officer)).toMatchObject({ refusal: 'last_factor' });
    done(await removeAuthenticator(recruiter));
    expect(await findFactors(db, recruiter.actor.accountId)).toEqual({
      passkeys: [],
      authenticatorSince: null,
      codesLeft: 0,
    });
    expect(await removeAuthenticator(recruiter)).toMatchObject({ refusal: 'not_found' });
    expect((await findFactors(db, officer.actor.accountId)).codesLeft).toBe(10);
  });

  test('of two factors removed at once one stays', async ({ db, now }) => {
    const { officer } = await people(db, now);
    await withApp(officer);
    await withPasskey(officer);
    const [passkey] = (await findFactors(db, officer.actor.accountId)).passkeys;
    const outcomes = await Promise.all([
      removeAuthenticator(officer),
      removePasskey(officer, passkey?.id ?? ''),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'last_factor' });
  });

  test('somebody else’s passkey, or nobody’s, is not there', async ({ db, now, work, mailer }) => {
    const { officer, recruiter } = await people(db, now);
    await withApp(recruiter);
    await withPasskey(officer);
    await withPasskey(officer, 'Key');
    const [passkey] = (await findFactors(db, officer.actor.accountId)).passkeys;
    expect(await removePasskey(recruiter, passkey?.id ?? '')).toMatchObject({ refusal: 'not_found' });
    expect(await removePasskey(officer, 'no id at all')).toMatchObject({ refusal: 'not_found' });
    done(await removePasskey(officer, passkey?.id ?? ''));
    await work();
    expect(mailer.sent.filter(({ subject }) => subject === 'Passkey removed')).toHaveLength(1);
  });
});
