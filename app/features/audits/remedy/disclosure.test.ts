import { expect, test } from 'vitest';

import { disclosed } from './disclosure.ts';

const quarter = (people: number, amountMinor: number) => ({ people, amountMinor });

test('a sum is told of five people and more', () => {
  expect(disclosed([])).toEqual(quarter(0, 0));
  expect(disclosed([quarter(4, 400)])).toEqual(quarter(0, 0));
  expect(disclosed([quarter(5, 500)])).toEqual(quarter(5, 500));
});

test('a quarter that adds fewer waits for those after it, so that no difference tells of them', () => {
  const told = (quarters: number) =>
    disclosed([quarter(6, 600), quarter(1, 900), quarter(3, 10), quarter(2, 20)].slice(0, quarters));
  expect([1, 2, 3, 4].map(told)).toEqual([
    quarter(6, 600),
    quarter(6, 600),
    quarter(6, 600),
    quarter(12, 1530),
  ]);
});
