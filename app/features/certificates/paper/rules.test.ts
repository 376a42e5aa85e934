import { expect, test } from 'vitest';

import { counts, isDrawable, languagesFor, paperStatus } from './rules.ts';
import { words } from './words.ts';

test('a name is printed in scripts that our fonts have, and in no other', () => {
  for (const name of ['Himal Workforce', 'हिमाल', 'شركة', 'บริษัท', 'Công ty 24/7'])
    expect(isDrawable(name)).toBe(true);
  for (const name of ['喜马拉雅', 'ヒマール', '히말', 'Ηimal הימל']) expect(isDrawable(name)).toBe(false);
});

test('a paper is in English, and in the holder’s language where there are words for it', () => {
  expect(languagesFor('en')).toEqual(['en']);
  expect(languagesFor('ne')).toEqual(['en', 'ne']);
  expect(languagesFor('zh')).toEqual(['en']);
});

test('every language names everything, in letters that can be printed', () => {
  expect(Object.keys(words)).toEqual(['en', 'fr', 'es', 'id', 'ar', 'hi', 'ne', 'bn']);
  for (const { states, ...say } of Object.values(words))
    for (const text of [...Object.values(say), ...Object.values(states)]) {
      expect(text).not.toBe('');
      expect(isDrawable(text)).toBe(true);
    }
});

test('expiry is derived on paper, too; what is final keeps its name', () => {
  const until = { validUntil: '2026-03-01' };
  expect(paperStatus({ ...until, status: 'active' }, '2026-03-01')).toBe('active');
  expect(paperStatus({ ...until, status: 'suspended' }, '2026-03-02')).toBe('expired');
  expect(paperStatus({ ...until, status: 'withdrawn' }, '2026-03-02')).toBe('withdrawn');
  expect(
    ['active', 'suspended', 'expired'].map((status) => counts(status === 'active' ? status : 'expired')),
  ).toEqual([...[true, false, false]]);
});
