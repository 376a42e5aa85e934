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
  while ((await tell(house, clocks, 'recertification')) === aBatch);
  while ((await tell(house, clocks, 'recertification_late')) === aBatch);
}

type News = 'recertification' | 'recertification_late';
type Fresh = {
  id: string;
  organisation_id: string;
  application_id: string;
  audit_body_id: string;
  due_on: Day;
  valid_until: Day;
};

const tell = ({ db, now }: House, clocks: Clocks, news: News) =>
  db.transaction().execute(async (trx) => {
    // One statement finds and keeps: the builder knows no such.
    const { rows } = await sql<Fresh>`
      with fresh as (
        insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at)
        select due.id, ${news}, due.due_on, 0, due.valid_until, ${now} from (${dueFor(news, clocks, dayOf(now))}) due
        where ${untold(sql`a.certificate_id = due.id and a.change = ${news}`)}
        limit ${aBatch}
        on conflict do nothing returning certificate_id, due_on)
      select c.id, c.organisation_id, c.application_id, c.audit_body_id, c.valid_until, fresh.due_on from fresh
      join certificate c on c.id = fresh.certificate_id`.execute(trx);
    await tellOf(trx, now, { news, rows });
    return rows.length;
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
    select c.id, c.valid_until, (c.valid_until - make_interval(months => ${recertificationDoneMonths}))::date as due_on
    from certificate c
    where c.status in ('active', 'active_under_watch', 'suspended') and c.scheme_version_id = ${versionId}
      and c.valid_until between ${today}::date and (${today}::date + make_interval(months => ${months}) + interval '3 days')
      and ${news === 'recertification' ? open : late}`;
}

type Told = { news: News; rows: Fresh[] };

function tellOf(trx: Transaction<Database>, now: Date, { news, rows }: Told) {
  const about = ({ id, organisation_id, application_id, audit_body_id }: Fresh) => ({
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
