import { sql, type Kysely } from 'kysely';

import { checkItems } from '#app/features/register/verifications/checking/check.server.ts';
import type { Item } from '#app/features/register/verifications/model.ts';
import type { Database } from '#db/client.server.ts';

import { asked } from './questions.ts';

/** A list of the most items there may be, checked against a million recruiters: by name, four in ten misspelt, and by number. */
export type Lists = {
  items: number;
  namesMs: number;
  found: number;
  numbersMs: number;
  raisedMb: number;
  limits: { namesMs: number; numbersMs: number; raisedMb: number };
};

const items = 10_000;
const limits = { namesMs: 30_000, numbersMs: 2000, raisedMb: 150 };

export async function listsOn(db: Kysely<Database>, recruiters: number): Promise<Lists> {
  const { rows } = await sql<{ name: string; number: string }>`
    select o.name, r.number from generate_series(1, ${items}) s
    join organisation o on o.id = md5('o' || (1 + (s::bigint * 99_991) % ${recruiters}))::uuid
    join registration r on r.organisation_id = o.id order by s`.execute(db);
  const names = rows.map(({ name, number: ref }, place): Item => ({
    ref,
    name: place % 10 < 4 ? misspelt(name) : name,
  }));
  const numbers = rows.map(({ number }): Item => ({ ref: number, registrationNumber: number }));
  await checkItems({ db, now: new Date() }, names.slice(0, 250));
  const byName = await timed(db, names);
  const byNumber = await timed(db, numbers);
  const { raisedMb, found } = byName;
  return { items, found, raisedMb, namesMs: byName.ms, numbersMs: byNumber.ms, limits };
}

/** `found`: the share of items whose recruiter is the answer, or among those to choose from, by its name. */
async function timed(db: Kysely<Database>, list: Item[]) {
  globalThis.gc?.();
  const rest = process.memoryUsage().rss;
  let height = rest;
  const watch = setInterval(() => (height = Math.max(height, process.memoryUsage().rss)), 50);
  const begun = performance.now();
  const answers = await checkItems({ db, now: new Date() }, list);
  const ms = performance.now() - begun;
  clearInterval(watch);
  const found = answers.filter(({ outcome }) => outcome !== 'no_match').length / list.length;
  return { ms, raisedMb: (height - rest) / 1024 ** 2, found };
}

const misspelt = (name: string) => asked(['', '', name])[2]?.q ?? name;

export const sayLists = (lists: Lists) =>
  `a list of ${lists.items} names, four in ten misspelt: ${(lists.namesMs / 1000).toFixed(1)} s of ${lists.limits.namesMs / 1000}, ${(100 * lists.found).toFixed(1)} % with an answer, ${lists.raisedMb.toFixed(0)} MB more memory of ${lists.limits.raisedMb}; of numbers: ${(lists.numbersMs / 1000).toFixed(2)} s of ${lists.limits.numbersMs / 1000}`;
