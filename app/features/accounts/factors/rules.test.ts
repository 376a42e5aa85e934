import { describe, expect, test } from 'vitest';

import type { FactorReset, Factors } from './model.ts';
import { mayResetFactors } from './policy.ts';
import {
  approveReset,
  cancelReset,
  freshStep,
  hasFactor,
  plainCode,
  removeFactor,
  requestReset,
  resetIsDue,
  roomForPasskey,
  stepAt,
  waysToConfirm,
} from './rules.ts';

const now = new Date('2026-03-01T09:00:10Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const passkey = { id: 'p', name: 'Phone', addedAt: now, lastUsedAt: null };
const factors = (passkeys: number, authenticator: boolean): Factors => ({
  passkeys: Array.from({ length: passkeys }, () => passkey),
  authenticatorSince: authenticator ? now : null,
  codesLeft: 10,
});

describe('a code', () => {
  const step = stepAt(now);

  test('counts for its own half minute and for one on either side', () => {
    expect([-2, -1, 0, 1, 2].map((off) => freshStep(step + off, null, now))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test('counts once, and none older than the last one heard', () => {
    expect(freshStep(step, step - 1, now)).toBe(true);
    expect(freshStep(step, step, now)).toBe(false);
    expect(freshStep(step - 1, step, now)).toBe(false);
  });
});

describe('removing', () => {
  test.each([
    [1, false, 'officer', 'last_factor'],
    [0, true, 'auditor', 'last_factor'],
    [1, true, 'officer', false],
    [2, false, 'decider', false],
    [1, false, 'recruiter', true],
    [0, true, 'company', true],
  ] as const)('of %i passkeys and an app (%s), a %s: %s', (passkeys, app, role, outcome) => {
    const answer = removeFactor(factors(passkeys, app), ['recruiter', role]);
    expect(answer.ok ? answer.value.lastOne : answer.refusal).toBe(outcome);
  });

  test('recovery codes alone are no factor', () => {
    expect(hasFactor(factors(0, false))).toBe(false);
    expect(hasFactor(factors(1, false))).toBe(true);
    expect(hasFactor(factors(0, true))).toBe(true);
  });
});

test('ten passkeys are the most', () => {
  expect(roomForPasskey(factors(9, true))).toEqual({ ok: true, value: undefined });
  expect(roomForPasskey(factors(10, false))).toEqual({ ok: false, refusal: 'too_many_passkeys' });
});

test.each([
  ['7q2kx-94mzp', '7Q2KX94MZP'],
  [' 7Q2KX 94MZP ', '7Q2KX94MZP'],
  ['OIL0o-il000', '0110011000'],
])('%j is read as %s', (typed, read) => {
  expect(plainCode(typed)).toBe(read);
});

describe('saying who one is', () => {
  test.each([
    ['a password alone', true, factors(0, false), { password: true, code: false, passkey: false }],
    ['an app', true, factors(0, true), { password: true, code: true, passkey: false }],
    ['a passkey alone beside it', true, factors(1, false), { password: false, code: false, passkey: true }],
    ['both', true, factors(1, true), { password: true, code: true, passkey: true }],
    ['nothing of ours', false, factors(0, false), { password: false, code: false, passkey: false }],
    ['an app, no password', false, factors(1, true), { password: false, code: false, passkey: true }],
  ] as const)('with %s', (_what, password, has, ways) => {
    expect(waysToConfirm(password, has)).toEqual(ways);
  });
});

describe('a reset', () => {
  const asked: FactorReset = {
    id: 'r',
    accountId: 'person',
    requestedBy: 'first',
    approvedBy: null,
    dueAt: null,
    cancelledAt: null,
    doneAt: null,
  };
  const approved = { ...asked, approvedBy: 'second', dueAt: later(72) };

  test('is for somebody else who has something to reset', () => {
    expect(requestReset('first', 'person', factors(1, false)).ok).toBe(true);
    expect(requestReset('first', 'first', factors(1, false))).toMatchObject({ refusal: 'own_account' });
    expect(requestReset('first', 'person', factors(0, false))).toMatchObject({ refusal: 'nothing_to_reset' });
  });

  test('is approved by a second officer and due three days later', () => {
    expect(approveReset(asked, 'second', now)).toEqual({ ok: true, value: { dueAt: later(72) } });
  });

  test.each([
    [asked, 'first', 'same_officer'],
    [asked, 'person', 'own_account'],
    [approved, 'third', 'already_approved'],
    [{ ...asked, cancelledAt: now }, 'second', 'reset_over'],
    [{ ...approved, doneAt: now }, 'second', 'reset_over'],
  ])('%#: not by whoever must not', (reset, officer, refusal) => {
    expect(approveReset(reset, officer, now)).toEqual({ ok: false, refusal });
  });

  test('ends at anyone’s no, once', () => {
    expect(cancelReset(asked).ok && cancelReset(approved).ok).toBe(true);
    expect(cancelReset({ ...approved, doneAt: now })).toMatchObject({ refusal: 'reset_over' });
    expect(cancelReset({ ...asked, cancelledAt: now })).toMatchObject({ refusal: 'reset_over' });
  });

  test('is due when its time has come and nobody stopped it', () => {
    expect(resetIsDue(asked, later(100))).toBe(false);
    expect(resetIsDue(approved, later(71))).toBe(false);
    expect(resetIsDue(approved, later(72))).toBe(true);
    expect(resetIsDue({ ...approved, cancelledAt: now }, later(72))).toBe(false);
    expect(resetIsDue({ ...approved, doneAt: later(72) }, later(73))).toBe(false);
  });

  test('is an officer’s to handle', () => {
    const person = { accountId: 'a', organisationId: 'o' };
    expect(mayResetFactors({ kind: 'officer', ...person })).toBe(true);
    expect(mayResetFactors({ kind: 'decider', ...person })).toBe(false);
    expect(mayResetFactors({ kind: 'visitor' })).toBe(false);
  });
});
