import { expect, test } from 'vitest';

import { check, declare, openContents, openGaps, standingOf } from './rules.ts';

const free = { accountId: 'a', conflicted: false };
const tied = { accountId: 'a', conflicted: true };

test.each([
  [[], 'undeclared'],
  [[{ accountId: 'b', conflicted: false }], 'undeclared'],
  [[free], 'free'],
  [[free, tied], 'conflicted'],
  // A tie does not go away by being declared again.
  [[tied, free], 'conflicted'],
] as const)('declarations %j make somebody %s', (declarations, standing) => {
  expect(standingOf(declarations, 'a')).toBe(standing);
});

test('only who is free opens', () => {
  expect(openContents('free').ok).toBe(true);
  expect(openContents('undeclared')).toEqual({ ok: false, refusal: 'declare_first' });
  expect(openContents('conflicted')).toEqual({ ok: false, refusal: 'conflicted' });
});

test('a declaration stands; a tie found later is added', () => {
  expect(declare('undeclared', false).ok).toBe(true);
  expect(declare('undeclared', true).ok).toBe(true);
  expect(declare('free', true).ok).toBe(true);
  expect(declare('free', false)).toEqual({ ok: false, refusal: 'already_declared' });
  expect(declare('conflicted', true)).toEqual({ ok: false, refusal: 'already_declared' });
});

test('the checklist is open while the scheme reviews, and gaps are what is not in order', () => {
  expect(check('under_review').ok).toBe(true);
  expect(check('deferred')).toEqual({ ok: false, refusal: 'not_under_review' });
  const lines = [
    { section: 'agency' as const, state: 'gap' as const, note: 'Who owns it?' },
    { section: 'agents' as const, state: 'in_order' as const, note: '' },
  ];
  expect(openGaps(lines)).toEqual([lines[0]]);
});
