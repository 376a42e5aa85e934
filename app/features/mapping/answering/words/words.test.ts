import { describe, expect, test } from 'vitest';

import { mappingLanguages } from '../../model.ts';
import { en } from './en.ts';
import { fill, refusalIn, wordsOf } from './words.ts';

/** Every text by where it stands: `promises.0`, `refusals.closed`. */
const textsIn = (words: object, under = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, said]: [string, unknown]) => {
    if (typeof said === 'string') return [[`${under}${key}`, said]];
    return typeof said === 'object' && said ? textsIn(said, `${under}${key}.`) : [];
  });

const gaps = (text: string) => [...new Set(text.match(/\{[^}]*\}/g))].sort();
const others = mappingLanguages.filter((language) => language !== 'en');
const english = textsIn(en);

/** What each language is written in; the rest of them share Latin letters. */
const script = new Map([
  ['ar', /\p{Script=Arabic}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['ne', /\p{Script=Devanagari}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['th', /\p{Script=Thai}/u],
  ['my', /\p{Script=Myanmar}/u],
  ['zh', /\p{Script=Han}/u],
]);

describe.each(others)('whoever answers in %s', (language) => {
  const own = new Map(textsIn(wordsOf(language)));

  test('reads everything that is said in English', () => {
    expect([...own.keys()].sort()).toEqual(english.map(([key]) => key).sort());
    expect(own.has('promises.3') && own.has('refusals.other')).toBe(true);
  });

  test('reads each of it in words and letters of their own, with the same gaps', () => {
    for (const [key, said] of english) {
      const text = own.get(key) ?? '';
      expect(gaps(text), key).toEqual(gaps(said));
      expect(text, key).not.toBe(said);
      expect(text, key).toBe(text.trim());
      expect(text, key).toMatch(script.get(language) ?? /\p{Script=Latin}/u);
    }
  });

  test('reads no text in the place of another', () => {
    const twice = (texts: string[]) => texts.filter((text, place) => texts.indexOf(text) !== place).length;
    expect(twice([...own.values()])).toBeLessThanOrEqual(twice(english.map(([, said]) => said)));
  });

  test('is refused in their language, also for a reason nobody foresaw', () => {
    expect(refusalIn(language, 'closed')).toBe(own.get('refusals.closed'));
    expect(refusalIn(language, 'never heard of')).toBe(own.get('refusals.other'));
  });
});

test('gaps are filled with what there is, and what is filled in is left as it is', () => {
  expect(fill('{done} of {all}, {n}', { done: 0, all: '{n}' })).toBe('0 of {n}, {n}');
  expect(fill('{constructor}', {})).toBe('{constructor}');
});
