import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { noticeTypes } from '../../model.ts';
import { seenEntries } from '../queries.server.ts';
import { entryTypes, standingStatuses } from '../rules.ts';

const aBatch = 500;
/** The database says which audits were held: its constraint asks the same. */
const wasHeld = sql<boolean>`was_held(entry.audit_id)`;

/** Entries whose last day passed without their audit, and of which nobody was told yet. */
export async function listNewlyLate(db: Kysely<Database>, { today, after }: { today: Day; after: string }) {
  const rows = await db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .select('entry.id')
    .where('entry.id', '>', after)
    .where('entry.dropped_at', 'is', null)
    .where('entry.late_told_at', 'is', null)
    .where('entry.type', '<>', 'recertification')
    .where('entry.due_on', '<', today)
    .where('certificate.status', 'in', standingStatuses)
    .where('certificate.valid_until', '>=', today)
    // Kept by the database beside the entry: what was held is in no index that is read here.
    .where('entry.audit_held', '=', false)
    .orderBy('entry.id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

/** Two clocks at once wait for each other at the entry's row; what suspends its certificate, at the certificate's. */
export async function lockPromised(trx: Transaction<Database>, id: string) {
  await trx
    .selectFrom('certificate')
    .innerJoin('audit_programme_entry as entry', 'entry.certificate_id', 'certificate.id')
    .select('certificate.id')
    .where('entry.id', '=', id)
    .forShare('certificate')
    .execute();
  await trx.selectFrom('audit_programme_entry').select('id').where('id', '=', id).forUpdate().execute();
  return trx
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .select(['entry.type', 'entry.due_on as dueOn', 'entry.late_told_at as toldAt'])
    .select(['entry.dropped_at as droppedAt', 'certificate.status', 'certificate.valid_until as validUntil'])
    .select(['certificate.audit_body_id as auditBodyId', 'entry.more_time_until as givenUntil'])
    .select(['certificate.organisation_id as recruiterId', 'certificate.reason_class as reasonClass'])
    .select(wasHeld.as('held'))
    .where('entry.id', '=', id)
    .executeTakeFirst();
}

const late = z.object({
  id: z.string(),
  type: z.enum(entryTypes),
  reason: z.string(),
  certificateId: z.string(),
  dueOn: z.string(),
  kept: z.enum(noticeTypes),
  planned: z.enum(noticeTypes).nullable(),
  notified: z.boolean(),
  auditId: z.string().nullable(),
  lead: z.string().nullable(),
  number: z.string(),
  recruiterId: z.string(),
  recruiter: z.string(),
  bodyId: z.string(),
  body: z.string(),
});

/** What is told of an entry that is late; nothing once it was held or dropped. */
export async function findNotHeld(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .innerJoin('organisation as recruiter', 'recruiter.id', 'certificate.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .leftJoin('audit', (join) =>
      join
        .onRef('audit.id', '=', 'entry.audit_id')
        .on(sql<boolean>`not is_undone(audit.state, audit.aborted_at, audit.refused_at)`),
    )
    .leftJoin('audit_team_member as lead', (join) =>
      join.onRef('lead.audit_id', '=', 'audit.id').on('lead.role', '=', 'lead_auditor'),
    )
    .select(['entry.type', 'entry.reason', 'entry.due_on as dueOn', 'entry.notice_type as kept'])
    .select(['entry.id', 'entry.certificate_id as certificateId'])
    .select(['audit.id as auditId', 'audit.notice_type as planned', 'lead.account_id as lead'])
    .select(sql<boolean>`num_nonnulls(audit.notified_at, audit.started_at) > 0`.as('notified'))
    .select(['certificate.number', 'recruiter.id as recruiterId', 'recruiter.name as recruiter'])
    .select(['body.id as bodyId', 'body.name as body'])
    .where('entry.id', '=', id)
    .where('entry.dropped_at', 'is', null)
    .where(({ not }) => not(wasHeld))
    .executeTakeFirst();
  return row && late.parse(row);
}

/** Who leads the audit and who manages the people of its body; where nobody scheduled it, all who could. */
export async function listResponsible(
  db: Kysely<Database>,
  { bodyId, lead }: { bodyId: string; lead: string | null },
) {
  const rows = await db
    .selectFrom('membership')
    .select('account_id')
    .distinct()
    .where('organisation_id', '=', bodyId)
    .where(({ or, eb }) =>
      or([
        eb('owner_since', 'is not', null),
        lead === null ? eb('role', '=', 'auditor') : eb('account_id', '=', lead),
      ]),
    )
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** What somebody of the body has to do with it: on the team of its audit, or an auditor who could schedule it. */
export async function findOwnPart(
  db: Kysely<Database>,
  { auditId, bodyId }: { auditId: string | null; bodyId: string },
  accountId: string,
) {
  const member =
    auditId !== null &&
    (await db
      .selectFrom('audit_team_member')
      .select('account_id')
      .where('audit_id', '=', auditId)
      .where('account_id', '=', accountId)
      .executeTakeFirst());
  const auditor = await db
    .selectFrom('membership')
    .select('account_id')
    .where('organisation_id', '=', bodyId)
    .where('account_id', '=', accountId)
    .where('role', '=', 'auditor')
    .executeTakeFirst();
  return { onTeam: Boolean(member), auditor: auditor !== undefined };
}

const waited = z.object({
  id: z.string(),
  certificateId: z.string(),
  number: z.string(),
  recruiter: z.string(),
  body: z.string(),
  auditId: z.string().nullable(),
  dueOn: z.string(),
  told: z.boolean(),
  state: z.enum(['stands', 'suspended', 'suspendedElse']),
  givenUntil: z.string().nullable(),
  givenReasons: z.string().nullable(),
});

/** A surveillance of the cycle that is late and told, for an officer to decide on. */
export async function findLateSurveillance({ db, actor, now }: Scope<Officer>, id: string) {
  const row = await seenEntries(db, actor, dayOf(now))
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .select(['entry.id', 'certificate.id as certificateId', 'certificate.number', 'body.name as body'])
    .select(['organisation.name as recruiter', 'audit.id as auditId', 'entry.due_on as dueOn'])
    .select(['entry.more_time_until as givenUntil', 'entry.more_time_reasons as givenReasons'])
    .select(
      sql<string>`case when certificate.status <> 'suspended' then 'stands'
        when certificate.reason_class = 'surveillance_not_held' then 'suspended' else 'suspendedElse' end`.as(
        'state',
      ),
    )
    // The question the clock asks, which no builder writes as a function of rows.
    .select(sql<boolean>`may_tell_holder(entry.notice_type, entry.audit_id)`.as('told'))
    .where(isId('entry.id', id))
    .where('entry.type', '=', 'surveillance')
    .where('entry.reason', '=', 'cycle')
    .where('entry.late_told_at', 'is not', null)
    .where('entry.dropped_at', 'is', null)
    .where(({ not }) => not(wasHeld))
    .executeTakeFirst();
  if (!row) return undefined;
  const late = waited.parse(row);
  const today = dayOf(now);
  const { givenUntil } = late;
  // While it is waited for nothing is due: its clock begins anew the day after.
  return { ...late, clockFrom: givenUntil && givenUntil >= today ? addDays(givenUntil, 1) : today };
}
