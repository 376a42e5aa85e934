import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

export const shortest = 12;
export const longest = 1000;

/** What is strong in its first characters is strong; judging hundreds of them would hold everybody else up. */
const judged = 40;
/** Out of 4; 3 stands offline guessing of a slow hash. */
const enough = 3;
/** Characters that must be left when the person's own words are taken out. */
const leastOfItsOwn = 8;

let guesser: ZxcvbnFactory | undefined;

/** The dictionaries are unpacked when the first password is judged, then kept. */
const theGuesser = () =>
  (guesser ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  }));

export type Judgement = { ok: true } | { ok: false; message: string };

const no = (message: string): Judgement => ({ ok: false, message });

/**
 * Whether a password is hard to guess, also for somebody who knows its person: `words` are their names, their address,
 * their organisation. No kind of character is asked for (OWASP ASVS 5.0, 6.2.1 to 6.2.12).
 */
export function judgePassword(password: string, words: string[]): Judgement {
  const { length } = Array.from(password);
  if (length < shortest) return no(`Choose a password of at least ${shortest} characters`);
  if (length > longest) return no(`Choose a password of at most ${longest} characters`);
  const own = ownWords(words);
  if (length <= judged && withoutWords(password, own).length < leastOfItsOwn)
    return no('This password is made of your own names. Choose words that nobody connects with you');
  const { score, feedback } = theGuesser().check(password.slice(0, judged), own);
  return score >= enough ? { ok: true } : no(reasons[feedback.warning ?? ''] ?? easy);
}

/** What anybody would try first for an account here. */
const ofThisHouse = [
  ...['fairroute', 'fair', 'route', 'scheme', 'certificate', 'certified', 'certification'],
  ...[
    'recruitment',
    'recruiter',
    'recruiting',
    'ethical',
    'agency',
    'manpower',
    'overseas',
    'migrant',
    'worker',
  ],
];

/** "mina.rai@himal.example" and "Himal Workforce" in their parts, longest first. */
function ownWords(words: string[]) {
  const parts = words.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]);
  const long = parts.map((part) => part.trim().toLowerCase()).filter((part) => part.length >= 3);
  return [...new Set([...long, ...ofThisHouse])].sort((a, b) => b.length - a.length);
}

const withoutWords = (password: string, words: string[]) =>
  words.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());

const easy =
  'This password is easy to guess. Add one or two unusual words: four words that do not belong together are a good password';

/** What the guesser noticed first, in words of ours. */
const reasons: Record<string, string> = {
  straightRow: 'Keys that lie in a row are guessed early. Choose four words that do not belong together',
  keyPattern: 'Patterns on the keyboard are guessed early. Choose four words that do not belong together',
  simpleRepeat: 'One character over and over is guessed early. Choose four words that do not belong together',
  extendedRepeat:
    'The same piece over and over is guessed early. Choose four words that do not belong together',
  sequences: 'Sequences such as abc or 123 are guessed early. Choose four words that do not belong together',
  recentYears: 'Years are guessed early. Choose four words that do not belong together',
  dates: 'Dates are guessed early. Choose four words that do not belong together',
  topTen:
    'This is one of the passwords that are guessed first. Choose four words that do not belong together',
  topHundred:
    'This is one of the passwords that are guessed first. Choose four words that do not belong together',
  common:
    'Many people use this password, so it is guessed early. Choose four words that do not belong together',
  similarToCommon:
    'This is close to a password that many people use. Choose four words that do not belong together',
  pwned: 'This password was stolen somewhere before. Choose four words that do not belong together',
};
