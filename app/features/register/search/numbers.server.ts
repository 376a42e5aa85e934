import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';
import { prepared } from '#db/prepared.ts';

import type { Match, MatchedOn } from './model.ts';

export type Numbered = Match & { ref: number; organisationId: string };

type Asked = { ref: number; number: string };
type Row = { ref: number; organisation_id: string; on: MatchedOn; text: string };

/**
 * Recruiters on the register by registration, certificate and licence numbers as people type them: signs, spaces and
 * case do not count, and digits of any script do. Any number of numbers at once: each kind is one join.
 */
export async function findByNumbers(db: Kysely<Database>, asked: Asked[]): Promise<Numbered[]> {
  if (asked.length === 0) return [];
  // The key is an index on an expression, which the builder would have to repeat as text anyway.
  const { rows } = await sql<Row>`${prepared('register_numbers')}
    with asked as (
      select ref, number_key(number) as key
      from unnest(${asked.map(({ ref }) => ref)}::integer[], ${asked.map(({ number }) => number.slice(0, 100).replace(/\p{C}/gu, ''))}::text[]) as a(ref, number)
    ), found as (
      select a.ref, r.organisation_id, 'registration_number' as on, r.number as text
      from asked a join registration r on number_key(r.number) = a.key where a.key <> ''
      union all
      select a.ref, c.organisation_id, 'certificate_number', c.number
      from asked a join certificate c on number_key(c.number) = a.key where a.key <> ''
      union all
      select a.ref, l.organisation_id, 'licence_number', l.number
      from asked a join registration_licence l on number_key(l.number) = a.key where a.key <> ''
    )
    select f.* from found f join registration r on r.organisation_id = f.organisation_id and r.delisted_on is null
    order by f.ref, f.text`.execute(db);
  return rows.map(({ ref, organisation_id: organisationId, on, text }) => ({
    ref,
    organisationId,
    on,
    text,
    score: 1,
  }));
}

/** What in a question may be a number: all of it, and the words with digits in it, each and together. */
export function numbersIn(text: string): string[] {
  const numbered = text
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => /\p{Nd}/u.test(word));
  if (numbered.length === 0) return [];
  return [...new Set([text.slice(0, 100), numbered.join(''), ...numbered.slice(0, 6)])];
}
