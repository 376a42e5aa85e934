import { expect, test } from 'vitest';

import { amountWithCode, digitsOf } from './money.ts';

test.each([
  ['USD', 2, 'USD 1,000.00'],
  ['JPY', 0, 'JPY 100,000'],
  ['KWD', 3, 'KWD 100.000'],
])('100,000 minor units of %s have %i digits behind the point', (currency, digits, words) => {
  expect(digitsOf(currency)).toBe(digits);
  expect(amountWithCode({ amountMinor: 100_000, currency }).replace(/\s/, ' ')).toBe(words);
});
