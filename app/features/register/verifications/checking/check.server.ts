import type { Kysely } from 'kysely';

import { standingOf, counting, entryColumns } from '#app/features/register/listed.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import type { Answer, Candidate, Hit, Item } from '../model.ts';
import { findByNames } from './names.server.ts';
import { findByNumbers } from './numbers.server.ts';
import { isNamedLike, judge, numbersOf } from './rules.ts';

/** Items that are asked for at a time: however long a list is, each question stays this size. */
const lot = 500;

type Ground = { db: Kysely<Database>; now: Date };
type Found = { byNumber: Hit[]; byName: Hit[] };
type Progress = (done: number) => Promise<unknown>;

/**
 * Answers every item of a list, in its order. Where they all stand is of one moment: what is decided while a list is
 * being checked is in all of its answers or in none. Nothing is written.
 */
export async function checkItems(
  { db, now }: Ground,
  items: readonly Item[],
  progress: Progress = () => Promise.resolve(),
): Promise<Answer[]> {
  const found: Found[] = [];
  for (let at = 0; at < items.length; at += lot) {
    found.push(...(await findLot(db, items.slice(at, at + lot))));
    await progress(found.length);
  }
  const numbers = new Set(found.flatMap(numbersIn));
  const known = await findListed({ db, now }, [...numbers]);
  return items.map((item, place) => answerOf(item, found[place] ?? { byNumber: [], byName: [] }, known));
}

const numbersIn = ({ byNumber, byName }: Found) =>
  [...byNumber, ...byName].map(({ registrationNumber }) => registrationNumber);

async function findLot(db: Kysely<Database>, items: readonly Item[]): Promise<Found[]> {
  const byNumber = await findByNumbers(db, items);
  const named = items.flatMap(({ name, country }, place) =>
    name === undefined || byNumber.has(place) ? [] : [{ place, name, country }],
  );
  const byName = await findByNames(db, named);
  return items.map((_, place) => ({ byNumber: byNumber.get(place) ?? [], byName: byName.get(place) ?? [] }));
}

type Listed = Omit<Candidate, 'match'> & { tradingNames: string[]; removed: boolean };

/** In one transaction that sees one moment, and as many questions as there are lots. */
const findListed = ({ db, now }: Ground, numbers: readonly string[]) =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const known = new Map<string, Listed>();
      for (let at = 0; at < numbers.length; at += lot) {
        const rows = await counting(trx)
          .select(entryColumns)
          .select('registration.trading_names as tradingNames')
          .where('registration.number', 'in', numbers.slice(at, at + lot))
          .execute();
        for (const row of rows) {
          const { registrationNumber, name, nameLocal, country, tradingNames, delistedOn } = row;
          const { status, since, reasonClass } = standingOf(row, dayOf(now));
          known.set(registrationNumber, {
            ...{ registrationNumber, name, nameLocal, country, tradingNames },
            ...{ standing: { status, since, reasonClass }, removed: delistedOn !== null },
          });
        }
      }
      return known;
    });

function answerOf(item: Item, { byNumber, byName }: Found, known: ReadonlyMap<string, Listed>): Answer {
  const ref = item.ref ?? null;
  const there = (hits: Hit[]) =>
    hits.filter(({ registrationNumber }) => known.get(registrationNumber)?.removed === false);
  const numbers = numbersOf(item).length;
  const judged = judge({ numbers, byNumber: there(byNumber), byName: there(byName) });
  if (judged.outcome === 'none')
    return { ref, outcome: 'no_match', reason: byNumber.length > 0 ? 'removed' : 'unknown' };
  const hits = judged.outcome === 'match' ? [judged.hit] : judged.hits;
  const candidates = hits.flatMap((hit) => candidateOf(hit, known.get(hit.registrationNumber)));
  const [only] = candidates;
  if (judged.outcome === 'match' && only && isMeant(item, known.get(only.registrationNumber)))
    return { ref, outcome: 'match', ...only };
  return { ref, outcome: 'ambiguous', candidates };
}

/** A number under a name and in a country that are not its holder’s is shown, and never taken for a match. */
function isMeant({ name, country, ...numbers }: Item, listed: Listed | undefined) {
  if (!listed) return false;
  if (country !== undefined && country !== listed.country) return false;
  if (name === undefined || numbersOf(numbers).length === 0) return true;
  return isNamedLike(name, [listed.name, listed.nameLocal ?? '', ...listed.tradingNames]);
}

function candidateOf({ score, on }: Hit, listed: Listed | undefined): Candidate[] {
  if (!listed) return [];
  const { registrationNumber, name, nameLocal, country, standing } = listed;
  return [{ registrationNumber, name, nameLocal, country, standing, match: { score, on } }];
}
