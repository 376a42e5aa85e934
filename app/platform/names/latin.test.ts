import fc from 'fast-check';
import { expect, test } from 'vitest';

import { latinOf } from './latin.ts';

test.each([
  ['Devanagari', 'सनराइज  ओभरसिज', 'Sanaraij Obharasij'],
  ['Bangla', 'ঢাকা', 'Dhaka'],
  ['Arabic', 'شركة الخليج', 'Shrka Al-khlyj'],
  ['Thai', 'บริษัท จัดหางาน', 'Brisath Chadhangan'],
  ['Burmese', 'မြန်မာ', 'Mrnma'],
  ['Amharic', 'አዲስ አበባ ኤጀንሲ', 'Adis Abeba Ejensi'],
  ['Khmer', 'ក្រុមហ៊ុន', 'Kromhon'],
  ['Chinese', '北京', 'Bei Jing'],
  ['Japanese', 'さくら', 'Sakura'],
  ['Korean', '김', 'Gim'],
  ['Cyrillic', 'Сергей ИВАНОВ', 'Sergey Ivanov'],
])('%s is suggested in Latin letters', (_script, name, latin) => {
  expect(latinOf(name)).toBe(latin);
});

test('what is in Latin letters is left as its bearer writes it', () => {
  for (const name of ['McDonald', 'Đại Việt', 'ACME 24 (Pvt.) Ltd', '']) expect(latinOf(name)).toBe(name);
});

test('any text is answered, and never at length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      expect(latinOf(text).length).toBeLessThan(10_000);
    }),
  );
});
