import type { MarkLanguage } from '../../register/marks/model.ts';
import type { Reading } from './model.ts';
import { textWords } from './words/words.ts';

/** No more of a question is read than the check on the page reads. */
const most = 300;

/** Answered by the gateway, or by the network before it: a second answer would be one too many. */
const gateways = new Set([
  ...['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out'],
  ...['start', 'yes', 'unstop', 'help', 'info'],
]);

/** What a text asks, and in which language it is answered. Total: of any bytes something can be said. */
export function readText(body: string): Reading {
  const text = clean(body);
  if (gateways.has(text.toLowerCase().replace(/[\s\p{P}]+$/u, ''))) return { kind: 'silent' };
  const { language, rest } = byWord(text) ?? { language: byScript(text), rest: text };
  return /[\p{L}\p{N}]/u.test(rest)
    ? { kind: 'question', language, q: rest.slice(0, most).trim() }
    : { kind: 'how', language };
}

/** No control, no mark of direction, no half of a letter; one space for many. Joiners belong to their letters. */
const clean = (body: string) =>
  body
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufffd\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

type Word = { word: string; language: MarkLanguage };

/** The longest first: one may be the beginning of another. */
const words: Word[] = Object.entries(textWords)
  .flatMap(([code, { check }]) =>
    check.map((word) => ({ word: word.normalize('NFC').toLowerCase(), language: languageOf(code) })),
  )
  .toSorted((a, b) => b.word.length - a.word.length);

function languageOf(code: string): MarkLanguage {
  const known = (one: string): one is MarkLanguage => Object.hasOwn(textWords, one);
  return known(code) ? code : 'en';
}

/** By the word it begins with. The English one stands on every poster: its language is that of what follows. */
function byWord(text: string) {
  const said = text.toLowerCase();
  const word = words.find((one) => said.startsWith(one.word) && ends(text.slice(one.word.length), one.word));
  if (!word) return undefined;
  const rest = text.slice(word.word.length).replace(/^[\s\p{P}]+/u, '');
  return { rest, language: word.language === 'en' ? byScript(rest) : word.language };
}

/** A word ends where no letter follows; in scripts without spaces a name may. */
const ends = (rest: string, word: string) =>
  /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(word)
    ? !/^\p{M}/u.test(rest)
    : !/^[\p{L}\p{M}\p{N}]/u.test(rest);

/** Letters that only one of our languages writes, or that its readers write most. */
const scripts: [MarkLanguage, RegExp][] = [
  ['ne', /\p{Script=Devanagari}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['ur', /[ٹڈڑںےہھگچپژکی]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['my', /\p{Script=Myanmar}/u],
  ['km', /\p{Script=Khmer}/u],
  ['am', /\p{Script=Ethiopic}/u],
  ['th', /\p{Script=Thai}/u],
  ['vi', /[ăđơư\u1ea0-\u1ef9]/iu],
];

/** English where the letters do not tell. */
const byScript = (text: string): MarkLanguage =>
  scripts.find(([, letters]) => letters.test(text))?.[0] ?? 'en';
