import { dayInWords } from '#app/platform/calendar.ts';

import type { Question } from '../definition.ts';
import { inLanguage } from '../words.ts';
import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { my } from './my.ts';
import { ne } from './ne.ts';
import type { Saying, Sayings } from './sayings.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

const spoken = new Map<string, Partial<Sayings>>(
  Object.entries({ en, es, fr, ar, hi, bn, ne, id, vi, th, my, zh }),
);

/** The languages in which questionnaires speak to whoever answers them. */
export const spokenLanguages: readonly string[] = [...spoken.keys()];

/** What the house itself says beside a questionnaire's own words; `{label}` and the like are filled in. */
export function say(language: string, saying: Saying, parts: Readonly<Record<string, string | number>> = {}) {
  const template = spoken.get(language)?.[saying] ?? en[saying];
  return template.replace(/\{(\w+)\}/g, (gap, name: string) =>
    Object.hasOwn(parts, name) ? String(parts[name]) : gap,
  );
}

/** A question's label in the quotation marks of its language. */
export const labelled = (question: Question, language = 'en') =>
  say(language, 'quoted', { text: inLanguage(question.label, language) });

/** Latin digits everywhere: what was said in one language is compared and added up in another. */
const localeOf = (language: string) =>
  spoken.has(language) && language !== 'en' ? `${language}-u-nu-latn-ca-gregory` : 'en-GB';

export const numberInWords = (number: number, language: string) =>
  number.toLocaleString(localeOf(language), { maximumFractionDigits: 10 });

export const dayIn = (day: string, language: string) =>
  localeOf(language) === 'en-GB'
    ? dayInWords(day)
    : new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      );

/** "licence", as it stands inside a sentence; "row" where a row has no name of its own. */
export const nounOf = ({ noun }: Question, language: string) =>
  (noun ? inLanguage(noun, language) : say(language, 'row')).toLocaleLowerCase(
    spoken.has(language) ? language : 'en',
  );

/** "1 licence", "3 licences" must not be guessed: rows are always named by their noun and place. */
export const rowName = ({ noun }: Question, place: number, language: string) =>
  `${noun ? inLanguage(noun, language) : say(language, 'row')} ${place + 1}`;

/** What a form says of itself, for `PageForm`. */
export const formWords = (language: string) => ({
  problems: (count: number) => say(language, count === 1 ? 'one_problem' : 'problems', { count }),
  refused: say(language, 'refused'),
});
