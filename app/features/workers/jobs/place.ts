import { countryName, countryNamed } from '#app/platform/places.ts';

import { plain, readAsked, scoreOf, type Likeness } from '../../register/search/score.ts';
import type { JobTerms } from './model.ts';

type Where = Pick<JobTerms, 'city' | 'country'>;

/** Less alike is another town. */
const enough = 0.75;

/** Whether a place as people type it, "Doha", "Doha, Qatar" or "कतार", is where a job is. */
export function isPlaceOf(where: Where, typed: string, likeness: Likeness) {
  const parts = typed
    .slice(0, 300)
    .split(/[,،、;/\n()]+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length === 0) return false;
  const named = (part: string) => isCountry(where.country, part) || isAlike(where.city, part, likeness);
  return parts.every(named) || isAlike(`${where.city} ${countryName(where.country)}`, typed, likeness);
}

function isAlike(name: string, typed: string, likeness: Likeness) {
  const [asked, { words }] = [readAsked(typed), readAsked(name)];
  if (asked.words.length === 0) return false;
  const [counts, askedCounts] = [words.map(() => 1), asked.words.map(() => 1)];
  return scoreOf(asked, { kind: 'name', name, words, counts, askedCounts }, likeness).score >= enough;
}

const languages = 'en ne bn hi ur fil id my km vi am sw ar es fr th'.split(' ');
const tables = languages.map((language) => new Intl.DisplayNames([language, 'en'], { type: 'region' }));
const known = new Map<string, Set<string>>();

/** Points and marks that many leave out: क़तर is कतर. */
const bare = (name: string) =>
  plain(name.normalize('NFKD').replace(/[\u064b-\u065f\u093c\u09bc\u0a3c]/g, ''));

/** By its name in any language of workers, or as lists write it. */
function isCountry(code: string, typed: string) {
  const names = known.get(code) ?? new Set(tables.map((table) => bare(table.of(code) ?? code)));
  known.set(code, names);
  return names.has(bare(typed)) || countryNamed(typed) === code;
}
