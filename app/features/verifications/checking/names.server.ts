import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Hit, MatchedOn } from '../model.ts';

export type Named = { place: number; name: string; country: string | undefined };

/** Candidates one item may have: more are no choice for a person. */
const most = 5;

type Row = { place: number; on: MatchedOn; number: string };

/** Recruiters of these very names, whatever their case, by the place of the item in its list; one question to the database. */
export async function findByNames(
  db: Kysely<Database>,
  named: readonly Named[],
): Promise<Map<number, Hit[]>> {
  const found = new Map<number, Hit[]>();
  if (named.length === 0) return found;
  const { rows } = await sql<Row>`
    with asked as (
      select place, lower(name) as name, country
      from unnest(${named.map(({ place }) => place)}::integer[], ${named.map(({ name }) => name)}::text[],
        ${named.map(({ country }) => country ?? null)}::text[]) as a(place, name, country)
    ), names as (
      select id as organisation_id, lower(name) as name, 'name' as "on" from organisation
      union all
      select id, lower(name_local), 'local_name' from organisation where name_local is not null
      union all
      select organisation_id, lower(n.name), 'trading_name' from registration, unnest(trading_names) as n(name)
    )
    select a.place, n.on, r.number
    from asked a
    join names n on n.name = a.name
    join registration r on r.organisation_id = n.organisation_id and r.delisted_on is null
    join organisation o on o.id = r.organisation_id and (a.country is null or o.country = a.country)
    order by a.place, r.number`.execute(db);
  for (const { place, on, number } of rows) {
    const hits = found.get(place) ?? [];
    if (hits.length < most) found.set(place, [...hits, { on, score: 1, registrationNumber: number }]);
  }
  return found;
}
