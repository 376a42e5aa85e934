import { readNames } from '#app/features/register/search/read-names.server.ts';
import { readName } from '#app/features/register/search/reading.ts';
import { searchRegister } from '#app/features/register/search/search.server.ts';
import { connect, type Database } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { fillWithRecruiters } from '#db/embedded/many-recruiters.ts';
import { migrate } from '#db/migrate.ts';
import { sql, type Kysely } from 'kysely';

import { checksOn, sayChecks, type Checks } from './checks.ts';
import { listsOn, sayLists, type Lists } from './lists.ts';
import { partsOf } from './names.ts';
import { pagesOn, sayPages, type Pages } from './pages.ts';
import { asked, type Question } from './questions.ts';
import { sayStack, stackOn, type Stack } from './stack.ts';

/** The search of the register over a million recruiters: how much it finds in its first twenty, how quickly, and by whom at once. */
export type Searching = Alone & {
  recruiters: number;
  /** Of the 95th time, the million's by that of ten thousand. */
  ofFew: number;
  perSecond: number;
  crowdedP95Ms: number;
  lists: Lists;
  stack: Stack;
  pages: Pages;
  checks: Checks;
  limits: typeof limits;
};
type Alone = { recall: number; medianMs: number; p95Ms: number; commonP95Ms: number };

const [recruiters, few] = [1_000_000, 10_000];
const questions = 800;
const limits = { recall: 0.97, medianMs: 7, p95Ms: 20, ofFew: 3, perSecond: 300 };
const crowd = { clients: 16, questions: 3000 };

/** In databases of their own; what names are searched by is read as in daily work. */
export async function searchOf(): Promise<Searching> {
  const large = await filled(recruiters);
  const small = await filled(few);
  try {
    return await searchOn(large, small);
  } finally {
    await small.stop();
    await large.stop();
  }
}

/** As much memory for pages as a server of a register this size has. */
async function filled(count: number): Promise<Filled & { stop: () => Promise<void> }> {
  const postgres = await startTemporary(undefined, { sharedBuffers: '1GB' });
  const { db } = connect(postgres.url, { max: crowd.clients });
  await migrate(postgres.url);
  await fillWithRecruiters(db, count, partsOf());
  await readNames(db);
  await sql`vacuum analyze`.execute(db);
  const stop = async () => {
    await db.destroy();
    await postgres.stop();
  };
  return { url: postgres.url, db, count, stop };
}

type Filled = { url: string; db: Kysely<Database>; count: number };

/** The same in databases that are filled already. */
export async function searchOn(large: Filled, small: Filled): Promise<Searching> {
  const { db } = large;
  const list = asked(await sample(large, questions));
  const alone = await oneAtATime(db, list);
  const { p95Ms } = await oneAtATime(small.db, asked(await sample(small, questions)));
  const crowded = await atOnce(db, list);
  const different = new Set(asked(await sample(large, crowd.questions)).map(({ q }) => q));
  const stack = await stackOn(large, [...different]);
  const pages = await pagesOn(db);
  const checks = await checksOn(large.url, [...different].slice(0, 1000));
  const lists = await listsOn(db, recruiters);
  const found = { ...alone, ofFew: alone.p95Ms / p95Ms, ...crowded };
  return { recruiters, ...found, stack, pages, checks, lists, limits };
}

async function sample({ db, count }: Filled, wanted: number) {
  const { rows } = await sql<{ name: string }>`select o.name from generate_series(1, ${wanted}) s
    join organisation o on o.id = md5('o' || (1 + (s::bigint * 1037389) % ${count}))::uuid`.execute(db);
  return rows.map(({ name }) => name);
}

async function oneAtATime(db: Kysely<Database>, list: Question[]): Promise<Alone> {
  for (const { q } of list.slice(0, 80)) await ask(db, q);
  const [times, common]: [number[], number[]] = [[], []];
  let [found, sought] = [0, 0];
  for (const { kind, q, name } of list) {
    const begun = performance.now();
    const entries = await ask(db, q);
    times.push(performance.now() - begun);
    if (kind === 'common') common.push(performance.now() - begun);
    if (name === null) continue;
    sought += 1;
    // Two recruiters of one name are one answer here.
    if (entries.some((entry) => readName(entry.match?.text ?? '').key === readName(name).key)) found += 1;
  }
  return {
    recall: found / sought,
    medianMs: at(times, 0.5),
    p95Ms: at(times, 0.95),
    commonP95Ms: at(common, 0.95),
  };
}

async function atOnce(db: Kysely<Database>, list: Question[]) {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const client = async () => {
    while (next < crowd.questions) {
      const { q } = list[next % list.length] ?? { q: '' };
      next += 1;
      const asked = performance.now();
      await ask(db, q);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: crowd.clients }, client));
  const perSecond = times.length / ((performance.now() - begun) / 1000);
  return { perSecond, crowdedP95Ms: at(times, 0.95) };
}

const ask = (db: Kysely<Database>, q: string) =>
  searchRegister({ db, now: new Date() }, { q }, { limit: 20 });

const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;

export const saySearching = ({ limits: most, ...search }: Searching) =>
  [
    `search over ${search.recruiters} recruiters: ${(100 * search.recall).toFixed(1)} % in the first twenty, median ${search.medianMs.toFixed(1)} ms, p95 ${search.p95Ms.toFixed(1)} ms (${search.ofFew.toFixed(1)} times that over ${few}), common words p95 ${search.commonP95Ms.toFixed(1)} ms, ${search.perSecond.toFixed(0)} a second for ${crowd.clients} at once (p95 ${search.crowdedP95Ms.toFixed(1)} ms); ${100 * most.recall} %, ${most.medianMs} ms, ${most.p95Ms} ms, ${most.ofFew} times and ${most.perSecond} asked for`,
    sayStack(search.stack),
    sayPages(search.pages),
    sayChecks(search.checks),
    sayLists(search.lists),
  ].join('\n');
