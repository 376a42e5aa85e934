import { expect, test } from 'vitest';

import { isWholePhone, phonesIn, plainDigits, readPhone, shownPhone } from './phone.ts';

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

test.each([
  ['9800000012', ['9800000012']],
  ['980-000 0012', ['9800000012']],
  ['(980) 000.0012', ['9800000012']],
  ['+977 980-0000012', ['9779800000012']],
  ['00977 9800000012', ['9779800000012']],
  ['0977 9800000012', ['9779800000012']],
  ['09800000012', ['9800000012']],
  ['+977 (0) 980 0000012', ['9779800000012']],
  ['९८००००००१२', ['9800000012']],
  ['٩٨٠٠٠٠٠٠١٢', ['9800000012']],
  ['০৯৮০০০০০০১২', ['9800000012']],
  ['\u202A+977\u202C 980–0000012', ['9779800000012']],
  ['Everest, tel:+977-980-0000012 or 01-4123456', ['9779800000012', '14123456']],
  // The code of a country belongs to the number: without it, it is somebody else's.
  ['+975 9800000012', ['9759800000012']],
  ['LRN00012603', []],
  ['812/06/6', []],
  ['licence 1234567a', []],
  ['123456', []],
  ['0000012', []],
  ['9'.repeat(10_000), []],
  ['', []],
])('in %s a phone ends with %j', (typed, digits) => {
  expect(phonesIn(typed)).toEqual(digits);
});

test.each([
  ['+9779800000012', '9800000012', true],
  ['+9779800000012', '9779800000012', true],
  ['+9779800000012', '0000012', false],
  ['+97714123456', '14123456', true],
  ['+97714123456', '4123456', false],
  ['+0', '', false],
])('of %s, %s is the whole number: %s', (phone, digits, whole) => {
  expect(isWholePhone(phone, digits)).toBe(whole);
});
