import { sql, type Kysely, type Transaction } from 'kysely';

import { recordEvents } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { untold, type Clocks } from './due.server.ts';

type House = { db: Kysely<Database>; now: Date };
const actor: System = { kind: 'system' };
/** More than of other news: when a scheme begins to tell, a quarter of its certificates is in these months. */
const aBatch = 5000;

/**
 * Recertification opens some months before the end and has to be audited some months before it (domain 2.6). Both are
 * told once; that a certificate is between them is derived wherever it is asked.
 */
export async function tellRecertifications(house: House, clocks: Clocks) {
  for (const news of ['recertification', 'recertification_late'] as const)
    for (let last: Place | undefined = before; last; last = await tell(house, clocks, { news, last }));
}

type News = 'recertification' | 'recertification_late';
/** Where a batch ended in the order of ends; the next one begins behind it, so that a night reads each certificate once. */
type Place = { id: string; valid_until: Day };
const before: Place = { id: '00000000-0000-0000-0000-000000000000', valid_until: '0001-01-01' };

type Due = Place & { organisation_id: string; application_id: string; audit_body_id: string; due_on: Day };
type Found = Due & { fresh: boolean; place: number };

const tell = ({ db, now }: House, clocks: Clocks, { news, last }: { news: News; last: Place }) =>
  db.transaction().execute(async (trx) => {
    // One statement finds and keeps: the builder knows no such. A page is read by the index of ends before it is asked which of
    // it are told: asked together, the planner believes that hardly any is not, and sorts the whole window for each page.
    const { rows } = await sql<Found>`
      with page as materialized (
        select due.* from (${dueFor(news, clocks, dayOf(now))}) due
        where (due.valid_until, due.id) > (${last.valid_until}::date, ${last.id}::uuid)
        order by due.valid_until, due.id limit ${aBatch}),
      fresh as (
        insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at)
        select id, ${news}, due_on, 0, valid_until, ${now} from page
        where ${untold(sql`a.certificate_id = page.id and a.change = ${news}`)}
        on conflict do nothing returning certificate_id)
      select * from (
        select page.*, fresh.certificate_id is not null as fresh,
          row_number() over (order by page.valid_until, page.id) as place
        from page left join fresh on fresh.certificate_id = page.id) told
      where fresh or place = ${aBatch}`.execute(trx);
    await tellOf(trx, now, { news, rows: rows.filter(({ fresh }) => fresh) });
    return rows.find(({ place }) => place === aBatch);
  });

/** The end bounds what is read; the day in months decides, as the rules count them. */
function dueFor(news: News, clocks: Clocks, today: Day) {
  const { versionId, recertificationOpensMonths, recertificationDoneMonths } = clocks;
  const months = news === 'recertification' ? recertificationOpensMonths : recertificationDoneMonths;
  const late = sql`(c.valid_until - make_interval(months => ${months}))::date < ${today}::date
    and not exists (select 1 from audit a where a.certificate_id = c.id and a.type = 'recertification'
      and a.fieldwork_done_at is not null)`;
  const open = sql`(c.valid_until - make_interval(months => ${months}))::date <= ${today}::date`;
  return sql`
    select c.id, c.valid_until, c.organisation_id, c.application_id, c.audit_body_id, (c.valid_until - make_interval(months => ${recertificationDoneMonths}))::date as due_on
    from certificate c
    where c.status in ('active', 'active_under_watch', 'suspended') and c.scheme_version_id = ${versionId}
      and c.valid_until between ${today}::date and (${today}::date + make_interval(months => ${months}) + interval '3 days')
      and ${news === 'recertification' ? open : late}`;
}

type Told = { news: News; rows: Due[] };

function tellOf(trx: Transaction<Database>, now: Date, { news, rows }: Told) {
  const about = ({ id, organisation_id, application_id, audit_body_id }: Due) => ({
    subject: id,
    related: [application_id, organisation_id, audit_body_id],
  });
  return news === 'recertification'
    ? recordEvents(
        trx,
        { actor, now },
        'certificate.recertification_opened',
        rows.map((row) => ({ ...about(row), payload: { dueOn: row.due_on } })),
      )
    : recordEvents(
        trx,
        { actor, now },
        'certificate.recertification_late',
        rows.map((row) => ({ ...about(row), payload: { dueOn: row.due_on, validUntil: row.valid_until } })),
      );
}
