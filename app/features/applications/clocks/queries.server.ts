import { sql, type Kysely } from 'kysely';

import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import type { State } from '../model.ts';
import { clocksOf } from '../queries.server.ts';
import { auditBy, auditWarningDays } from './rules.ts';

/** At most this many are looked at in one go; the next go begins behind the last. */
const batch = 100;

type After = { after: string };

/** Applications in the states whose day has passed. */
export async function listPassed(
  db: Kysely<Database>,
  states: readonly State[],
  { today, after }: After & { today: Day },
) {
  const rows = await db
    .selectFrom('application')
    .select('id')
    .where('state', 'in', states)
    .where('due_on', '<', today)
    .where('id', '>', after)
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

type Reminding = { kind: string; state: State; daysBefore: readonly number[] };

/** Applications one of whose reminders may have come and did not go out; the rule has the last word. */
export async function listToRemind(
  db: Kysely<Database>,
  { kind, state, daysBefore }: Reminding,
  { today, after }: After & { today: Day },
) {
  const rows = await db
    .selectFrom('application')
    .select(['id'])
    .where('state', '=', state)
    .where('due_on', '<=', addDays(today, Math.max(...daysBefore)))
    .where('id', '>', after)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('application_reminder')
            .select('application_id')
            .whereRef('application_reminder.application_id', '=', 'application.id')
            .where('kind', '=', kind)
            .whereRef('application_reminder.due_on', '=', 'application.due_on')
            .where(
              'application_reminder.days_before',
              '<=',
              // The latest of the reminder's days that has come.
              sql<number>`(select min(d) from unnest(${sql.val(daysBefore)}::int[]) d where application.due_on - d <= ${today}::date)`,
            ),
        ),
      ),
    )
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

/** When somebody last did something on an application; reminders do not count. */
export async function lastTouched(db: Kysely<Database>, id: string) {
  const latest = await db
    .selectFrom('event')
    .select('occurred_at as at')
    .where(({ or, eb }) =>
      or([eb('subject', '=', id), eb('related', '@>', sql<string[]>`array[${id}::uuid]`)]),
    )
    .where('type', '<>', 'application.reminded')
    .orderBy('occurred_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.at;
}

/** The scheme's versions drafts were made under. */
export async function listDraftVersions(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('application')
    .select('scheme_version_id as id')
    .distinct()
    .where('state', '=', 'draft')
    .execute();
  return rows.map(({ id }) => id);
}

/** Drafts under a version old enough that they may be idle; whether they are is asked of each, held. */
export async function listOldDrafts(
  db: Kysely<Database>,
  now: Date,
  { after, versionId, days }: After & { versionId: string; days: number },
) {
  const rows = await db
    .selectFrom('application')
    .select('id')
    .where('state', '=', 'draft')
    .where('scheme_version_id', '=', versionId)
    .where('started_at', '<', new Date(`${addDays(dayOf(now), 1 - days)}T00:00:00Z`))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('event')
            .select('event.id')
            .whereRef('event.subject', '=', 'application.id')
            .where('event.type', '<>', 'application.reminded')
            .where('event.occurred_at', '>=', new Date(`${addDays(dayOf(now), 1 - days)}T00:00:00Z`)),
        ),
      ),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Whether what an application waits for has come already, and only its effect is still in the queue: the fee, the extra
 * fee of this deferral, or the plan of the first audit.
 */
export async function isUnderWay(trx: Kysely<Database>, id: string) {
  const { underWay } = await trx
    .selectFrom('application')
    .select(({ case: when, exists, selectFrom }) => {
      const paid = (purpose: string) =>
        selectFrom('invoice')
          .select('invoice.id')
          .whereRef('invoice.application_id', '=', 'application.id')
          .where('invoice.purpose', '=', purpose)
          .where('invoice.status', '=', 'paid');
      return when()
        .when('application.state', '=', 'awaiting_payment')
        .then(exists(paid('application_fee')))
        .when('application.state', '=', 'deferred_expired')
        .then(exists(paid('extra_fee').whereRef('invoice.paid_at', '>=', 'application.deferral_expired_at')))
        .when('application.state', '=', 'engaged')
        .then(
          exists(
            selectFrom('audit')
              .select('audit.id')
              .whereRef('audit.application_id', '=', 'application.id')
              .where('audit.planned_at', 'is not', null)
              .where('audit.state', '<>', 'cancelled')
              // Of an unannounced one the application learns when it begins: until then its clock goes on.
              .where(({ or, eb }) =>
                or([eb('audit.notice_type', '<>', 'unannounced'), eb('audit.started_at', 'is not', null)]),
              ),
          ),
        )
        .else(false)
        .end()
        .as('underWay');
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return underWay;
}

/** The day that counts and the assigned officer, of an application that is held. */
export const findDue = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('application')
    .select(['state', 'due_on as dueOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** Applications in audit of which none is under way, and whose last day for the next one is near or has passed. */
export async function listWithoutAudit(db: Kysely<Database>, { today, after }: After & { today: Day }) {
  const rows = await db
    .selectFrom('application')
    .select('id')
    .where('state', '=', 'in_audit')
    .where(
      // The constraint asks the same.
      sql<boolean>`application_audit_by(application.id) <= ${addDays(today, auditWarningDays)}::date`,
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

/** The last day on which the next audit of an application may begin, and since when that clock runs. */
export async function findAuditClock(trx: Kysely<Database>, id: string) {
  const { acceptedAt, versionId } = await trx
    .selectFrom('application')
    .select(['accepted_at as acceptedAt', 'scheme_version_id as versionId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const audits = await trx
    .selectFrom('audit')
    .select(['state', 'started_at as startedAt', 'refused_at as refusedAt'])
    .select(({ fn }) => fn.coalesce('closed_at', 'failed_at').as('endedAt'))
    .where('application_id', '=', id)
    .where('certificate_id', 'is', null)
    .where('state', '<>', 'cancelled')
    .execute();
  if (!acceptedAt) return undefined;
  const seen = audits.map(({ startedAt, refusedAt, endedAt }) => ({
    underWay: (startedAt ?? refusedAt) !== null && endedAt === null,
    endedOn: endedAt && dayOf(endedAt),
  }));
  const by = auditBy(seen, dayOf(acceptedAt), await clocksOf(trx, versionId));
  const since = Math.max(acceptedAt.getTime(), ...audits.flatMap(({ endedAt }) => endedAt?.getTime() ?? []));
  return by && { by, since: new Date(since) };
}

/** The audit body of an application that still waits for an audit of it. */
export async function findWaitingBody(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('application')
    .select(['state', 'audit_body_id as bodyId'])
    .where('id', '=', id)
    .where('state', 'in', ['engaged', 'in_audit'])
    .executeTakeFirst();
  if (!row?.bodyId) return undefined;
  const waits = row.state === 'engaged' ? !(await isUnderWay(db, id)) : await findAuditClock(db, id);
  return waits ? row.bodyId : undefined;
}

/** The warning of a kind that went out since a draft was last touched, or since a clock began. */
export const findWarning = (
  db: Kysely<Database>,
  { id, kind, since }: { id: string; kind: 'draft_idle' | 'next_audit_due'; since: Date },
) =>
  db
    .selectFrom('application_reminder')
    .select('due_on as dueOn')
    .where('application_id', '=', id)
    .where('kind', '=', kind)
    .where('sent_at', '>', since)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
