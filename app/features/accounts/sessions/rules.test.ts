import { describe, expect, test } from 'vitest';

import { roles, type Role } from '#app/platform/scope.ts';

import { confirmedLately, isStrong, isVouchedFor, limitsOf, mostSessions, needsFactor } from './rules.ts';

const withFactor: Role[] = ['auditor', 'reviewer', 'decider', 'officer', 'caseworker', 'trainer'];

describe('a role', () => {
  test.each(roles)('%s needs a second factor or may have one', (role) => {
    expect(needsFactor(role)).toBe(withFactor.includes(role));
  });

  test.each(roles)('%s has a session that ends, idle before its last moment', (role) => {
    const { idleMinutes, hours } = limitsOf(role);
    expect(idleMinutes).toBeGreaterThan(0);
    expect(hours * 60).toBeGreaterThan(idleMinutes);
    expect(hours).toBeLessThanOrEqual(needsFactor(role) ? 16 : 14 * 24);
  });
});

test.each([
  ['a moment ago', 1, true],
  ['nine minutes ago', 9 * 60, true],
  ['ten minutes ago', 10 * 60, false],
])('who it is, said %s, counts: %s', (_when, seconds, counts) => {
  const now = new Date('2026-03-01T09:00:00Z');
  expect(confirmedLately(new Date(now.getTime() - seconds * 1000), now)).toBe(counts);
});

test('nobody needs more than twenty sessions at a time', () => {
  expect(mostSessions).toBe(20);
});

test.each([
  ['password', false],
  ['single_sign_on', false],
  ['password_and_code', true],
  ['recovery_code', true],
  ['passkey', true],
])('coming in by %s took two factors: %s', (method, strong) => {
  expect(isStrong(method)).toBe(strong);
});

test.each([
  ['single_sign_on', true, true],
  ['single_sign_on', false, false],
  ['password', true, false],
])(
  'by %s, working elsewhere: %s, is vouched for by one organisation alone: %s',
  (method, elsewhere, vouched) => {
    expect(isVouchedFor({ method, elsewhere })).toBe(vouched);
  },
);
