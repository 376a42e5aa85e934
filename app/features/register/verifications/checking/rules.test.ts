import { expect, test } from 'vitest';

import type { Hit } from '../model.ts';
import { hasLookalikes, isNamedLike, judge, numbersOf, visible } from './rules.ts';

const hit = (registrationNumber: string, score: number, on: Hit['on'] = 'name'): Hit => ({
  ...{ registrationNumber, score, on },
});
const byName = (...hits: Hit[]) => judge({ numbers: 0, byNumber: [], byName: hits });

test('one name that is sure and stands apart is a match, all else is for a person', () => {
  expect(byName()).toEqual({ outcome: 'none' });
  expect(byName(hit('A', 1), hit('B', 0.8)).outcome).toBe('match');
  expect(byName(hit('A', 1), hit('A', 0.99, 'trading_name')).outcome).toBe('match');
  expect(byName(hit('A', 1), hit('B', 0.95)).outcome).toBe('ambiguous');
  expect(byName(hit('A', 0.8)).outcome).toBe('ambiguous');
});

test('numbers decide where there are any, and all of them lead to one recruiter', () => {
  const number = hit('A', 1, 'registration_number');
  const licence = (of: string) => hit(of, 1, 'licence_number');
  const judged = (numbers: number, byNumber: Hit[], named: Hit[] = []) =>
    judge({ numbers, byNumber, byName: named }).outcome;
  expect(judged(1, [number])).toBe('match');
  expect(judged(2, [number, licence('A')])).toBe('match');
  expect(judged(2, [number])).toBe('ambiguous');
  expect(judged(2, [number, licence('B')])).toBe('ambiguous');
  expect(judged(1, [licence('A'), licence('B')])).toBe('ambiguous');
  expect(judged(1, [], [hit('A', 1)])).toBe('ambiguous');
  expect(judged(1, [])).toBe('none');
  expect(numbersOf({ licenceNumber: '7', name: 'a' })).toEqual(['7']);
});

test('a name is like those on record by a word of any script', () => {
  expect(isNamedLike('HIMAL Rojagar', ['हिमाल रोजगार'])).toBe(true);
  expect(isNamedLike('Al Noor', ['Himal Workforce'])).toBe(false);
  expect(isNamedLike('…', ['Himal Workforce'])).toBe(true);
});

test('what cannot be seen is no part of a text', () => {
  expect(visible(' a\u0000b\u202ec\u200b  d\ufeff')).toBe('a b c d');
  expect(visible('नेपाल\u200d')).toBe('नेपाल\u200d');
});

test('a word of letters that look alike is told; a name in two scripts is none', () => {
  expect(hasLookalikes('\u0415verest Gate')).toBe(true);
  expect(hasLookalikes('Al N\u03bfor')).toBe(true);
  expect(hasLookalikes('Everest हिमाल ЭВЕРЕСТ')).toBe(false);
});
