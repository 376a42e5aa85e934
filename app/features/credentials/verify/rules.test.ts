import { expect, test } from 'vitest';

import { verdictOf, worst } from './rules.ts';

const at = (day: string) => new Date(`2026-${day}T00:00:00Z`);
const dated = { validFrom: at('02-01'), validUntil: at('08-01') };

test.each([
  ['01-31', 'clear', 'not_yet_valid'],
  ['01-31', 'revoked', 'not_yet_valid'],
  ['02-01', 'clear', 'valid'],
  ['08-01', 'clear', 'valid'],
  ['08-02', 'clear', 'expired'],
  ['08-02', 'revoked', 'revoked'],
  ['08-02', 'unavailable', 'expired'],
  ['05-01', 'revoked', 'revoked'],
  ['05-01', 'suspended', 'suspended'],
  ['05-01', 'unavailable', 'status_unavailable'],
] as const)('on %s, %s by its lists, it is %s', (day, status, verdict) => {
  expect(verdictOf(dated, status, at(day))).toBe(verdict);
});

test('without an end it does not expire', () => {
  expect(verdictOf({ ...dated, validUntil: undefined }, 'clear', at('12-01'))).toBe('valid');
});

test('of several lists the worst counts: a suspension hides nothing that could not be asked', () => {
  expect(worst([])).toBe('clear');
  expect(worst(['clear', 'suspended'])).toBe('suspended');
  expect(worst(['suspended', 'unavailable', 'clear'])).toBe('unavailable');
  expect(worst(['suspended', 'unavailable', 'revoked'])).toBe('revoked');
});
