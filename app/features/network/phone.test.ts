import { expect, test } from 'vitest';

import { plainDigits, readPhone, shownPhone } from './phone.ts';

test.each([
  ['9841234567', 'NP', '+9779841234567'],
  [' 984-123 4567 ', 'NP', '+9779841234567'],
  ['+977 984 1234567', 'BD', '+9779841234567'],
  ['00977 9841234567', 'NP', '+9779841234567'],
  // As a spreadsheet leaves it: without its plus.
  ['9779841234567', 'NP', '+9779841234567'],
  ['९८४१२३४५६७', 'NP', '+9779841234567'],
  ['০১৭১২৩৪৫৬৭৮', 'BD', '+8801712345678'],
  ['٠٥٠١٢٣٤٥٦٧', 'AE', '+971501234567'],
  ['۰۳۰۱۲۳۴۵۶۷۸', 'PK', '+923012345678'],
  ['０９０１２３４５６７８', 'JP', '+819012345678'],
  ['09-7912 34567', 'MM', '+959791234567'],
  ['110', 'NP', undefined],
  ['call Ram', 'NP', undefined],
  ['', 'NP', undefined],
  ['1'.repeat(500), 'NP', undefined],
  ['9841234567', 'XX', undefined],
  ['9841234567 ext 12', 'NP', undefined],
])('%s typed for %s is read as %s', (typed, country, phone) => {
  expect(readPhone(typed, country)).toBe(phone);
});

test('digits of every script with ten of them in a row are read', () => {
  expect(plainDigits('០១២៣៤៥៦៧៨៩ ๐๑๒ ၀၁၂ ߀߁ ᠐᠑ ൦൧')).toBe('0123456789 012 012 01 01 01');
});

test('a number is shown in groups', () => {
  expect(shownPhone('+9779841234567')).toMatch(/^\+977 984/);
  expect(shownPhone('+0')).toBe('+0');
});
