import { sql, type Kysely } from 'kysely';

import type { Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

const aBatch = 1000;

/** Certificates whose version asks a yearly levy, and since when it does. */
const levied = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .innerJoin(
      (from) =>
        from
          .selectFrom('fee_schedule')
          .select('scheme_version_id')
          .select(({ fn }) => fn.min('valid_from').as('since'))
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('fee_schedule_line as line')
                .select('line.purpose')
                .whereRef('line.schedule_id', '=', 'fee_schedule.id')
                .where('line.purpose', '=', 'annual_levy'),
            ),
          )
          .groupBy('scheme_version_id')
          .as('asked'),
      (join) => join.onRef('asked.scheme_version_id', '=', 'certificate.scheme_version_id'),
    )
    .where('certificate.status', 'not in', ['withdrawn', 'superseded', 'transferred']);

/** Of a million certificates a night has a year of few to ask for: the database finds them, the rule counts the years. */
export async function listUnlevied(db: Kysely<Database>, today: Day, after: string) {
  const rows = await levied(db)
    .select('certificate.id')
    .where('certificate.id', '>', after)
    // The builder has no series of days.
    .where(
      sql<boolean>`exists (
        select 1 from generate_series(0, extract(year from age(${today}::date, certificate.cycle_from))::integer) as year
        cross join lateral (select (certificate.cycle_from + make_interval(years => year))::date as first) begun
        where begun.first >= asked.since and begun.first < certificate.valid_until
          and not exists (select 1 from invoice where invoice.application_id = certificate.application_id
            and invoice.purpose = 'annual_levy' and invoice.occasion = begun.first::text))`,
    )
    .orderBy('certificate.id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

export const findCycle = (db: Kysely<Database>, certificateId: string) =>
  levied(db)
    .select(['certificate.application_id as applicationId', 'asked.since'])
    .select(['certificate.cycle_from as validFrom', 'certificate.valid_until as validUntil'])
    .where('certificate.id', '=', certificateId)
    .executeTakeFirstOrThrow();
