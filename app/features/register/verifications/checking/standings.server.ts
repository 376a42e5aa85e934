import type { Kysely, Transaction } from 'kysely';

import { entryColumns, standingOf } from '#app/features/register/listed.server.ts';
import { listPasts } from '#app/features/register/past/facts.server.ts';
import { standingOn } from '#app/features/register/past/rules.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import type { Candidate, Hit, Item } from '../model.ts';

type Ground = { db: Kysely<Database>; now: Date };
type Found = { byNumber: Hit[]; byName: Hit[] };
type Standing = Candidate['standing'];

/** Who is behind a number, as the register names them today. */
export type Listed = Omit<Candidate, 'match' | 'standing'> & { tradingNames: string[] };
/** Where somebody stands, or why the register says nothing of them. */
type Stood = Standing | 'removed' | 'not_yet_listed' | undefined;
export type Known = {
  listed(number: string): Listed | undefined;
  /** Now, or at the end of a day. */
  standing(number: string, asOf: string | undefined): Stood;
};

/** Recruiters that are asked for at a time; and of those whose past is read, which is much longer, fewer. */
const lot = 500;
const pastLot = 100;

/**
 * Where all of those stand that were found, now and on the days that were asked for. In one transaction that sees one
 * moment, and as many questions as there are lots.
 */
export const findKnown = ({ db, now }: Ground, items: readonly Item[], found: readonly Found[]) =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx): Promise<Known> => {
      const listed = new Map<string, Listed>();
      const today = new Map<string, Stood>();
      for (const numbers of lotsOf(new Set(found.flatMap(numbersIn)), lot))
        await readListed(trx, { numbers, now }, listed, today);
      const then = await findThen(trx, daysOf(items, found), today);
      return {
        listed: (number) => listed.get(number),
        standing: (number, asOf) => (asOf === undefined ? today.get(number) : then.get(`${number} ${asOf}`)),
      };
    });

const numbersIn = ({ byNumber, byName }: Found) =>
  [...byNumber, ...byName].map(({ registrationNumber }) => registrationNumber);

function* lotsOf(numbers: Iterable<string>, size: number) {
  const all = [...numbers];
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

async function readListed(
  trx: Transaction<Database>,
  { numbers, now }: { numbers: string[]; now: Date },
  listed: Map<string, Listed>,
  today: Map<string, Stood>,
) {
  const rows = await trx
    .selectFrom('register_entry')
    .innerJoin('registration', 'registration.organisation_id', 'register_entry.organisation_id')
    .select(entryColumns)
    .select('registration.trading_names as tradingNames')
    .where('register_entry.number', 'in', numbers)
    .execute();
  for (const row of rows) {
    const { registrationNumber, name, nameLocal, country, tradingNames, delistedOn } = row;
    const { status, since, reasonClass } = standingOf(row, dayOf(now));
    listed.set(registrationNumber, { registrationNumber, name, nameLocal, country, tradingNames });
    today.set(registrationNumber, delistedOn === null ? { status, since, reasonClass } : 'removed');
  }
}

/** Which days are asked of whom. */
function daysOf(items: readonly Item[], found: readonly Found[]) {
  const days = new Map<string, Set<string>>();
  for (const [place, { asOf }] of items.entries()) {
    const own = found[place];
    if (asOf === undefined || !own) continue;
    for (const number of numbersIn(own)) days.set(number, (days.get(number) ?? new Set()).add(asOf));
  }
  return days;
}

/** Read lot by lot, and of each past nothing is held but where it stood. */
async function findThen(
  trx: Transaction<Database>,
  days: ReadonlyMap<string, Set<string>>,
  today: ReadonlyMap<string, Stood>,
) {
  const then = new Map<string, Stood>();
  for (const numbers of lotsOf(days.keys(), pastLot)) {
    const pasts = await listPasts(trx, numbers);
    for (const number of numbers) {
      const past = pasts.get(number);
      for (const day of days.get(number) ?? [])
        then.set(
          `${number} ${day}`,
          past && today.get(number) !== 'removed' ? stoodOn(past, day) : 'removed',
        );
    }
  }
  return then;
}

function stoodOn(past: Parameters<typeof standingOn>[0], day: string): Stood {
  const standing = standingOn(past, day);
  if (typeof standing === 'string') return standing === 'not_yet_listed' ? standing : 'removed';
  const { status, since, reasonClass } = standing;
  return { status, since, reasonClass };
}
