import { lettersOf } from '#app/platform/names/latin.ts';

import { heardAs, inFull, isLocalForm, saysNothing, togetherForm } from './company-words.ts';
import { skeletonOf } from './skeleton.ts';

/**
 * The rules below are what kept words were read by: whoever changes them counts one up, and the clock reads every name
 * again (`readNames`).
 */
export const readingVersion = 2;

/** A name as it is compared: its telling words in Latin letters and in order; `key` is all of them in one. */
export type Reading = { words: string[]; key: string };

/** No name is longer: the rest of what somebody sends is not looked at. */
const most = { letters: 300, words: 12, word: 40 };

/** Total: any text is read, and one of which nothing remains has no words. */
export function readName(text: string): Reading {
  const spaced = clean(text).split(/\s+/).filter(Boolean);
  const told = spaced.filter((word) => !isLocalForm(bare(word)));
  const latin = (told.length > 0 ? told : spaced).flatMap(inLatin);
  const joined = joinInitials(latin).map(inFull);
  const telling = joined.filter((word) => !saysNothing(word));
  const words = (telling.length > 0 ? telling : joined)
    .slice(0, most.words)
    .map((word) => word.slice(0, most.word));
  return { words, key: words.join('').slice(0, 200) };
}

/** One writing for what looks or is meant alike; marks nobody sees are gone, before anything counts letters. */
const clean = (text: string) =>
  text
    .slice(0, most.letters * 4)
    .normalize('NFKC')
    .replace(/\p{Cf}|\u0640|[\u064b-\u065f]|\u0670/gu, '')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .slice(0, most.letters)
    .replace(/[ٱأإآ]/gu, 'ا')
    .replace(/(?<![\p{L}\p{M}])(?:و?ال|لل)(?=\p{Script=Arabic}{3})/gu, '')
    .replace(togetherForm, ' ')
    .replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ');

const bare = (word: string) => word.replace(/[.,()]+/g, '').toLowerCase();

const together = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Longer than one word of a script without spaces is in Latin letters: it is parted by the dictionary. */
const oneWord = 12;

/** A word as people part it, in Latin letters. */
function inLatin(written: string): string[] {
  const word = unmasked(written);
  const usual = inFull(word);
  if (usual !== word) return [usual];
  const whole = ascii(word);
  const parted = together.test(word) && whole.join('').length > oneWord;
  const latin = parted ? [...segmenter.segment(word)].flatMap(({ segment }) => ascii(segment)) : whole;
  return /\p{Script=Latin}/u.test(word) ? latin : latin.map(heardAs);
}

const ascii = (word: string) =>
  lettersOf(sibilant(spoken(word)))
    .toLowerCase()
    .replace(/['’`"]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** What readers of a script hear and the table leaves out, calls otherwise or puts in the order of writing. */
const spoken = (word: string) =>
  word
    .replace(/(?<=[\u0915-\u0939\u0958-\u095f])(?=[\u0915-\u0939\u0958-\u095f\u0904-\u0914]|\u0902)/gu, 'a')
    .replace(/(?<=[\u0995-\u09b9\u09dc-\u09df])(?=[\u0995-\u09b9\u09dc-\u09df\u0985-\u0994]|\u0982)/gu, 'a')
    .replace(/ا/gu, 'a')
    .replace(/[\u0902\u0a02\u0d82]/gu, 'n')
    .replace(/\u0982/gu, 'ng')
    .replace(/\u101b(\u103d?)\u103e/gu, 'sh$1')
    .replace(/\u103d/gu, 'w')
    .replace(/\u103c/gu, 'y')
    .replace(/([เแโใไ\u0ec0-\u0ec4])([\u0e01-\u0e2e\u0e81-\u0eae])/gu, '$2$1');

/** "sh" and "ch" of the scripts of India, which the table writes as "s" and "c". */
const sibilant = (word: string) =>
  word.replace(/[\u0936\u0937\u09b6\u09b7]/gu, 'sh').replace(/[\u091a\u091b\u099a\u099b]/gu, 'ch');

const lookAlikes = new Map(
  Object.entries({
    АВЕКМНОРСТУХІЈЅаеорсухіјѕкԁһԛԝ: 'ABEKMHOPCTYXIJSaeopcyxijskdhqw',
    ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρ: 'ABEZHIKMNOPTYXovikp',
  }).flatMap(([other, latin]) => Array.from(other, (letter, place) => [letter, latin[place] ?? ''] as const)),
);

/** Latin letters with a foreign one among them are Latin letters: a "Нimal" that begins in Cyrillic is a "Himal". */
const unmasked = (word: string) =>
  /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)
    ? Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join('')
    : word;

/** "A. B. C. Overseas" and "ABC Overseas" are one name. */
function joinInitials(words: string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const initial = /^[a-z]$/.test(word);
    if (initial && open) joined.push(`${joined.pop() ?? ''}${word}`);
    else joined.push(word);
    open = initial;
  }
  return joined;
}

/**
 * What a word is looked up by: itself, itself without any one letter (two words that are one mistake apart share one),
 * and the same of its skeleton behind "#", by which scripts meet.
 */
export function keysOf(word: string): string[] {
  const skeleton = skeletonOf(word);
  const bones = skeleton.length >= 5 ? withoutOne(skeleton) : [];
  return [
    ...new Set([
      word,
      ...(word.length >= 4 ? withoutOne(word) : []),
      ...(skeleton.length >= 2 ? [skeleton, ...bones].map((bone) => `#${bone}`) : []),
    ]),
  ];
}

const withoutOne = (word: string) =>
  Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1));
