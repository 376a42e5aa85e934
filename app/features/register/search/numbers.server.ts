import { sql } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { isWholePhone, phonesIn } from '#app/platform/names/phone.ts';
import { prepared } from '#db/prepared.ts';

import type { Asked } from '../listed.server.ts';
import type { Match, MatchedOn } from './model.ts';

type Numbered = Match & { organisationId: string };
type Row = {
  organisation_id: string;
  on: MatchedOn;
  text: string;
  phone: string | null;
  typed: string | null;
};

/** Of recruiters that share one phone number no more are read. */
const mostOfPhone = 50;
/** Of the end of a number, which somebody in another town or country may have as well. */
const scoreOfEnd = 0.9;

/**
 * Recruiters on the register by registration, certificate, licence and phone numbers as people type them: signs, spaces and
 * case do not count, and digits of any script do. All that may be a number in a question at once: each kind is one join. A
 * phone is the recruiter's own, or one by which an agent may speak for it today; of an agent's no more is told than was typed.
 */
export async function findByNumbers({ db, now }: Asked, q: string): Promise<Numbered[]> {
  const numbers = numbersIn(q).map((number) => number.replace(/\p{C}/gu, ''));
  if (numbers.length === 0) return [];
  const today = dayOf(now);
  const ends = sql`right(p.phone, 7) = right(a.phone, 7) and right(p.phone, length(a.phone)) = a.phone`;
  // The key is an index on an expression, which the builder would have to repeat as text anyway.
  const { rows } = await sql<Row>`${prepared('register_numbers')}
    with asked as (
      select number_key(number) as key, place from ${list(numbers)} with ordinality as a(number, place)
    ), phoned as (
      select phone, place from ${list(phonesIn(q.slice(0, 200)))} with ordinality as a(phone, place)
    ), found as (
      select a.place, r.organisation_id, 'registration_number' as on, r.number as text, null as phone, null as typed
      from asked a join registration r on number_key(r.number) = a.key where a.key <> ''
      union all
      select a.place, c.organisation_id, 'certificate_number', c.number, null, null
      from asked a join certificate c on number_key(c.number) = a.key where a.key <> ''
      union all
      select a.place, l.organisation_id, 'licence_number', l.number, null, null
      from asked a join registration_licence l on number_key(l.number) = a.key where a.key <> ''
      union all
      select a.place, own.organisation_id, 'phone_number', own.phone, own.phone, a.phone
      from phoned a cross join lateral (
        select p.organisation_id, p.phone from registration_phone p where ${ends} limit ${sql.lit(mostOfPhone)}) own
      union all
      select a.place, agent.organisation_id, 'phone_number', a.phone, agent.phone, a.phone
      from phoned a cross join lateral (
        select g.organisation_id, p.phone from partner_phone p
        join partner_authorisation g on g.partner_id = p.partner_id and p.phone = any (g.phones)
          and g.started_on <= ${today}::date and (g.ended_on is null or g.ended_on > ${today}::date)
        where ${ends} limit ${sql.lit(mostOfPhone)}) agent
    )
    select f.* from found f join registration r on r.organisation_id = f.organisation_id and r.delisted_on is null
    order by f.place, f.text`.execute(db);
  return rows.map(toHit).toSorted((one, other) => other.score - one.score);
}

/** As rows whose number no plan sees: else few are planned for anew each time (`among`). */
const list = (values: string[]) => sql`unnest(array(select unnest(${values}::text[])))`;

const toHit = ({ organisation_id: organisationId, on, text, phone, typed }: Row): Numbered => ({
  ...{ organisationId, on, text },
  score: phone === null || typed === null || isWholePhone(phone, typed) ? 1 : scoreOfEnd,
});

/** What in a question may be a number: all of it, and the words with digits in it, each and together. */
export function numbersIn(text: string): string[] {
  const numbered = text
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => /\p{Nd}/u.test(word));
  if (numbered.length === 0) return [];
  return [...new Set([text.slice(0, 100), numbered.join(''), ...numbered.slice(0, 6)])];
}
