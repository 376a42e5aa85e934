import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';
import { Remembered } from '#app/platform/kept/remembered.ts';
import type { Database } from '#db/client.server.ts';

import { disclosed, type Shown } from './rules.ts';

/** So many years back, and no more is ever read at once. */
const yearsBack = 5;

const number = z.coerce.number();
const shape = z
  .object({
    ...{ year: number, quarter: number.nullable(), received: number },
    ...{ triage: number.nullable(), answer: number.nullable(), triaged: number, answered: number },
    ...{ found: number, harm: number, counted: number, closed: number, remedied: number },
    ...{ soon: number, triageDue: number, fast: number, answerDue: number },
  })
  .transform((row) => ({
    ...{ year: row.year, quarter: row.quarter, received: row.received },
    triageHours: { value: row.triage, of: row.triaged },
    triagedInADay: { count: row.soon, of: row.triageDue },
    answerDays: { value: row.answer, of: row.answered },
    answeredInFiveDays: { count: row.fast, of: row.answerDue },
    substantiated: { count: row.harm, of: row.found },
    closed: { count: row.closed, of: row.counted },
    remedied: { count: row.remedied, of: row.harm },
  }));

/** Days from Monday to Friday up to a moment's day, counted from a Monday; Saturday and Sunday are still the Friday. */
const workingDay = (at: string) =>
  sql.raw(
    `(((${at} at time zone 'UTC')::date - date '2000-01-03') / 7 * 5 + least(((${at} at time zone 'UTC')::date - date '2000-01-03') % 7 + 1, 5))`,
  );

/**
 * Complaints by the quarter they were received in, of quarters that are over, and by year, of years that are. Receipt and response
 * are the scheme's own work and count all; what became of them counts those whose reporters agreed to be counted.
 */
export async function complaintsInPublic({ db, now }: Pick<Scope, 'db' | 'now'>): Promise<Shown[]> {
  const { rows } = await sql`
    with period as (select date_trunc('quarter', ${now}::timestamptz, 'UTC') as until, date_trunc('year', ${now}::timestamptz, 'UTC') as this_year),
    received as (
      select c.id, c.state, c.received_at, extract(year from c.received_at at time zone 'UTC')::integer as year,
        extract(quarter from c.received_at at time zone 'UTC')::integer as quarter, consents_to(c.id, 'statistics') as counted,
        (select min(d.decided_at) from complaint_decision d where d.complaint_id = c.id and d.to_state = 'safety_triage') as triaged_at,
        (select min(e.occurred_at) from event e where e.subject = c.id and e.type = 'complaint.answered') as answered_at
      from complaint c, period
      where c.received_at >= period.this_year - make_interval(years => ${yearsBack}) and c.received_at < period.until),
    told as (
      select r.*, ${workingDay('r.answered_at')} - ${workingDay('r.received_at')} as answer_days,
        ${workingDay('period.until')} - ${workingDay('r.received_at')} as days_since,
        exists (select 1 from complaint_decision d where d.complaint_id = r.id and d.to_state = 'finding') as found,
        coalesce(last_outcome(r.id, 'infinity') in ('substantiated', 'partly_substantiated'), false) as harm,
        exists (select 1 from complaint_decision d where d.complaint_id = r.id
          and d.from_state = 'remedy_delivered' and d.to_state in ('confirmed_by_worker', 'closed')) as remedied
      from received r, period)
    select year, quarter, count(*) as received,
      percentile_cont(0.5) within group (order by extract(epoch from triaged_at - received_at) / 3600) as triage,
      count(triaged_at) as triaged,
      count(*) filter (where triaged_at <= received_at + interval '24 hours') as soon,
      count(*) filter (where triaged_at is not null or state <> 'withdrawn') as "triageDue",
      percentile_cont(0.5) within group (order by answer_days) as answer,
      count(answered_at) as answered,
      count(*) filter (where answer_days <= 5) as fast,
      count(*) filter (where answered_at is not null or state <> 'withdrawn' and days_since > 5) as "answerDue",
      count(*) filter (where counted) as counted,
      count(*) filter (where counted and found) as found,
      count(*) filter (where counted and harm) as harm,
      count(*) filter (where counted and state in ('closed', 'monitored')) as closed,
      count(*) filter (where counted and harm and remedied) as remedied
    from told
    group by grouping sets ((year, quarter), (year))
    having grouping(quarter) = 0 or year < extract(year from ${now}::timestamptz at time zone 'UTC')
    order by year desc, quarter desc nulls first`.execute(db);
  return disclosed(rows.map((row) => shape.parse(row)));
}

/** What changes by the quarter is reckoned once an hour, whoever asks. */
const everyMs = 3_600_000;
const kept = new WeakMap<Kysely<Database>, Remembered<Shown[] | undefined>>();

/** The same, as the page shows it; undefined where it cannot be reckoned now. */
export function rememberedFigures({ db }: Pick<Scope, 'db'>) {
  const known =
    kept.get(db) ??
    new Remembered<Shown[] | undefined>(undefined, () => complaintsInPublic({ db, now: new Date() }), {
      everyMs,
      lost: (before) => before,
    });
  kept.set(db, known);
  return known.known();
}
