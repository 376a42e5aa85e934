import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { standings, type StandingStatus } from '../certificates/model.ts';
import { counting, entryColumns, standingOf, stands, type Asked } from './listed.server.ts';
import type { RegisterEntry, RegisterRecord } from './model.ts';
import { details, normalNumber, toRecord } from './queries.server.ts';

export type Search = {
  q?: string;
  country?: string;
  status?: StandingStatus | undefined;
  origin?: string;
  destination?: string;
  sector?: string;
};
type Slice = { limit: number; offset?: number; after?: string | undefined };

/** Recruiters that fit, by name; `limit` at most. */
export async function searchRegister(
  { db, now }: Asked,
  search: Search,
  { limit, offset = 0 }: Slice,
): Promise<RegisterEntry[]> {
  const rows = await matching(db, search, dayOf(now))
    .select(entryColumns)
    .orderBy('organisation.name')
    .orderBy('registration.number')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    registrationNumber: row.registrationNumber,
    name: row.name,
    nameLocal: row.nameLocal,
    country: row.country,
    standing: standingOf(row, dayOf(now)),
  }));
}

/** Whole records that fit, in order of their numbers, from the one after `after`. */
export async function listRecords(
  { db, now }: Asked,
  search: Search,
  { limit, after }: Slice,
): Promise<RegisterRecord[]> {
  const numbers = matching(db, search, dayOf(now))
    .select('registration.number')
    .$if(after !== undefined, (query) => query.where('registration.number', '>', after ?? ''))
    .orderBy('registration.number')
    .limit(limit);
  const rows = await details(db, dayOf(now))
    .where('registration.number', 'in', numbers)
    .orderBy('registration.number')
    .execute();
  return rows.flatMap((row) => {
    const record = toRecord(row, dayOf(now));
    return record.ok ? [record.value] : [];
  });
}

export async function countRegister({ db, now }: Asked, search: Search) {
  const { count } = await matching(db, search, dayOf(now))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export const matching = (db: Kysely<Database>, search: Search, today: Day) => {
  const { q = '', country, status, origin, destination, sector } = search;
  const words = q.trim().slice(0, 200);
  return counting(db)
    .where('registration.delisted_on', 'is', null)
    .$if(Boolean(country), (query) => query.where('organisation.country', '=', country ?? ''))
    .$if(status !== undefined, (query) => query.where(stands(status ?? 'certified', today)))
    .$if(Boolean(origin), (query) =>
      query.where(
        sql<boolean>`exists (select 1 from unnest(application.corridors) c where c like ${`${origin ?? ''}-__`})`,
      ),
    )
    .$if(Boolean(destination), (query) =>
      query.where(
        sql<boolean>`exists (select 1 from unnest(application.corridors) c where c like ${`__-${destination ?? ''}`})`,
      ),
    )
    .$if(Boolean(sector), (query) => query.where(sql<boolean>`application.sectors @> array[${sector ?? ''}]`))
    .$if(words !== '', (query) => query.where(named(words)));
};

/** A name in any of its forms, or a number as typed; every word has to appear. */
function named(words: string): Expression<SqlBool> {
  const number = normalNumber(words);
  const each = words
    .split(/\s+/)
    .slice(0, 8)
    .map((word) => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
  const names = sql`lower(organisation.name || ' ' || coalesce(organisation.name_local, '') || ' ' || array_to_string(registration.trading_names, ' '))`;
  // "Like all" has no builder.
  return sql<boolean>`(${names} like all (${each}::text[])
    or registration.number = ${number}
    or certificate.number = ${words.toUpperCase()}
    or exists (select 1 from registration_licence l where l.organisation_id = registration.organisation_id and l.number = ${words}))`;
}

/** How many recruiters stand where today. */
export async function countByStanding({ db, now }: Asked): Promise<Map<StandingStatus, number>> {
  const today = dayOf(now);
  const cases = standings.map((status) => sql`when ${stands(status, today)} then ${status}`);
  const registered = counting(db)
    .where('registration.delisted_on', 'is', null)
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
