import type { Kysely } from 'kysely';

import { standingOf, counting, entryColumns } from '#app/features/register/listed.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import type { Answer, Candidate, Hit, Item } from '../model.ts';
import { findByNames } from './names.server.ts';
import { findByNumbers } from './numbers.server.ts';
import { isNamedLike, judge, numbersOf } from './rules.ts';

/** Items whose answers are held and asked for at a time: however long a list is, each question stays this size. */
const lot = 500;

type Progress = (done: number) => Promise<unknown>;

/**
 * Answers every item of a list, in its order, from the register of one moment: what is decided while a list is being
 * checked is in none of its answers. Nothing is written.
 */
export function checkItems(
  { db, now }: { db: Kysely<Database>; now: Date },
  items: readonly Item[],
  progress: Progress = () => Promise.resolve(),
): Promise<Answer[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const answers: Answer[] = [];
      for (let at = 0; at < items.length; at += lot) {
        answers.push(...(await checkLot({ db: trx, now }, items.slice(at, at + lot))));
        await progress(answers.length);
      }
      return answers;
    });
}

async function checkLot({ db, now }: { db: Kysely<Database>; now: Date }, items: readonly Item[]) {
  const byNumber = await findByNumbers(db, items);
  const named = items.flatMap((item, place) => {
    const decided = numbersOf(item).length > 0 && byNumber.has(place);
    return item.name === undefined || decided ? [] : [{ place, name: item.name, country: item.country }];
  });
  const byName = await findByNames(db, named);
  const hits = [...byNumber.values(), ...byName.values()].flat();
  const known = await findListed(
    { db, now },
    new Set(hits.map(({ registrationNumber }) => registrationNumber)),
  );
  return items.map((item, place) =>
    answerOf(item, { byNumber: byNumber.get(place) ?? [], byName: byName.get(place) ?? [] }, known),
  );
}

type Listed = Omit<Candidate, 'match'> & { tradingNames: string[]; removed: boolean };

async function findListed({ db, now }: { db: Kysely<Database>; now: Date }, numbers: ReadonlySet<string>) {
  if (numbers.size === 0) return new Map<string, Listed>();
  const today = dayOf(now);
  const rows = await counting(db)
    .select(entryColumns)
    .select('registration.trading_names as tradingNames')
    .where('registration.number', 'in', [...numbers])
    .execute();
  return new Map(
    rows.map((row): [string, Listed] => {
      const { registrationNumber, name, nameLocal, country, tradingNames, delistedOn } = row;
      const { status, since, reasonClass } = standingOf(row, today);
      const standing = { status, since, reasonClass };
      const removed = delistedOn !== null;
      return [
        registrationNumber,
        { registrationNumber, name, nameLocal, country, standing, tradingNames, removed },
      ];
    }),
  );
}

type Found = { byNumber: Hit[]; byName: Hit[] };

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
