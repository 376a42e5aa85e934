import { expect, test } from 'vitest';

import { inLatinDigits, numberIn } from './answer.ts';

test('digits of other scripts are digits', () => {
  const twelve = ['०१२', '০১২', '٠١٢', '۰۱۲', '၀၁၂', '๐๑๒', '០១២', '໐໑໒', '௦௧௨', '෦෧෨', '０１２'];
  expect(twelve.map(inLatinDigits)).toEqual(twelve.map(() => '012'));
});

test.each([
  ['12', 12],
  ['-3', -3],
  ['−3', -3],
  ['1,200', 1200],
  ['1,20,000', 120000],
  ['1 200', 1200],
  ["1'200.50", 1200.5],
  ['٣٫٥', 3.5],
  ['.5', 0.5],
  ['1,2', undefined],
  ['12 men', undefined],
  ['1e9', undefined],
  ['0x10', undefined],
  ['Infinity', undefined],
  ['9'.repeat(30), undefined],
])('%s is the number %s', (text, number) => {
  expect(numberIn(text)).toBe(number);
});
