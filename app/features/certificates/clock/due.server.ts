import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import type { Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { ReasonClass } from '../model.ts';
import { stepsOf, type ClockChange } from './rules.ts';

/** The clocks of one scheme version: what was published stands, so each certificate keeps its own. */
export type Clocks = {
  versionId: string;
  steps: number[];
  suspensionMonths: number;
  recertificationOpensMonths: number;
  recertificationDoneMonths: number;
};

export async function listClocks(db: Kysely<Database>): Promise<Clocks[]> {
  const versions = await db.selectFrom('scheme_version').select(['id', 'terms']).execute();
  return versions.map(clocksOf);
}

function clocksOf({ id, terms }: { id: string; terms: unknown }): Clocks {
  const { announceDays, ...months } = termsOf(terms).clocks.certificates;
  const { suspensionMonths, recertificationOpensMonths, recertificationDoneMonths } = months;
  const steps = stepsOf(announceDays);
  return { versionId: id, steps, suspensionMonths, recertificationOpensMonths, recertificationDoneMonths };
}

/** When a suspension has to be resolved; the same day as `addMonths` of the rules counts. */
const unresolvedOn = (months: number) =>
  sql`((c.since at time zone 'UTC')::date + make_interval(months => ${months}))::date`;

/**
 * Certificates the clock is about to change, with the day it is due: `id, organisation_id, application_id, due_on`.
 * Text, because each is the inner part of one statement over the whole table that the builder would have to be told in
 * pieces.
 */
export function dueOf(change: ClockChange, { versionId, steps, suspensionMonths }: Clocks, today: Day) {
  const horizon = sql`${today}::date + ${Math.max(...steps)}::integer`;
  const columns = sql`c.id, c.organisation_id, c.application_id`;
  const found: Record<ClockChange, RawBuilder<unknown>> = {
    expiry: sql`select ${columns}, c.valid_until as due_on from certificate c
      where c.status in ('active', 'active_under_watch', 'suspended') and c.scheme_version_id = ${versionId}
        and c.valid_until between ${today}::date and ${horizon}`,
    withdrawal: sql`select * from (
        select ${columns}, c.valid_until, ${unresolvedOn(suspensionMonths)} as due_on from certificate c
        where c.status = 'suspended' and c.reason_class <> 'surveillance_not_held' and c.scheme_version_id = ${versionId} and c.valid_until >= ${today}::date) suspended
      where due_on <= ${horizon} and due_on < valid_until`,
    suspension: sql`select ${columns}, i.due_on + 1 as due_on from invoice i
      join certificate c on c.application_id = i.application_id and c.status in ('active', 'active_under_watch')
      where i.status = 'open' and i.purpose = 'annual_levy' and c.scheme_version_id = ${versionId}
        and c.valid_until >= ${today}::date and i.due_on + 1 <= ${horizon}`,
    licence: sql`select * from (
        select ${columns}, c.valid_until, licence_ends_on(c.organisation_id, c.corridors) + 1 as due_on from certificate c
        where c.status in ('active', 'active_under_watch') and c.scheme_version_id = ${versionId} and c.valid_until >= ${today}::date
          and exists (select 1 from licence l where l.organisation_id = c.organisation_id and l.standing = 'confirmed'
            and l.valid_until < ${horizon})) licensed
      where due_on <= ${horizon} and due_on <= valid_until`,
    // The first word comes when it is late and was told; the longest step is the time that is left then.
    surveillance: sql`select * from (
        select ${columns}, c.valid_until, min(surveillance_clock_from(e)) + ${Math.max(...steps)}::integer as due_on
        from audit_programme_entry e join certificate c on c.id = e.certificate_id
        where e.late_told_at is not null and e.dropped_at is null and e.type = 'surveillance' and e.reason = 'cycle'
          and coalesce(e.more_time_until, e.due_on) < ${today}::date and not was_held(e.audit_id)
          and may_tell_holder(e.notice_type, e.audit_id)
          and c.status in ('active', 'active_under_watch') and c.scheme_version_id = ${versionId} and c.valid_until >= ${today}::date
        group by c.id) late
      where due_on <= valid_until`,
  };
  return found[change];
}

/**
 * That nothing in `certificate_announcement a` says `told` yet, looked up row by row. Not as `not exists`: a night fills the
 * table faster than it is analysed, and a join planned for the few rows of yesterday walks all of today's for each one.
 */
export const untold = (told: RawBuilder<unknown>) =>
  sql`(select a.certificate_id from certificate_announcement a where ${told} limit 1) is null`;

export type Ready = { id: string; change: Exclude<ClockChange, 'expiry'>; actsOn: Day };

type At = { clocks: Clocks; today: Day };

/** What each change is for: what came of another one since takes nothing from it. */
const reasonOf: Record<Ready['change'], ReasonClass> = {
  ...{ withdrawal: 'suspension_unresolved', suspension: 'levy_unpaid' },
  ...{ licence: 'licence_lost', surveillance: 'surveillance_not_held' },
};

/** Announced changes whose day has come, and that are still due: the very suspension, the very invoice, the same day of a licence. */
const readyOf = (change: Ready['change'], { clocks, today }: At) => sql`
  select due.id, ${change}::text as change, a.acts_on as "actsOn" from (${dueOf(change, clocks, today)}) due
  join certificate_announcement a on a.certificate_id = due.id and a.change = ${change} and a.due_on = due.due_on
    and a.step <= ${Math.min(...clocks.steps)} and a.acts_on <= ${today}::date
  where not exists (select 1 from certificate_status s where s.certificate_id = due.id and s.cause = 'clock'
    and s.reason_class = ${reasonOf[change]}
    and s.decided_at >= a.announced_at)`;

export async function listReady(db: Kysely<Database>, at: At, most: number) {
  const [withdrawals, suspensions] = [readyOf('withdrawal', at), readyOf('suspension', at)];
  const { rows } =
    await sql<Ready>`${withdrawals} union all ${suspensions} union all ${readyOf('licence', at)}
    union all ${readyOf('surveillance', at)} limit ${most}`.execute(db);
  return rows;
}

/** Asked again behind the lock: what was due when the run began may be paid or lifted by now. */
export async function isReady(trx: Transaction<Database>, at: At, { id, change }: Ready) {
  const { rows } =
    await sql`select 1 from (${readyOf(change, at)}) ready where ready.id = ${id} limit 1`.execute(trx);
  return rows.length > 0;
}

const unheld = z.object({ on: z.string() });

/** The day on which the clock suspends a certificate for a surveillance that was not held, if nobody holds it before. */
export async function findUnheld({ db }: Pick<Scope, 'db'>, certificateId: string, today: Day) {
  const version = await db
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['scheme_version.id', 'scheme_version.terms'])
    .where('certificate.id', '=', certificateId)
    .executeTakeFirst();
  if (!version) return undefined;
  const { rows } = await sql`
    select coalesce((select max(a.acts_on) from certificate_announcement a where a.certificate_id = due.id
      and a.change = 'surveillance' and a.due_on = due.due_on), due.due_on) as on
    from (${dueOf('surveillance', clocksOf(version), today)}) due where due.id = ${certificateId}::uuid`.execute(
    db,
  );
  const [row] = rows;
  return row ? unheld.parse(row).on : undefined;
}
