import { sql, type Kysely } from 'kysely';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { standings, type StandingStatus } from '../../certificates/model.ts';
import { stands, type Asked } from '../listed.server.ts';

/** What a list of recruiters is narrowed by. */
export type Facets = {
  country?: string;
  status?: StandingStatus | undefined;
  origin?: string;
  destination?: string;
  sector?: string;
};

/** Recruiters on the register that fit. */
export const matching = (db: Kysely<Database>, facets: Facets, today: Day) => {
  const { country, status, origin, destination, sector } = facets;
  return db
    .selectFrom('register_entry')
    .where('register_entry.delisted_on', 'is', null)
    .$if(Boolean(country), (query) => query.where('register_entry.country', '=', country ?? ''))
    .$if(status !== undefined, (query) => query.where(stands(status ?? 'certified', today)))
    .$if(Boolean(origin), (query) => query.where(has('origins', origin ?? '')))
    .$if(Boolean(destination), (query) => query.where(has('destinations', destination ?? '')))
    .$if(Boolean(sector), (query) => query.where(has('sectors', sector ?? '')));
};

const has = (list: 'origins' | 'destinations' | 'sectors', code: string) =>
  sql<boolean>`${sql.ref(`register_entry.${list}`)} @> array[${code}]`;

/** How many recruiters stand where today. */
export async function countByStanding({ db, now }: Asked): Promise<Map<StandingStatus, number>> {
  const today = dayOf(now);
  const cases = standings.map((status) => sql`when ${stands(status, today)} then ${status}`);
  const registered = matching(db, {}, today)
    // A case over the very conditions the filter uses: one count, one pass.
    .select(sql<StandingStatus>`case ${sql.join(cases, sql` `)} end`.as('status'))
    .as('registered');
  const rows = await db
    .selectFrom(registered)
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  return new Map(rows.map(({ status, count }) => [status, count]));
}
