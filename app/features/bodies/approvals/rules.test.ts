import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Approval } from './model.ts';
import { covers, end, grant, standingOn, warningOn } from './rules.ts';

const today = '2026-03-01';
const approval: Approval = {
  countries: ['NP', 'BD'],
  sectors: ['F', 'I'],
  validFrom: '2025-01-01',
  validUntil: '2027-12-31',
  endedOn: null,
};

describe('an approval', () => {
  test.each([
    ['in_force', {}],
    ['in_force', { validFrom: today }],
    ['to_come', { validFrom: '2026-03-02' }],
    ['ending', { validUntil: '2026-05-30' }],
    ['ending', { validUntil: today }],
    ['in_force', { validUntil: '2026-05-31' }],
    ['expired', { validUntil: '2026-02-28' }],
    ['ended', { endedOn: today }],
    ['ended', { endedOn: '2026-01-01', validUntil: '2026-02-01' }],
  ])('is %s with %j', (standing, change) => {
    expect(standingOn({ ...approval, ...change }, today)).toBe(standing);
  });

  test.each([
    [91, undefined],
    [90, 90],
    [31, 90],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, undefined],
  ])('%i days before its end is warned of at %s', (days, step) => {
    const until = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    expect(warningOn(until, today)).toBe(step);
  });
});

describe('a body is approved', () => {
  test.each([
    ['for its country and sector', { country: 'NP', sectors: ['F'] }, true],
    ['for a country when no sector is known', { country: 'BD', sectors: [] }, true],
    ['not for another country', { country: 'LK', sectors: ['F'] }, false],
    ['not for a sector more', { country: 'NP', sectors: ['F', 'T'] }, false],
  ])('%s', (_, need, approved) => {
    expect(covers([approval], need, today)).toBe(approved);
  });

  test('by several approvals together', () => {
    const more = { ...approval, sectors: ['T'] };
    expect(covers([approval, more], { country: 'NP', sectors: ['F', 'T'] }, today)).toBe(true);
    const elsewhere = { ...more, countries: ['LK'] };
    expect(covers([approval, elsewhere], { country: 'NP', sectors: ['F', 'T'] }, today)).toBe(false);
  });

  test('never by what is not in force, whatever it covers', () => {
    const off = fc.constantFrom<Partial<Approval>>(
      { endedOn: '2026-01-31' },
      { validUntil: '2026-02-28' },
      { validFrom: '2026-03-02' },
    );
    fc.assert(
      fc.property(off, fc.subarray(['F', 'I']), (change, sectors) => {
        return !covers([{ ...approval, ...change }], { country: 'NP', sectors }, today);
      }),
    );
  });
});

test('an approval is granted for days that have not passed', () => {
  expect(grant({ validFrom: '2025-01-01', validUntil: '2026-02-28' }, today)).toEqual({
    ok: false,
    refusal: 'approval_past',
  });
  expect(grant(approval, today).ok).toBe(true);
});

test.each([
  ['in force', {}, 'ended'],
  ['to come', { validFrom: '2026-04-01' }, 'ended'],
  ['expired', { validUntil: '2026-02-28' }, 'approval_expired'],
  ['ended', { endedOn: '2026-02-01' }, 'approval_ended'],
])('ending an approval that is %s', (_, change, outcome) => {
  const answer = end({ ...approval, ...change }, today);
  expect(answer.ok ? 'ended' : answer.refusal).toBe(outcome);
});
