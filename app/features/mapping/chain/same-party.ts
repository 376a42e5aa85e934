import { nameKey } from '#app/platform/names/likeness.ts';

import type { ChainNode } from './model.ts';

/** Two parties that may be one, for a person to say. */
export type LikelySame = {
  one: string;
  other: string;
  why: 'same_name' | 'one_name_in_the_other' | 'nearly_same';
};

/** A word that so many share tells nothing. */
const crowd = 60;
const mostPairs = 200;
const kindsWithoutFirm = new Set<string>(['place']);

type Compared = { id: string; country: string | null; key: string; words: string[] };

/** Parties whose names are alike and whose countries do not say otherwise; withheld ones are never compared. */
export function likelySame(nodes: readonly ChainNode[]): LikelySame[] {
  const compared = nodes
    .filter(({ kind, name, withheld }) => name !== '' && !withheld && !kindsWithoutFirm.has(kind))
    .map(({ id, country, name }): Compared => {
      const key = nameKey(name);
      return { id, country, key, words: key.split(' ') };
    })
    .filter(({ key }) => key !== '');
  const found = new Map<string, LikelySame>();
  for (const block of blocksOf(compared)) {
    for (const [place, one] of block.entries()) {
      for (const other of block.slice(place + 1)) {
        const why = found.size < mostPairs ? alikeBy(one, other) : undefined;
        if (why) found.set(JSON.stringify([one.id, other.id].sort()), { one: one.id, other: other.id, why });
      }
    }
  }
  return [...found.values()];
}

/** Names are compared where they share a word or how they begin, never each with each. */
function blocksOf(compared: Compared[]): Compared[][] {
  const blocks = new Map<string, Compared[]>();
  for (const each of compared) {
    const marks = [...each.words, `${each.words.join('').slice(0, 4)}…`, `=${each.key}`];
    for (const mark of new Set(marks)) blocks.set(mark, [...(blocks.get(mark) ?? []), each]);
  }
  return [...blocks.values()].filter(({ length }) => length > 1 && length <= crowd);
}

function alikeBy(one: Compared, other: Compared): LikelySame['why'] | undefined {
  if (one.id === other.id) return undefined;
  if (one.country !== null && other.country !== null && one.country !== other.country) return undefined;
  if (one.key === other.key) return 'same_name';
  const [fewer, more] = [one.words, other.words].sort((a, b) => a.length - b.length);
  if (fewer && more && fewer.length > 1 && fewer.every((word) => more.includes(word)))
    return 'one_name_in_the_other';
  const [a, b] = [one.words.join(''), other.words.join('')];
  return Math.min(a.length, b.length) >= 7 && isOneSlipApart(a, b) ? 'nearly_same' : undefined;
}

/** One letter more, less, another, or two changed about. */
function isOneSlipApart(a: string, b: string) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
