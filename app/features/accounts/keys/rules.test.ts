import { describe, expect, test } from 'vitest';

import { mayManageKeys } from './policy.ts';
import { mostKeys } from './model.ts';
import { keyStanding, mayAddKey, replaceKey, revoke } from './rules.ts';

const now = new Date('2026-03-01T09:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const works = { endsAt: null, revokedAt: null };
const ending = { endsAt: at(1), revokedAt: null };
const ended = { endsAt: now, revokedAt: null };
const revoked = { endsAt: at(1), revokedAt: at(-1) };

test.each([
  [works, 'works'],
  [ending, 'ending'],
  [ended, 'ended'],
  [revoked, 'revoked'],
] as const)('%j stands as %s', (key, standing) => {
  expect(keyStanding(key, now)).toBe(standing);
});

describe('another key', () => {
  test('is made up to the most there may be; those that end do not count', () => {
    const many = Array.from({ length: mostKeys - 1 }, () => works);
    expect(mayAddKey([...many, ending, ended, revoked], now)).toMatchObject({ ok: true });
    expect(mayAddKey([...many, works], now)).toEqual({ ok: false, refusal: 'too_many_keys' });
  });
});

describe('replacing', () => {
  test.each([
    ['none', 0],
    ['day', 24],
    ['week', 168],
  ] as const)('with an overlap of %s ends the old key in %i hours', (overlap, hours) => {
    const decision = replaceKey(works, { overlap, now, others: [works] });
    expect(decision).toEqual({ ok: true, value: { endsAt: at(hours) } });
  });

  test.each([
    [ending, 'key_replaced'],
    [ended, 'key_ended'],
    [revoked, 'key_revoked'],
  ] as const)('%j is refused: %s', (key, refusal) => {
    expect(replaceKey(key, { overlap: 'day', now, others: [] })).toEqual({ ok: false, refusal });
  });

  test('over and over does not leave ever more old keys behind', () => {
    const others = Array.from({ length: mostKeys }, () => ending);
    expect(replaceKey(works, { overlap: 'week', now, others })).toEqual({
      ok: false,
      refusal: 'too_many_ending',
    });
    expect(replaceKey(works, { overlap: 'none', now, others })).toMatchObject({ ok: true });
  });
});

test.each([
  [works, { ok: true, value: { revokedAt: now } }],
  [ending, { ok: true, value: { revokedAt: now } }],
  [ended, { ok: false, refusal: 'key_ended' }],
  [revoked, { ok: false, refusal: 'key_revoked' }],
] as const)('revoking %j: %j', (key, decision) => {
  expect(revoke(key, now)).toEqual(decision);
});

test('owners of a company manage its keys, nobody else', () => {
  const person = { accountId: 'a', organisationId: 'o' };
  expect(mayManageKeys({ kind: 'company', ...person, owner: true })).toBe(true);
  expect(mayManageKeys({ kind: 'company', ...person })).toBe(false);
  expect(mayManageKeys({ kind: 'recruiter', ...person, owner: true })).toBe(false);
  expect(mayManageKeys({ kind: 'officer', ...person, owner: true })).toBe(false);
  expect(mayManageKeys({ kind: 'visitor' })).toBe(false);
  expect(mayManageKeys({ kind: 'system' })).toBe(false);
});
