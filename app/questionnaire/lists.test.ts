import { expect, test } from 'vitest';

import { houseLists } from './definition.ts';
import { example } from './example.ts';
import { feeCategories, feeCategoryName } from './fee-categories.ts';
import { codesOf, hasCode, labelOf } from './lists.ts';

test('every list of the house has codes, each once and each with a label', () => {
  for (const name of houseLists) {
    const codes = codesOf(example, name, 'en');
    expect(codes.length).toBeGreaterThan(15);
    expect(new Set(codes.map(({ value }) => value)).size).toBe(codes.length);
    expect(codes.filter(({ label }) => label.trim() === '')).toEqual([]);
  }
});

test('they know what is in use today, by its own name', () => {
  expect(codesOf(example, 'currencies', 'en')).toContainEqual({ value: 'NPR', label: 'Nepalese Rupee' });
  expect(hasCode(example, 'currencies', 'XOF')).toBe(true);
  expect(hasCode(example, 'currencies', 'XAU')).toBe(false);
  expect(codesOf(example, 'languages', 'en').filter(({ value, label }) => value === label)).toEqual([]);
  expect(codesOf(example, 'countries', 'ne')).toContainEqual({ value: 'NP', label: 'नेपाल' });
  expect(hasCode(example, 'fee_categories', 'COST_MEDICAL')).toBe(true);
  expect(Object.keys(feeCategories)).toHaveLength(18);
  expect(feeCategoryName('COST_MEDICAL')).toBe('Medical checks, tests and vaccinations');
  expect(feeCategoryName('OTHER')).toBe('OTHER');
});

test('a list of its own speaks its languages, and English where a word is missing', () => {
  expect(codesOf(example, 'ways', 'ne').map(({ label }) => label)).toEqual([
    'कार्डबाट',
    'In cash',
    'Otherwise',
  ]);
  expect(labelOf(example, 'ways', { code: 'card', language: 'ne' })).toBe('कार्डबाट');
  expect(labelOf(example, 'ways', { code: 'shells', language: 'en' })).toBe('shells');
});

test('a list or a language nobody knows harms nothing', () => {
  expect(codesOf(example, 'planets', 'en')).toEqual([]);
  expect(hasCode(example, 'ways', '__proto__')).toBe(false);
  expect(codesOf(example, 'countries', 'not a language')).toEqual(codesOf(example, 'countries', 'en'));
});
