import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { feeCategories } from '#app/questionnaire/fee-categories.ts';

import { standings, type StandingStatus } from '../../../certificates/model.ts';
import { markLanguageCodes, markLanguages, type MarkLanguage } from '../../../register/marks/model.ts';
import { paperWords } from '../../../register/marks/words/paper-words.ts';
import { directionOf, languageAsked } from '../../languages.ts';
import { feeLines } from '../fees.ts';
import type { Answered, Choice, Found, Speaker } from '../model.ts';
import { counts, meaningOf, titleOf } from '../rules.ts';
import { checkWords } from '../words/check-words.ts';
import { CheckPage, NoAnswer, titleIn } from './page.tsx';

const entryOf = (status: StandingStatus, reasonClass: string | null = null): Choice => ({
  ...{ registrationNumber: 'LRN00012603', name: 'Himal & Sons (Pvt.) Ltd.', nameLocal: 'हिमाल' },
  ...{ country: 'NP', tradingNames: ['Himal Gulf'], standing: { status, since: '2026-03-02', reasonClass } },
  licences: [{ authority: 'Department of Foreign Employment', number: '118/075' }],
});

/** What the register says on badges, in whatever language. */
const badge = 'As on its badge';

type Asked = { found: Found; who?: string; speaker?: Speaker | null };

function answeredOf(language: MarkLanguage, { found, who = '', speaker = null }: Asked): Answered {
  const word = found.kind === 'one' ? badge : null;
  const address = `https://scheme.example/${language}/check?q=LRN00012603`;
  return { q: 'Himāl', found, word, who, speaker, at: '2026-11-28T10:32:00.000Z', address };
}

const html = (language: MarkLanguage, asked?: Asked) =>
  renderToStaticMarkup(
    createElement(CheckPage, { language, answered: asked ? answeredOf(language, asked) : null }),
  );
const one = (status: StandingStatus, reasonClass: string | null = null): Asked => ({
  found: { kind: 'one', entry: entryOf(status, reasonClass) },
});
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');

const phones = Array.from({ length: 10 }, (_, place) => `+97798000000${10 + place}`);
const speakers: Speaker[] = [
  { kind: 'own' },
  { kind: 'agent', name: 'Gandaki Placement', place: 'Pokhara', country: 'NP' },
  { kind: 'no', phones },
  { kind: 'no', phones: [] },
];

/** Every answer there is. */
const answers: Asked[] = [
  ...standings.map((status) => one(status)),
  one('certified_under_watch', 'special_audit'),
  one('expired', 'fees_charged'),
  { found: { kind: 'none' } },
  { found: { kind: 'several', entries: [entryOf('certified')] } },
  { found: { kind: 'several', entries: Array<Choice>(10).fill(entryOf('certified')) } },
  ...speakers.map((speaker) => ({ ...one('certified'), who: '9800000012', speaker })),
];

const styles = readFileSync('app/ui/worker.css', 'utf8');
/** What stands around it: the head, the demonstration's line. */
const around = 1200;
const weightOf = (markup: string) => gzipSync(styles + markup).length + around;

