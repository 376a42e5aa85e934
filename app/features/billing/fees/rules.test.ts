import { expect, test } from 'vitest';

import type { FeeLine, FeeSchedule } from './model.ts';
import { feeFor, publish } from './rules.ts';

const line = (tier: string, sizeFrom: number, amountMinor: number, currency = 'USD'): FeeLine => ({
  purpose: 'application_fee',
  tier,
  sizeFrom,
  amountMinor,
  currency,
});
const schedule: FeeSchedule = {
  versionId: 'v',
  validFrom: '2026-01-01',
  sizeBy: 'workers_placed',
  tiers: { NP: 'a', JP: 'b' },
  otherTier: 'c',
  lines: [line('a', 0, 50_000), line('a', 100, 80_000), line('b', 0, 150_000, 'JPY')],
};
const payer = { purpose: 'application_fee' as const, country: 'NP', size: 0 };

test.each([
  ['a small agency', payer, { amountMinor: 50_000, currency: 'USD' }],
  ['one below the band', { ...payer, size: 99 }, { amountMinor: 50_000, currency: 'USD' }],
  ['the first of the band', { ...payer, size: 100 }, { amountMinor: 80_000, currency: 'USD' }],
  ['a large one', { ...payer, size: 9000 }, { amountMinor: 80_000, currency: 'USD' }],
  ['another country', { ...payer, country: 'JP' }, { amountMinor: 150_000, currency: 'JPY' }],
  ['a country without a line', { ...payer, country: 'DE' }, undefined],
  ['a purpose without a line', { ...payer, purpose: 'annual_levy' as const }, undefined],
])('the fee of %s', (_who, given, fee) => {
  expect(feeFor(schedule, given)).toEqual(fee);
});

test('a schedule is published whole, or not', () => {
  expect(publish(schedule).ok).toBe(true);
  expect(publish({ ...schedule, lines: [] })).toEqual({ ok: false, refusal: 'no_lines' });
  const twice = [line('a', 0, 1), line('a', 0, 2)];
  expect(publish({ ...schedule, lines: twice })).toEqual({ ok: false, refusal: 'line_twice' });
  expect(publish({ ...schedule, lines: [line('z', 0, 1)] })).toEqual({ ok: false, refusal: 'unknown_tier' });
});
