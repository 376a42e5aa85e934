import { languageName } from '#app/platform/names/languages.ts';
import { corridorIn } from '#app/platform/places.ts';

import type { MarkLanguage } from '../../../register/marks/model.ts';

export const countryIn = (language: MarkLanguage, code: string) => corridorIn(language, code);

const sorted = new Map<MarkLanguage, Intl.Collator>();

/** Countries as a list in that language has them. */
export function countriesIn(language: MarkLanguage, codes: readonly string[]) {
  const collator = sorted.get(language) ?? new Intl.Collator(language);
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
