import { describe, expect } from 'vitest';

import { addPasskey } from '#app/features/accounts/factors/commands.server.ts';
import { assertionForm, passkeyForm } from '#app/features/accounts/factors/forms.ts';
import { asserted, assertionOptions } from '#app/features/accounts/factors/passkey.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  answerOf,
  challengeFor,
  people,
  seconds,
  sent,
  withPasskey,
} from '#tests/support/factories/factors.ts';
import { aPasskeyDevice } from '#tests/support/passkey-device.ts';
import { test } from '#tests/support/test.ts';

describe('a passkey', () => {
  test('is added once by whoever was asked, and signs in', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const { accountId } = officer.actor;
    const device = await withPasskey(officer);
    const asked = { purpose: 'sign_in' as const, accountId: null, now };
    const { challenge } = await assertionOptions(db, asked);
    expect(await asserted(db, answerOf(device.answer(challenge)), asked)).toBe(accountId);
    const row = await db.selectFrom('passkey').select(['counter', 'last_used_at']).executeTakeFirstOrThrow();
    expect(row).toEqual({ counter: 2, last_used_at: now });
  });

  test('an answer heard before, of two at once, too late or to nothing asked is refused', async ({
    db,
    now,
  }) => {
    const { officer } = await people(db, now);
    const device = await withPasskey(officer);
    const asked = { purpose: 'sign_in' as const, accountId: null, now };
    const { challenge } = await assertionOptions(db, asked);
    const answer = answerOf(device.answer(challenge));
    const twice = await Promise.all([asserted(db, answer, asked), asserted(db, answer, asked)]);
    expect(twice.filter(Boolean)).toEqual([officer.actor.accountId]);
    expect(await asserted(db, answer, asked)).toBeUndefined();
    expect(await asserted(db, answerOf(device.answer('bm90aGluZw')), asked)).toBeUndefined();
    const late = await assertionOptions(db, asked);
    const after = { ...asked, now: seconds(now, 601) };
    expect(await asserted(db, answerOf(device.answer(late.challenge)), after)).toBeUndefined();
  });

  test('an answer for another purpose, another person or without the device’s lock is refused', async ({
    db,
    now,
  }) => {
    const { officer, recruiter } = await people(db, now);
    const device = await withPasskey(officer);
    const signIn = { purpose: 'sign_in' as const, accountId: null, now };
    const confirm = { purpose: 'confirm' as const, accountId: recruiter.actor.accountId, now };
    const one = await assertionOptions(db, signIn);
    expect(await asserted(db, answerOf(device.answer(one.challenge)), confirm)).toBeUndefined();
    const two = await assertionOptions(db, confirm);
    expect(await asserted(db, answerOf(device.answer(two.challenge)), confirm)).toBeUndefined();
    const three = await assertionOptions(db, signIn);
    const unlocked = answerOf(device.answer(three.challenge, { verified: false }));
    expect(await asserted(db, unlocked, signIn)).toBeUndefined();
  });

  test('a false signature, a false origin and a copy that counts behind are refused', async ({ db, now }) => {
    const { officer } = await people(db, now);
    const device = await withPasskey(officer);
    const asked = { purpose: 'sign_in' as const, accountId: null, now };
    const ask = async () => (await assertionOptions(db, asked)).challenge;
    const good = device.answer(await ask());
    const other = aPasskeyDevice().answer(await ask());
    const forged = { ...good, response: { ...other.response } };
    expect(await asserted(db, answerOf(forged), asked)).toBeUndefined();
    expect(await asserted(db, answerOf(other), asked)).toBeUndefined();
    const elsewhere = aPasskeyDevice('https://fairr0ute.example').make(await challengeFor(officer));
    expect(await addPasskey(officer, sent('x', elsewhere))).toMatchObject({ refusal: 'passkey_refused' });
    expect(await asserted(db, answerOf(device.answer(await ask())), asked)).toBeDefined();
    expect(await asserted(db, answerOf(device.answer(await ask(), { back: 2 })), asked)).toBeUndefined();
  });

  test('is not added with somebody else’s challenge, twice, or from a device without a lock', async ({
    db,
    now,
  }) => {
    const { officer, recruiter } = await people(db, now);
    const device = aPasskeyDevice();
    const theirs = device.make(await challengeFor(officer));
    expect(await addPasskey(recruiter, sent('x', theirs))).toMatchObject({ refusal: 'passkey_refused' });
    done(await addPasskey(officer, sent('x', device.make(await challengeFor(officer)))));
    const again = device.make(await challengeFor(recruiter));
    expect(await addPasskey(recruiter, sent('x', again))).toMatchObject({ refusal: 'already_added' });
    const open = aPasskeyDevice().make(await challengeFor(officer), { verified: false });
    expect(await addPasskey(officer, sent('x', open))).toMatchObject({ refusal: 'passkey_refused' });
  });

  test.each([
    ['{'],
    ['[]'],
    ['null'],
    ['{"id":"<script>"}'],
    ['x'.repeat(70_000)],
    ['{"id":"a","rawId":"a"}'],
  ])('nonsense %# never reaches the database', (credential) => {
    expect(passkeyForm.safeParse({ name: 'x', credential }).success).toBe(false);
    expect(assertionForm.safeParse({ credential }).success).toBe(false);
  });
});
