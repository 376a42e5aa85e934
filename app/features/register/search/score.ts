import { matchedOn, type Candidate, type Match } from './model.ts';
import { readName, type Reading } from './reading.ts';
import { skeletonOf } from './skeleton.ts';

/** Less alike than this is somebody else: "nobody by that name" is said rather than a guess. */
export const enough = 0.55;

/** What was asked, read; and as it was written (`plain`). */
export type Asked = Reading & { text: string };
/** What somebody asks, as it is compared. Total. */
export const readAsked = (text: string): Asked => ({ ...readName(text), text: plain(text.slice(0, 300)) });

type Names = Pick<Candidate, 'words' | 'counts' | 'kind' | 'name' | 'askedCounts'>;

/** How one name answers what was asked; 1 for the very name, whatever its order of words lost. Pure and total. */
export function scoreOf(asked: Asked, name: Names, likeness = likenessOf): Match {
  const on = matchedOn[name.kind];
  if (asked.key === name.words.join(''))
    return { score: asked.text === plain(name.name) ? 1 : 0.99, on, text: name.name };
  const weights = asked.words.map((word, place) => askedWeight(word, name.askedCounts[place] ?? 0));
  const own = name.words.map((_, place) => weightOf(name.counts[place] ?? 0));
  const pairs = pairsOf(asked.words, name.words, likeness);
  const said = pairs.reduce((sum, { from, alike }) => sum + alike * (weights[from] ?? 0), 0) / total(weights);
  const meant = pairs.reduce((sum, { to, alike }) => sum + alike * (own[to] ?? 0), 0) / total(own);
  const inOrder = pairs.every(({ to }, place) => place === 0 || to > (pairs[place - 1]?.to ?? -1));
  const score = (0.68 * said + 0.32 * meant) * (inOrder ? 1 : 0.99);
  return { score: rounded(Math.min(score, 0.98)), on, text: name.name };
}

/** As it is written but for case and spaces: legal forms count again between two of one name. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,\p{C}]+/gu, ' ')
    .trim();

const rounded = (score: number) => Math.round(score * 1000) / 1000;
const total = (weights: number[]) => weights.reduce((sum, weight) => sum + weight, 0) || 1;

/** A word few names have says more; of one nobody has nothing is known. */
const weightOf = (names: number) => 1 / (1 + Math.log2(2 + names) / 6);

/** Of a word nobody has, and of one hardly begun, nothing is to be made. */
const askedWeight = (word: string, names: number) =>
  (names === 0 ? 0.6 : weightOf(names)) * (word.length < 3 ? 0.4 : 1);

type Pair = { from: number; to: number; alike: number };
export type Likeness = (a: string, b: string) => number;

/** Words less alike are no two writings of one. */
const worthPairing = 0.55;

/** Each word asked with the word of the name it is likest to, each of them once; in the order of what was asked. */
function pairsOf(asked: string[], words: string[], likeness: Likeness): Pair[] {
  const all: Pair[] = [];
  for (const [from, word] of asked.entries()) {
    for (const [to, own] of words.entries()) {
      const alike = likeness(word, own);
      if (alike >= worthPairing) all.push({ from, to, alike });
    }
  }
  all.sort((a, b) => b.alike - a.alike || Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  const [froms, tos] = [new Set<number>(), new Set<number>()];
  const pairs: Pair[] = [];
  for (const pair of all) {
    if (froms.has(pair.from) || tos.has(pair.to)) continue;
    froms.add(pair.from);
    tos.add(pair.to);
    pairs.push(pair);
  }
  return pairs.sort((a, b) => a.from - b.from);
}

/** Remembers what it compared: a question meets the same words again and again. */
export function remembering(): Likeness {
  const known = new Map<string, Map<string, number>>();
  return (a, b) => {
    if (a === b) return 1;
    let others = known.get(a);
    if (!others) known.set(a, (others = new Map<string, number>()));
    let alike = others.get(b);
    if (alike === undefined) others.set(b, (alike = likenessOf(a, b, heard)));
    return alike;
  };
}

const mostHeard = 20_000;
const bones = new Map<string, string>();

/** The skeleton of a word; of those that names are made of it is found once. */
function heard(word: string) {
  const kept = bones.get(word);
  if (kept !== undefined) return kept;
  if (bones.size >= mostHeard) bones.clear();
  const skeleton = skeletonOf(word);
  bones.set(word, skeleton);
  return skeleton;
}

/** How alike two words are, 0 to 1: by letters, by sound, or as a beginning of the other; under 0.55 it is said to be 0. */
export function likenessOf(a: string, b: string, skeleton = skeletonOf): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const [bonesA, bonesB] = [skeleton(a), skeleton(b)];
  const sounds = bonesA === bonesB && bonesA.length > 1;
  // Most pairs of words have nothing to do with one another: that is known without counting their mistakes.
  const letters = sounds || apart(a, b) <= 0.45 * longest ? 1 - distance(a, b) / longest : 0;
  const sound = sounds ? 0.62 + 0.04 * Math.min(bonesA.length, 5) + 0.15 * letters : 0;
  const near = !sounds && bonesA.length > 3 && bonesB.length > 3 && apart(bonesA, bonesB) <= 1;
  const nearSound = near && distance(bonesA, bonesB) === 1 ? 0.65 : 0;
  const begins = a.length >= 2 && b.startsWith(a) ? 0.65 + (0.3 * a.length) / b.length : 0;
  const likeness = Math.max(letters, sound, nearSound, begins);
  return likeness < worthPairing ? 0 : likeness;
}

/** Mistakes there are at least between two words: letters one has and the other lacks, and letters more. */
function apart(a: string, b: string) {
  const [lettersA, lettersB] = [lettersIn(a), lettersIn(b)];
  const lacking = Math.max(count(lettersA & ~lettersB), count(lettersB & ~lettersA));
  return Math.max(lacking, Math.abs(a.length - b.length));
}

/** Which letters a word has, a bit each; two that share a bit only make the answer smaller. */
function lettersIn(word: string) {
  let bits = 0;
  for (let place = 0; place < word.length; place += 1) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

function count(bits: number) {
  let ones = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) ones += 1;
  return ones;
}

/** Mistakes between two words, two letters that changed places counted as one. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
