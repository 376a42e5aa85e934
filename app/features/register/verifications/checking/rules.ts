import { latinOf } from '#app/platform/names/latin.ts';

import type { Hit, Item } from '../model.ts';

/** From here on a name is the one asked for, if no other comes near it. */
const sure = 0.9;
/** How far the next best stays behind the one that is taken for a match. */
const apart = 0.08;

export type Judged =
  { outcome: 'match'; hit: Hit } | { outcome: 'ambiguous'; hits: Hit[] } | { outcome: 'none' };

/** One recruiter once, by what it matched on best. */
function bestOfEach(hits: readonly Hit[]) {
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.registrationNumber);
    if (!known || known.score < hit.score) best.set(hit.registrationNumber, hit);
  }
  return [...best.values()].toSorted((one, other) => other.score - one.score);
}

/**
 * What a list may take from what was found. Numbers decide where there are any: all of those asked lead to one and the
 * same recruiter, or somebody has to look. `numbers`: how many were asked.
 */
export function judge({
  numbers,
  byNumber,
  byName,
}: {
  numbers: number;
  byNumber: Hit[];
  byName: Hit[];
}): Judged {
  if (numbers > 0) {
    const kinds = new Set(byNumber.map(({ on }) => on)).size;
    const hits = bestOfEach(byNumber);
    const [only] = hits;
    if (only && hits.length === 1 && kinds === numbers) return { outcome: 'match', hit: only };
    const all = bestOfEach([...hits, ...byName]);
    // A number nobody has beside a name somebody has: never a match by the name alone.
    return all.length > 0 ? { outcome: 'ambiguous', hits: all } : { outcome: 'none' };
  }
  const [first, second] = bestOfEach(byName);
  if (!first) return { outcome: 'none' };
  if (first.score >= sure && (second?.score ?? 0) <= first.score - apart)
    return { outcome: 'match', hit: first };
  return { outcome: 'ambiguous', hits: bestOfEach(byName) };
}

/** The numbers of an item that say something. */
export const numbersOf = ({ registrationNumber, licenceNumber, certificateNumber }: Item) =>
  [registrationNumber, licenceNumber, certificateNumber].filter((number) => number !== undefined);

const wordsOf = (name: string) =>
  latinOf(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/**
 * Whether a name and those on record have a word in common, in any script: whoever uses somebody else’s number has
 * not. A name of no letters says nothing.
 */
export function isNamedLike(name: string, known: readonly string[]) {
  const asked = wordsOf(name);
  const words = new Set(known.flatMap(wordsOf));
  return asked.length === 0 || asked.some((word) => words.has(word));
}

/** A text without what cannot be seen: control characters, and marks that turn the direction of what is read. */
export const visible = (text: string) =>
  text
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Whether a word mixes alphabets whose letters look alike: "Еverest" with the first letter of Cyrillic. */
export const hasLookalikes = (name: string) =>
  name
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
