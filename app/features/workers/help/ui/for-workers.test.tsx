import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { countryCodes } from '#app/platform/places.ts';
import { dayIn } from '#emails/language.ts';

import { markLanguageCodes } from '../../../register/marks/model.ts';
import { checkWords } from '../../check/words/check-words.ts';
import { topics, type Shown } from '../model.ts';
import { countryIn } from '../words/said.ts';
import { helpWords } from '../words/words.ts';
import { HelpForWorkers, type HelpPageProps } from './for-workers.tsx';

const entry: Shown = {
  ...{ id: 'one', name: 'Harbour <Centre>', nameLocal: 'बन्दरगाह केन्द्र', country: 'QA' },
  ...{ topics: ['hotline', 'shelter'], languages: ['ne', 'en'], phones: ['+97444123456'] },
  ...{ url: 'https://harbour.example/?a=1&b=2', address: 'Street 12', hours: '8–17', free: true },
  ...{ source: 'List of centres', demonstration: false, checkedOn: '2026-03-01' },
};
const asked: HelpPageProps = {
  ...{
    language: 'en',
    reviewed: true,
    countries: [],
    country: 'QA',
    topic: undefined,
    page: 1,
    pages: 1,
    entries: [entry],
  },
};
const shown = (props: Partial<HelpPageProps> = {}) =>
  renderToStaticMarkup(<HelpForWorkers {...{ ...asked, ...props }} />);

test('an entry says how to reach it, whether it is free, when it was checked and where', () => {
  const page = shown();
  expect(page).toContain('href="tel:+97444123456"');
  expect(page).toContain('Call <bdi dir="ltr">+974 4412 3456</bdi>');
  expect(page).toContain('href="https://harbour.example/?a=1&amp;b=2" rel="nofollow noopener noreferrer"');
  expect(page).toContain('Harbour &lt;Centre&gt;');
  expect(page).toContain('calling or visiting costs nothing');
  expect(page).toContain('Checked on 1 March 2026 · Where we read it: <bdi>List of centres</bdi>');
  expect(page).toContain('<bdi lang="ne">नेपाली</bdi>');
  expect(page).not.toContain('not a real place');
  expect(shown({ entries: [{ ...entry, free: false }] })).toContain('It may cost money');
});

test('says that nobody has reviewed it where nobody has', () => {
  const { unreviewed } = checkWords.ne;
  expect(shown({ language: 'ne', reviewed: false })).toContain(unreviewed);
  expect(shown({ language: 'ne', reviewed: true })).not.toContain(unreviewed);
});

test('an example says so', () => {
  expect(shown({ entries: [{ ...entry, demonstration: true }] })).toContain('This is not a real place');
});

test('where nobody is known the page does not read as if there were no help', () => {
  for (const page of [shown({ entries: [] }), shown({ country: undefined, entries: [] })]) {
    expect(page).toContain('We know nobody here yet.');
    expect(page).toContain('That does not mean that nobody can help.');
  }
});

test('topics and pages are links that keep what was chosen', () => {
  const page = shown({ topic: 'shelter', page: 2, pages: 3 });
  expect(page).toContain('href="/en/help?country=QA&amp;topic=shelter" aria-current="page"');
  expect(page).toContain('href="/en/help?country=QA&amp;topic=shelter&amp;page=1"');
  expect(page).toContain('href="/en/help?country=QA&amp;topic=shelter&amp;page=3"');
  expect(page).toContain('href="/ne/help?country=QA&amp;topic=shelter"');
});

/** Every text, however deep. */
const all = (words: object): string[] =>
  Object.values(words).flatMap((each: unknown) =>
    typeof each === 'string' ? [each] : typeof each === 'object' && each ? all(each) : [],
  );

describe.each(markLanguageCodes)('in %s', (language) => {
  test('the page has its language, its direction and no script', () => {
    const page = shown({ language });
    const direction = ['ar', 'ur'].includes(language) ? 'rtl' : 'ltr';
    expect(page).toMatch(new RegExp(`^<div lang="${language}" dir="${direction}">`));
    expect(page).not.toMatch(/<script|<img|<link|style=|\son\w+=/);
    expect(page).toContain(dayIn(language, '2026-03-01'));
    expect(page).toContain(countryIn(language, 'QA'));
  });

  test('nothing is left in English, and each blank is filled', () => {
    const words = helpWords[language];
    expect(words.call).toContain('{number}');
    expect(words.checked).toContain('{day}');
    expect(words.inCountry).toContain('{country}');
    expect(all(words).filter((each) => each.trim() === '')).toEqual([]);
    const english = all(helpWords.en);
    expect(language === 'en' ? [] : all(words).filter((each) => english.includes(each))).toEqual([]);
    expect(shown({ language })).not.toMatch(/\{\w+\}/);
  });

  test('a full page and the list of all countries stay below 14 kB with their styles', () => {
    const styles = readFileSync('app/ui/worker.css', 'utf8');
    const entries = Array.from({ length: 20 }, (_each, place) => ({
      ...{ ...entry, id: String(place), name: `Centre of ${countryCodes[place * 7] ?? ''} ${place}` },
      ...{
        topics: [...topics],
        phones: [`+9744412${3000 + place * 17}`],
        source: `https://list.example/${place}`,
      },
      address: `Street ${place * 31}, Zone ${place}`,
    }));
    const pages = [
      shown({ language, entries, pages: 2 }),
      shown({ language, country: undefined, entries: [], countries: countryCodes }),
    ];
    for (const page of pages) expect(gzipSync(styles + page).byteLength).toBeLessThan(14 * 1024 - 1500);
  });
});
