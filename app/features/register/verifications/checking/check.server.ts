import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Answer, Candidate, Hit, Item } from '../model.ts';
import { findByNames } from './names.server.ts';
import { findByNumbers } from './numbers.server.ts';
import { hasLookalikes, isNamedLike, judge, numbersOf } from './rules.ts';
import { findKnown, type Known, type Listed } from './standings.server.ts';

/** Items that are asked for at a time: however long a list is, each question stays this size. */
const lot = 500;

type Ground = { db: Kysely<Database>; now: Date };
type Found = { byNumber: Hit[]; byName: Hit[] };
type Progress = (done: number) => Promise<unknown>;

/** Answers every item of a list, in its order. Nothing is written. */
export const checkItems = async (ground: Ground, items: readonly Item[]): Promise<Answer[]> =>
  answerFound(ground, items, await findItems(ground.db, items));

/** Who may be meant by each item: the long part, which says how far it is. */
export async function findItems(
  db: Kysely<Database>,
  items: readonly Item[],
  progress: Progress = () => Promise.resolve(),
): Promise<Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < items.length; at += lot) {
    found.push(...(await findLot(db, items.slice(at, at + lot))));
    await progress(found.length);
  }
  return found;
}

/**
 * What each item is answered, once it is known who may be meant. Where they all stand is of one moment: what is decided
 * while a list is being checked is in all of its answers or in none.
 */
export async function answerFound(ground: Ground, items: readonly Item[], found: readonly Found[]) {
  const known = await findKnown(ground, items, found);
  return items.map((item, place) => answerOf(item, found[place] ?? { byNumber: [], byName: [] }, known));
}

async function findLot(db: Kysely<Database>, items: readonly Item[]): Promise<Found[]> {
  const byNumber = await findByNumbers(db, items);
  const named = items.flatMap(({ name, country }, place) =>
    name === undefined || byNumber.has(place) ? [] : [{ place, name, country }],
  );
  const byName = await findByNames(db, named);
  return items.map((_, place) => ({ byNumber: byNumber.get(place) ?? [], byName: byName.get(place) ?? [] }));
}

function answerOf(item: Item, { byNumber, byName }: Found, known: Known): Answer {
  const { asOf } = item;
  const about = { ref: item.ref ?? null, ...(asOf !== undefined && { asOf }) };
  const there = (hits: Hit[]) =>
    hits.filter(({ registrationNumber }) => isThere(known.standing(registrationNumber, asOf)));
  const numbers = numbersOf(item).length;
  const judged = judge({ numbers, byNumber: there(byNumber), byName: there(byName) });
  if (judged.outcome === 'none') {
    const meant = judge({ numbers, byNumber, byName });
    const hit = meant.outcome === 'match' ? meant.hit : byNumber[0];
    const absent = hit && known.standing(hit.registrationNumber, asOf);
    return { ...about, outcome: 'no_match', reason: isThere(absent) ? 'unknown' : (absent ?? 'unknown') };
  }
  const hits = judged.outcome === 'match' ? [judged.hit] : judged.hits;
  const candidates = hits.flatMap((hit) => candidateOf(hit, known, asOf));
  const [only] = candidates;
  if (judged.outcome === 'match' && only && isMeant(item, known.listed(only.registrationNumber)))
    return { ...about, outcome: 'match', ...only };
  return { ...about, outcome: 'ambiguous', candidates };
}

const isThere = (standing: ReturnType<Known['standing']>) => typeof standing === 'object';

/**
 * A number under a name and in a country that are not its holder’s is shown, and never taken for a match; nor is a name
 * that was written to look like another.
 */
function isMeant({ name, country, ...numbers }: Item, listed: Listed | undefined) {
  if (!listed) return false;
  if (country !== undefined && country !== listed.country) return false;
  if (name === undefined) return true;
  if (hasLookalikes(name)) return false;
  return (
    numbersOf(numbers).length === 0 ||
    isNamedLike(name, [listed.name, listed.nameLocal ?? '', ...listed.tradingNames])
  );
}

function candidateOf(
  { score, on, registrationNumber }: Hit,
  known: Known,
  asOf: string | undefined,
): Candidate[] {
  const listed = known.listed(registrationNumber);
  const standing = known.standing(registrationNumber, asOf);
  if (!listed || typeof standing !== 'object') return [];
  const { name, nameLocal, country } = listed;
  return [{ registrationNumber, name, nameLocal, country, standing, match: { score, on } }];
}
