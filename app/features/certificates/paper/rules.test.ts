import { expect, test } from 'vitest';

import { languageCodes } from '#app/platform/names/languages.ts';
import { drawer } from '#app/platform/pdf/render.server.tsx';
import { states } from '#emails/certificates/states.ts';

import { counts, languagesFor, paperStatus } from './rules.ts';
import { words, type PaperLanguage } from './words.ts';
import { en } from './words-latin.ts';

test('a paper is in English, and in the holder’s language where there are words for it', () => {
  expect(languagesFor('en')).toEqual(['en']);
  expect(languagesFor('ne')).toEqual(['en', 'ne']);
  expect(languagesFor('ur')).toEqual(['en', 'ur']);
  expect(languagesFor('zh')).toEqual(['en']);
  expect(languagesFor('toString')).toEqual(['en']);
});

const scheme = 'en ne bn hi ur tl id my km vi am sw ar es fr th'.split(' ');

test('the scheme’s sixteen languages have words, and others of recruiters', () => {
  expect(Object.keys(words).slice(0, 16)).toEqual(scheme);
  expect(Object.keys(words).slice(16)).toEqual(['si', 'ta', 'lo', 'ms', 'pt', 'ru']);
  for (const language of Object.keys(words)) expect(languageCodes).toContain(language);
  expect(Object.keys(states).sort()).toEqual(Object.keys(words).sort());
});

const each = Object.keys(words).flatMap((code) => languagesFor(code).filter((language) => language === code));

test.each(each)(
  '%s names everything, in its own words and in letters that can be printed',
  async (language) => {
    const draws = await drawer();
    for (const text of Object.values(states[language])) expect(draws(text)).toBe(true);
    expect(new Set(Object.values(states[language])).size).toBe(7);
    const { binding, ...say } = words[language];
    for (const text of Object.values(say)) {
      expect(text).not.toBe('');
      expect(draws(text)).toBe(true);
    }
    // That the English page counts is said on every other.
    expect(binding === '').toBe(language === 'en');
    expect(draws(binding)).toBe(true);
    expect(places(say.since)).toEqual(['day']);
    expect(places(say.period).sort()).toEqual(['from', 'until']);
    expect(places(say.unprintable)).toEqual(['number']);
    if (language !== 'en') expect(sameAsEnglish(language)).toEqual([]);
  },
);

const places = (text: string) => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name);

/** Sentences that were left in English; single words may be the same. */
function sameAsEnglish(language: PaperLanguage) {
  const { title, notCovered, scan, stop, unprintable } = words[language];
  const english = [en.title, en.notCovered, en.scan, en.stop, en.unprintable];
  return [title, notCovered, scan, stop, unprintable].filter((text) => english.includes(text));
}

test('expiry is derived on paper, too; what is final keeps its name', () => {
  const until = { validUntil: '2026-03-01' };
  expect(paperStatus({ ...until, status: 'active' }, '2026-03-01')).toBe('active');
  expect(paperStatus({ ...until, status: 'suspended' }, '2026-03-02')).toBe('expired');
  expect(paperStatus({ ...until, status: 'withdrawn' }, '2026-03-02')).toBe('withdrawn');
  expect(
    ['active', 'suspended', 'expired'].map((status) => counts(status === 'active' ? status : 'expired')),
  ).toEqual([...[true, false, false]]);
});
