import { expect, test } from 'vitest';

import { houseLists } from './definition.ts';
import { example } from './example.ts';
import { feeCategories, feeCategoryName } from './fee-categories.ts';
import { codesOf, hasCode, labelOf } from './lists.ts';
import { listWords } from './words/lists/listed.ts';
import { spokenLanguages } from './words/said.ts';

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

test('the lists of the house are written in twelve languages, code by code', () => {
  const speaking = { ...example, languages: [...spokenLanguages] };
  const english = listWords('en');
  for (const language of spokenLanguages.filter((each) => each !== 'en')) {
    const own = listWords(language);
    expect(Object.keys(own.sectors)).toEqual(Object.keys(english.sectors));
    expect(Object.keys(own.fees)).toEqual(Object.keys(english.fees));
    expect(new Set(Object.values(own.fees)).size).toBe(18);
    expect(new Set(Object.values(own.sectors)).size).toBe(21);
  }
  expect(labelOf(speaking, 'sectors', { code: 'F', language: 'es' })).toBe('Construcción');
  expect(labelOf(speaking, 'fee_categories', { code: 'COST_MEDICAL', language: 'ne' })).toBe(
    'स्वास्थ्य जाँच, परीक्षण र खोप',
  );
  expect(labelOf(speaking, 'currencies', { code: 'NPR', language: 'fr' })).toBe('roupie népalaise');
  expect(labelOf(speaking, 'countries', { code: 'NP', language: 'zh' })).toBe('尼泊尔');
  expect(labelOf(example, 'sectors', { code: 'F', language: 'fr' })).toBe('Construction');
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
