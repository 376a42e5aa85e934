import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Hit, Item, MatchedOn } from '../model.ts';

type Row = { place: number; on: MatchedOn; number: string };
type Column = (string | null)[];

/** More is no number: the index compares what people type. */
const cut = (typed: string | undefined) => typed?.slice(0, 100) ?? null;

/**
 * Recruiters by the numbers of a list, by the place of the item in it. Each kind of number is one join, however many
 * items there are; recruiters that were taken off the register are among them, for the answer to say so.
 */
export async function findByNumbers(
  db: Kysely<Database>,
  items: readonly Item[],
): Promise<Map<number, Hit[]>> {
  const registrations: Column = items.map(({ registrationNumber }) => cut(registrationNumber));
  const licences: Column = items.map(({ licenceNumber }) => cut(licenceNumber));
  const certificates: Column = items.map(({ certificateNumber }) => cut(certificateNumber));
  const countries: Column = items.map(({ country }) => country ?? null);
  // Lists side by side are PostgreSQL's own: the builder has no word for them.
  const { rows } = await sql<Row>`
    with asked as (
      select number_key(registration) as registration, number_key(licence) as licence,
        number_key(certificate) as certificate, country, place
      from unnest(${registrations}::text[], ${licences}::text[], ${certificates}::text[], ${countries}::text[])
        with ordinality as a(registration, licence, certificate, country, place)
    )
    select a.place, 'registration_number' as "on", r.number
    from asked a join registration r on number_key(r.number) = a.registration and a.registration <> ''
    union all
    select a.place, 'certificate_number', r.number
    from asked a
    join certificate c on number_key(c.number) = a.certificate and a.certificate <> ''
    join registration r on r.organisation_id = c.organisation_id
    union all
    select distinct a.place, 'licence_number', r.number
    from asked a
    join registration_licence l on number_key(l.number) = a.licence and a.licence <> ''
    join registration r on r.organisation_id = l.organisation_id
    join organisation o on o.id = l.organisation_id and (a.country is null or o.country = a.country)`.execute(
    db,
  );
  const found = new Map<number, Hit[]>();
  for (const { place, on, number } of rows) {
    const hit = { on, score: 1, registrationNumber: number };
    found.set(place - 1, [...(found.get(place - 1) ?? []), hit]);
  }
  return found;
}
