import { expect, test } from 'vitest';

import type { Entry } from '../model.ts';
import { correctableOptions, entryInWords, itemOptions } from './ledger.tsx';
import { progressInWords } from './progress.tsx';

const at = (id: string, correctsId: string | null = null) => ({ id, correctsId, day: '2026-03-01' });
const money = { category: 'COST_MEDICAL', currency: 'NPR' } as const;
const entries: Entry[] = [
  { ...at('a'), kind: 'affected', workers: 8 },
  { ...at('o'), kind: 'owed', ...money, amountMinor: 96_000 },
  {
    ...at('p'),
    kind: 'paid',
    ...money,
    itemId: 'o',
    amountMinor: 100_000,
    workers: 5,
    overWhy: 'Interest on loans',
  },
];

test('a ledger reads in words, with what was paid beyond what is owed', () => {
  expect(entries.map(entryInWords)).toEqual([
    '8 workers affected',
    'owed NPR\u00a0960.00, medical checks, tests and vaccinations',
    'repaid NPR\u00a01,000.00, medical checks, tests and vaccinations, 5 workers made whole; more than was owed: Interest on loans',
  ]);
  expect(entryInWords({ ...at('x', 'a'), kind: 'affected', workers: -8 })).toBe(
    'Taken back: 8 workers affected',
  );
  expect(progressInWords(entries)).toBe(
    '5 of 8 people made whole, 0 of them confirm it, NPR\u00a01,000.00 of NPR\u00a0960.00, NPR\u00a040.00 of it more than was owed repaid',
  );
  expect(itemOptions(entries)).toEqual([
    { value: 'o', label: 'Medical checks, tests and vaccinations, NPR\u00a00.00 left' },
  ]);
  expect(correctableOptions(entries).map(({ value }) => value)).toEqual(['p']);
});
