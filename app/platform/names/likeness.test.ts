import { expect, test } from 'vitest';

import { latinName, nameKey, numberKey } from './likeness.ts';

test.each([
  ['Himal Services Pvt. Ltd.', 'services himal'],
  ['Trần Minh Châu', 'TRAN MINH CHAU'],
  ['Đại Việt', 'Dai Viet'],
  ['O’Brien & Co', 'o brien'],
])('%s is the same name as %s', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test('a name of words that say nothing keeps them', () => {
  expect(nameKey('The Company Ltd')).toBe('company ltd the');
});

test('names of other scripts come in Latin letters', () => {
  expect(latinName('काठमाडौं')).toMatch(/^k.*th.*m.*d/);
  expect(latinName('  !! ')).toBe('');
});

test('a number is compared by its letters and digits', () => {
  expect(numberKey('S-118/075')).toBe(numberKey('s 118 075'));
});
