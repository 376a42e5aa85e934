import { expect, test } from 'vitest';

import { cover, lacking } from './rules.ts';

const speaks = (language: string, level: 'interview' | 'working' = 'working') => ({ language, level });
const rao = { languages: [speaks('en'), speaks('hi')], sectors: ['F', 'T'] };
const ek = { languages: [speaks('ne', 'interview')], sectors: ['A'] };
const needs = { language: 'en', workers: ['ne', 'hi'], sectors: ['F', 'A'] };

test.each([
  ['covers all together', needs, [rao, ek], { languages: [], sectors: [] }],
  ['lacks what nobody has', needs, [rao], { languages: ['ne'], sectors: ['A'] }],
  [
    'cannot run an audit in a language that is enough for interviews',
    { ...needs, language: 'ne' },
    [rao, ek],
    { languages: ['ne'], sectors: [] },
  ],
  [
    'lacks nothing where nothing is known',
    { language: null, workers: [], sectors: [] },
    [],
    { languages: [], sectors: [] },
  ],
])('a team %s', (_, asked, team, gap) => {
  expect(lacking(asked, team)).toEqual(gap);
});

const reason = 'An interpreter of the union comes along.';
test.each([
  [{ languages: [], sectors: [] }, undefined, { ok: true, value: { gap: null } }],
  [{ languages: ['ne'], sectors: [] }, undefined, { ok: false, refusal: 'team_lacks_languages' }],
  [{ languages: [], sectors: ['A'] }, undefined, { ok: false, refusal: 'team_lacks_sectors' }],
  [
    { languages: ['ne'], sectors: ['A'] },
    reason,
    { ok: true, value: { gap: { languages: ['ne'], sectors: ['A'], reason } } },
  ],
])('covering %#', (gap, words, outcome) => {
  expect(cover(gap, words)).toEqual(outcome);
});