describe.each(markLanguageCodes)('in %s', (language) => {
  const say = checkWords[language];

  test('all sixteen languages are on the first screen, each in its own script and direction', () => {
    const first = html(language);
    for (const code of markLanguageCodes) {
      const link = `href="/${code}/check" lang="${code}" hrefLang="${code}" dir="${directionOf(code)}"`;
      expect(first).toContain(link);
      expect(first).toContain(`>${markLanguages[code]}</a>`);
    }
    expect(first.match(/aria-current="page"/g)).toHaveLength(1);
    expect(textOf(first)).toContain(say.ask);
    expect(first.includes(say.unreviewed)).toBe(language !== 'en');
  });

  test.each(standings)('%s is said in a word, a colour and a shape', (status) => {
    const entry = entryOf(status);
    const page = html(language, one(status));
    const title = titleOf(say, entry.standing) ?? badge;
    expect(page).toMatch(/class="answer (?:certified|watch|suspended|withdrawn|applicant)"><svg/);
    expect(page.includes('"answer certified"')).toBe(status === 'certified');
    const text = textOf(page);
    expect(text).toContain(title);
    const [before = ''] = meaningOf(say, entry.standing)
      .split(/\{\w+\}/)
      .filter((part) => part.length > 6);
    expect(text).toContain(before);
    expect(text).toContain(say.promise);
    expect(text).toContain(counts(entry.standing) ? say.nowCertified : say.nowStop);
    expect(text).toContain('https://scheme.example/');
    expect(text).toContain('UTC');
  });

  test('a name nobody knows is answered in red, and asks for no name of a stranger', () => {
    const page = html(language, { found: { kind: 'none' } });
    expect(page).toContain('"answer suspended"');
    expect(page).not.toMatch(/"answer (?:certified|applicant)"|name="who"/);
    expect(textOf(page)).toContain(say.unknownTitle);
    expect(textOf(page)).toContain(say.nowStop);
  });

  test('several are told apart', () => {
    const entries = [entryOf('certified'), { ...entryOf('suspended'), registrationNumber: 'LRN00022603' }];
    const text = textOf(html(language, { found: { kind: 'several', entries } }));
    for (const part of ['Himal Gulf', '118/075', 'LRN00022603', say.whichOne, say.otherMany])
      expect(text).toContain(part);
  });

  test('a yes is green for a certified agency alone, a no shows its own numbers', () => {
    const told = (status: StandingStatus, speaker: Speaker) =>
      html(language, { ...one(status), who: '<b>980</b>', speaker });
    const [own, agent, no, none] = speakers.map((speaker) => told('suspended', speaker));
    expect(own).toContain('"answer applicant"');
    expect(own).not.toContain('"answer certified"');
    for (const status of standings)
      expect(told(status, { kind: 'own' }).match(/"answer certified"/g) ?? []).toHaveLength(
        status === 'certified' ? 2 : 0,
      );
    expect(textOf(agent ?? '')).toContain('Gandaki Placement, Pokhara');
    for (const yes of [own, agent]) expect(textOf(yes ?? '')).toContain(say.whoEven);
    expect(no).toContain('href="tel:+9779800000010" dir="ltr"');
    expect(no).not.toContain('<b>980');
    expect(none).not.toContain('tel:');
  });

  test('every category of the fee list has its words and its shape', () => {
    const lines = feeLines(say, paperWords[language]);
    expect(lines.flatMap(({ codes }) => codes).toSorted()).toEqual(Object.keys(feeCategories).toSorted());
    expect(new Set(lines.map(({ shape }) => shape)).size).toBe(lines.length);
    const page = html(language, one('certified'));
    for (const { text, shape } of lines) expect(page).toContain(`<path d="${shape}"></path></svg>${text}`);
    expect(textOf(page)).toContain(paperWords[language].passport);
  });

  test('every page is at most 14 kB over the wire, its styles within', () => {
    const weights = [html(language), ...answers.map((asked) => html(language, asked))].map(weightOf);
    expect(Math.max(...weights)).toBeLessThanOrEqual(14 * 1024);
  });

  test('nothing is loaded and nothing runs', () => {
    for (const asked of answers)
      expect(html(language, asked)).not.toMatch(/<script|<img|<link|\son\w+=|src=/);
  });

  test('where the register cannot be reached, nothing good is said', () => {
    const page = renderToStaticMarkup(createElement(NoAnswer, { language }));
    expect(textOf(page)).toContain(say.later);
    expect(page).not.toContain('"answer certified"');
  });

  test('the title says nothing of what was asked', () => {
    expect(titleIn(language)).toBe(`${say.check} · Fairroute`);
  });
});

test('days and numerals are those of the language, arrows and names those of its direction', () => {
  const certified = one('certified');
  expect(textOf(html('ne', certified))).toContain('२०२६ मार्च २');
  expect(textOf(html('my', certified))).toContain('၂၀၂၆');
  expect(textOf(html('bn', certified))).toContain('২ মার্চ, ২০২৬');
  expect(html('ar', certified)).toContain('→ ');
  expect(html('ur', certified)).toContain('<bdi>Himal &amp; Sons (Pvt.) Ltd.</bdi>');
  expect(html('th', certified)).toContain('← ');
});

test('a language is read of its address in any writing, English for one without words', () => {
  expect(['ne', 'NE', 'ne-NP', 'xx', '', undefined].map(languageAsked)).toEqual([
    ...['ne', 'ne', 'ne', 'en', 'en', 'en'],
  ]);
  expect(markLanguageCodes.filter((code) => directionOf(code) === 'rtl')).toEqual(['ur', 'ar']);
});
