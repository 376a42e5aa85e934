import { sql, type Kysely } from 'kysely';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { standings, type StandingStatus } from '../../certificates/model.ts';
import { counting, stands, type Asked } from '../listed.server.ts';

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
  return counting(db)
    .where('registration.delisted_on', 'is', null)
    .$if(Boolean(country), (query) => query.where('organisation.country', '=', country ?? ''))
    .$if(status !== undefined, (query) => query.where(stands(status ?? 'certified', today)))
    .$if(status !== undefined && status in kept, (query) =>
      query.where('registration.organisation_id', 'in', holders(db, status ?? 'certified', today)),
    )
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
    .$if(Boolean(sector), (query) =>
      query.where(sql<boolean>`application.sectors @> array[${sector ?? ''}]`),
    );
};

/** What a certificate says itself where its holder stands so. */
const kept: Partial<Record<StandingStatus, string[]>> = {
  certified: ['active'],
  certified_under_watch: ['active_under_watch'],
  suspended: ['suspended'],
  withdrawn: ['withdrawn'],
  expired: ['active', 'active_under_watch', 'suspended'],
};

/** Who has a certificate that says so: few of many are found by its index, and not by asking each recruiter for theirs. */
const holders = (db: Kysely<Database>, status: StandingStatus, today: Day) =>
  db
    .selectFrom('certificate as held')
    .select('held.organisation_id')
    .where('held.status', 'in', kept[status] ?? [])
    .$if(status === 'expired', (query) => query.where('held.valid_until', '<', today));

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
