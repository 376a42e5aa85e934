import { expect, test } from 'vitest';

import { plainSigns, segmentsOf } from './segments.ts';

test.each([
  ['nothing', '', 1],
  ['160 letters of the GSM alphabet', 'a'.repeat(160), 1],
  ['161 of them', 'a'.repeat(161), 2],
  ['306 of them', 'é'.repeat(306), 2],
  ['307 of them', 'a'.repeat(307), 3],
  ['80 that take two places', '€'.repeat(80), 1],
  ['81 that take two places', '€'.repeat(81), 2],
  // The last place of the first part stays empty: a letter is not cut.
  ['one that takes two where a part ends', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['70 of another script', 'क'.repeat(70), 1],
  ['71 of another script', 'क'.repeat(71), 2],
  ['134 of another script', 'क'.repeat(134), 2],
  ['135 of another script', 'क'.repeat(135), 3],
  ['a pair where a part ends', `${'क'.repeat(66)}🏔${'क'.repeat(66)}`, 3],
  ['one foreign letter among many', `${'a'.repeat(70)}ç`, 2],
] as const)('%s', (_what, text, segments) => {
  expect(segmentsOf(text)).toBe(segments);
});

test('signs of print do not make a text dearer', () => {
  const dear = `${'a'.repeat(100)}’s “offer” – 5…`;
  expect(segmentsOf(dear)).toBe(2);
  expect(segmentsOf(plainSigns(dear))).toBe(1);
});
