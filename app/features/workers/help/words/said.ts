import { languageName } from '#app/platform/names/languages.ts';
import { corridorIn } from '#app/platform/places.ts';

import { workerLanguages, type WorkerLanguage } from './model.ts';

/** English as the rest of the house writes it. */
const localeOf = (language: WorkerLanguage) => (language === 'en' ? 'en-GB' : language);

const days = new Map(
  workerLanguages.map((language) => [
    language,
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }),
  ]),
);

/** A day in the numerals and months of a language. */
export const dayIn = (language: WorkerLanguage, day: string) =>
  days.get(language)?.format(new Date(`${day}T00:00:00Z`)) ?? day;

export const countryIn = (language: WorkerLanguage, code: string) => corridorIn(language, code);

const sorted = new Map<WorkerLanguage, Intl.Collator>();

/** Countries as a list in that language has them. */
export function countriesIn(language: WorkerLanguage, codes: readonly string[]) {
  const collator = sorted.get(language) ?? new Intl.Collator(localeOf(language));
  sorted.set(language, collator);
  return codes
    .map((code) => ({ code, name: countryIn(language, code) }))
    .sort((one, other) => collator.compare(one.name, other.name));
}

const own = new Map<string, string>();

/** A language as its own speakers write it: they are who looks for it. In English where no table knows. */
export function languageItself(code: string) {
  const known =
    own.get(code) ?? new Intl.DisplayNames([code, 'en'], { type: 'language', fallback: 'none' }).of(code);
  const name = known ?? languageName(code);
  own.set(code, name);
  return name;
}
