import { sql, type Kysely } from 'kysely';

import { recordEvents } from '#app/events/record.server.ts';
import { addDays, dayOf, daysBetween, type Day } from '#app/platform/calendar.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { untold, type Clocks } from '../due.server.ts';

type House = { db: Kysely<Database>; now: Date };

const actor: System = { kind: 'system' };
const aBatch = 1000;

/** Tells holders of grave findings what a missed day does to their certificate, as long ahead as there is time. */
export async function announceLateFindings(house: House, clocks: Clocks) {
  while ((await announce(house, clocks)) === aBatch);
}

type Fresh = {
  id: string;
  organisation_id: string;
  application_id: string;
  finding_id: string;
  due_on: Day;
  acts_on: Day;
};

/**
 * One batch. A clock shorter than the first steps is told at once, by the steps that fit; the last of them always keeps its
 * days, and what it tells of waits for them. One statement finds, decides and keeps: the builder knows no such.
 */
const announce = ({ db, now }: House, { versionId, steps }: Clocks) =>
  db.transaction().execute(async (trx) => {
    const today = dayOf(now);
    const { rows } = await sql<Fresh>`
      with due as (
        select found.*, (select min(step) from unnest(${steps}::integer[]) as step where found.due_on <= ${today}::date + step) as step
        from (${dueFindings(versionId, today, Math.max(...steps))}) found),
      fresh as (
        insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at, finding_id)
        select id, 'late_finding', due_on, step, greatest(due_on, ${addDays(today, Math.min(...steps))}::date), ${now}, finding_id
        from due where ${untold(sql`a.finding_id = due.finding_id and a.due_on = due.due_on and a.step <= due.step`)}
        limit ${aBatch}
        on conflict do nothing returning certificate_id, finding_id, due_on, acts_on)
      select c.id, c.organisation_id, c.application_id, fresh.finding_id, fresh.due_on, fresh.acts_on from fresh
      join certificate c on c.id = fresh.certificate_id`.execute(trx);
    await recordEvents(
      trx,
      { actor, now },
      'certificate.late_finding_announced',
      rows.map(({ id, organisation_id, application_id, finding_id, due_on, acts_on }) => ({
        ...{ subject: id, related: [application_id, organisation_id] },
        payload: {
          ...{ findingId: finding_id, dueOn: addDays(due_on, -1) },
          ...{ days: daysBetween(today, acts_on), on: acts_on },
        },
      })),
    );
    return rows.length;
  });

/** Findings that wait for the holder of a certificate that counts, or whose workers do, by the day on which something follows. */
const dueFindings = (versionId: string, today: Day, ahead: number) => sql`
  select distinct c.id, f.id as finding_id, d.due_on + 1 as due_on from finding_last_day d
  join finding f on f.id = d.finding_id
  join certificate c on c.organisation_id = d.organisation_id and c.status in ('active', 'active_under_watch', 'suspended')
  where f.grade in ('critical', 'major') and d.due_on < ${addDays(today, ahead)}::date
    and c.scheme_version_id = ${versionId} and c.valid_until >= greatest(d.due_on + 1, ${today}::date)`;
