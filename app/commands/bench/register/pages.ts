import type { Kysely } from 'kysely';

import { searchPage, type Search } from '#app/features/register/search/search.server.ts';
import type { Database } from '#db/client.server.ts';

/** The register's list without a name asked for: the slowest of its pages, by facets many, few and none fit. */
export type Pages = { slowestMs: number; slowest: string; limitMs: number };

const pages: [what: string, search: Search, offset: number][] = [
  ['the first page', {}, 0],
  ['the last page', {}, 975],
  ['one country', { country: 'KE' }, 0],
  ['one sector', { sector: 'A' }, 0],
  ['a sector nobody has', { sector: 'Q' }, 0],
  ['a corridor nobody has', { origin: 'NP', destination: 'JP' }, 0],
  ['the certified', { status: 'certified' }, 0],
  ['the suspended', { status: 'suspended' }, 0],
  ['certified in one country for one corridor', { status: 'certified', country: 'KE', destination: 'SA' }, 0],
  ['a common word of a sector nobody has', { q: 'manpower', sector: 'Q' }, 0],
];
const rounds = 5;

/** Each page several times; of each the middle time counts. */
export async function pagesOn(db: Kysely<Database>): Promise<Pages> {
  const times: { what: string; ms: number }[] = [];
  for (const [what, search, offset] of pages) {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await searchPage({ db, now: new Date() }, search, { limit: 25, offset });
      taken.push(performance.now() - begun);
    }
    times.push({ what, ms: taken.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0 });
  }
  const [worst] = times.toSorted((a, b) => b.ms - a.ms);
  return { slowestMs: worst?.ms ?? 0, slowest: worst?.what ?? '', limitMs: 300 };
}

export const sayPages = ({ slowestMs, slowest, limitMs }: Pages) =>
  `pages of the register’s list: ${slowestMs.toFixed(0)} ms at its slowest (${slowest}), ${limitMs} ms allowed`;
