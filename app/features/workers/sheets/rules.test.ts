import { expect, test } from 'vitest';

import { mostPapers, perPaper } from './model.ts';
import { fileOf, papersOf, sheetNamed } from './rules.ts';

test('a file is named by its country, its part and its kind', () => {
  expect(sheetNamed('NP.csv')).toEqual({ kind: 'csv', country: 'NP' });
  expect(sheetNamed('NP.pdf')).toEqual({ kind: 'pdf', country: 'NP', part: 1 });
  expect(sheetNamed(`NP-${mostPapers}.pdf`)).toEqual({ kind: 'pdf', country: 'NP', part: mostPapers });
  for (const part of [1, 2, 17])
    expect(sheetNamed(fileOf('BD', part))).toMatchObject({ country: 'BD', part });
});

test.each([
  ...['', 'NP', 'np.csv', 'NPL.csv', 'XX.csv', 'NP.xlsx', 'NP-2.csv', 'NP-0.pdf', 'NP-01.pdf'],
  ...[`NP-${mostPapers + 1}.pdf`, 'NP.pdf/..', 'NP-1e1.pdf', '../NP.pdf'],
])('%j is no sheet', (file) => {
  expect(sheetNamed(file)).toBeUndefined();
});

test('a country has as many papers as it needs, one at least, and no more than are drawn', () => {
  expect(papersOf(0)).toEqual({ papers: 1, whole: true });
  expect(papersOf(perPaper)).toEqual({ papers: 1, whole: true });
  expect(papersOf(perPaper + 1)).toEqual({ papers: 2, whole: true });
  expect(papersOf(perPaper * mostPapers)).toEqual({ papers: mostPapers, whole: true });
  expect(papersOf(perPaper * mostPapers + 1)).toEqual({ papers: mostPapers, whole: false });
});
