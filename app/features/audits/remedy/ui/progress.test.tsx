import { expect, test } from 'vitest';

import { progressInWords } from './progress.tsx';

test('a remedy in one line: people, and each currency by itself', () => {
  const people = { affected: 1200, madeWhole: 5 };
  expect(progressInWords({ people, money: [] })).toBe('5 of 1,200 people made whole');
  expect(progressInWords({ people, money: [{ currency: 'NPR', owed: 9_600_000, paid: 6_000_000 }] })).toMatch(
    /people made whole, NPR.60,000\.00 of NPR.96,000\.00 repaid$/,
  );
});
