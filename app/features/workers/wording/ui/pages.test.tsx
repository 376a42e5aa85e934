import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { translatedCodes, type Reviewed } from '../model.ts';
import { LanguageTable } from './language-table.tsx';
import { WordingForm } from './wording-form.tsx';
import { refusalText } from './words.ts';

const line = (part: Partial<Reviewed>): Reviewed => ({
  ...{ key: 'check.ask', chapter: 'check', english: 'Ask', text: 'پوچھیں', hash: '0'.repeat(32) },
  ...{ state: 'unreviewed', approved: undefined },
  ...part,
});
const lines = [
  line({}),
  line({ key: 'check.old', state: 'lapsed', approved: { by: 'Asha', at: '2026-03-01T09:00:00.000Z' } }),
  line({ key: 'check.none', state: 'missing', text: undefined, hash: undefined }),
  line({ key: 'check.done', state: 'approved', approved: { by: 'Bina', at: '2026-03-02T09:00:00.000Z' } }),
];
const shown = (step: 'approve' | 'take_back') =>
  renderToStaticMarkup(
    <WordingForm
      {...{ language: 'ur', chapters: [{ name: 'check', title: 'Check' }], lines, step, answer: undefined }}
    />,
  );
const boxes = (markup: string) =>
  [...markup.matchAll(/type="checkbox"[^>]*value="([^"]*)"/g)].map(([, value]) => value);

test('a text stands beside its English in its own direction, with a box where it can be approved', () => {
  const page = shown('approve');
  expect(page).toContain('lang="ur" dir="rtl">پوچھیں');
  expect(boxes(page)).toEqual([`check.ask:${'0'.repeat(32)}`, `check.old:${'0'.repeat(32)}`]);
  expect(page).toContain('by Asha on 1 March 2026');
  expect(page).toContain('On whose word?');
  expect(page).toContain('value="approve"');
});

test('where approvals are taken back, those that are approved have a box', () => {
  const page = shown('take_back');
  expect(boxes(page)).toEqual([`check.done:${'0'.repeat(32)}`]);
  expect(page).not.toContain('On whose word?');
});

test('a language leads to the texts each number counts, and to what is read aloud', () => {
  const counts = { approved: 3, unreviewed: 2, lapsed: 1, missing: 0 };
  const rows = translatedCodes.map((language) => ({ language, ...counts, heard: 4, stale: 1 }));
  const page = renderToStaticMarkup(<LanguageTable rows={rows} />);
  expect(page).toContain('href="/scheme/languages/ne?state=lapsed"');
  expect(page).not.toContain('state=missing');
  expect(page).toContain('href="/scheme/languages/ne/clips"');
  expect(page).toContain('4, and 1 to read again');
});

test('a refusal says what to do', () => {
  for (const refusal of ['changed_meanwhile', 'nothing_changes', 'anything else'])
    expect(refusalText(refusal)).toMatch(/stands there/);
});
