import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { recruitersTurn } from './rules.ts';

const aBatch = 500;

/** Findings whose recruiter missed a day that nothing followed from yet; nothing runs in audits that failed before a certificate or ended with what they belonged to. */
export async function listOverdue(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select('finding.id')
    .where('finding.due_on', '<', today)
    .where('finding.state', 'in', recruitersTurn)
    .where('finding.grade', '<>', 'observation')
    .where('finding.id', '>', after)
    .where(({ or, eb }) => or([eb('finding.grade', '=', 'minor'), follows(today)]))
    // As the constraints ask it, which no builder writes as a function of rows.
    .where(sql<boolean>`finding_runs(finding, audit)`)
    .orderBy('finding.id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

/** Findings whose workers were not made whole by their day, from which nothing followed yet. */
export async function listUnpaid(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('finding_last_day as last')
    .innerJoin('finding', 'finding.id', 'last.finding_id')
    .select('finding.id')
    .where('last.clock', '=', 'remedy')
    .where('last.due_on', '<', today)
    .where('finding.id', '>', after)
    .where(({ or, eb }) =>
      or([
        eb('finding.grade', '=', 'minor'),
        sql<boolean>`escalation_may_follow(finding.id, last.due_on, ${today}::date)`,
      ]),
    )
    .orderBy('finding.id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

/** The same behind the lock, of the day that was missed. */
export async function standingOfDay(
  trx: Transaction<Database>,
  id: string,
  { day, today }: Record<'day' | 'today', Day>,
) {
  const row = await trx
    .selectFrom('finding')
    .select(sql<boolean>`escalation_may_follow(finding.id, ${day}::date, ${today}::date)`.as('announced'))
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('finding_escalation as known')
          .select('known.id')
          .whereRef('known.finding_id', '=', 'finding.id')
          .where('known.due_on', '=', day),
      )
        .$castTo<boolean>()
        .as('followed'),
    )
    .where('finding.id', '=', id)
    .executeTakeFirstOrThrow();
  return row;
}

/** The question the constraint on escalations asks. */
const follows = (today: Day) =>
  sql<boolean>`escalation_may_follow(finding.id, finding.due_on, ${today}::date)`;

/** Asked again behind the lock: whether what follows from a missed day was announced, or reaches no certificate. */
export async function mayFollow(trx: Transaction<Database>, id: string, today: Day) {
  const row = await trx
    .selectFrom('finding')
    .select('finding.id')
    .where('finding.id', '=', id)
    .where(follows(today))
    .executeTakeFirst();
  return row !== undefined;
}

/** Audits whose corrections should have ended; the rule counts the months. */
export async function listStopped(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('audit')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .select('audit.id')
    .where('audit.state', '=', 'caps_open')
    .where('audit.id', '>', after)
    .where(
      sql<boolean>`(audit.fieldwork_done_at at time zone 'UTC')::date + make_interval(months =>
        coalesce((scheme_version.terms #>> '{clocks,audits,correctiveActionMonths}')::integer, 6)) < ${today}::date`,
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('finding')
          .select('finding.id')
          .whereRef('finding.audit_id', '=', 'audit.id')
          .where('finding.grade', 'in', ['critical', 'major'])
          .where('finding.state', 'not in', ['closed', 'withdrawn']),
      ),
    )
    .orderBy('audit.id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

const stopShape = z.object({ doneAt: z.date() });

/** The last day of an audit's fieldwork, and how long its grave findings may stay open after it. */
export async function findStop(db: Kysely<Database>, auditId: string) {
  const row = await db
    .selectFrom('audit')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .select(['audit.fieldwork_done_at as doneAt', 'scheme_version.terms'])
    .where('audit.id', '=', auditId)
    .executeTakeFirstOrThrow();
  return {
    lastDay: dayOf(stopShape.parse(row).doneAt),
    months: termsOf(row.terms).clocks.audits.correctiveActionMonths,
  };
}
