import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Recruiter, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { bodyAdvised } from '#db/has-tie.ts';

import { appealable, endedStates, states, type Application, type State } from './model.ts';
import type { Clocks } from './rules.ts';

const base = {
  id: z.string(),
  reference: z.string(),
  organisationId: z.string(),
  schemeVersionId: z.string(),
};

const shape = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('draft') }),
  z.object({ ...base, state: z.literal('submitted') }),
  z.object({ ...base, state: z.literal('awaiting_payment'), paymentDueOn: z.string() }),
  z.object({ ...base, state: z.literal('under_review'), reviewDueOn: z.string() }),
  z.object({ ...base, state: z.literal('deferred'), answerBy: z.string() }),
  z.object({ ...base, state: z.literal('deferred_expired'), lapsesOn: z.string() }),
  z.object({ ...base, state: z.literal('rejected'), rejectedAt: z.date() }),
  z.object({ ...base, state: z.literal('accepted'), acceptedAt: z.date(), lapsesOn: z.string().nullable() }),
  z.object({
    ...base,
    state: z.literal('engaged'),
    acceptedAt: z.date(),
    lapsesOn: z.string().nullable(),
    auditBodyId: z.string(),
    engagedAt: z.date(),
  }),
  z.object({
    ...base,
    state: z.literal('in_audit'),
    auditBodyId: z.string(),
    engagedAt: z.date(),
    auditStartedAt: z.date(),
  }),
  z.object({
    ...base,
    state: z.literal('decision_pending'),
    auditBodyId: z.string(),
    packageFrozenAt: z.date(),
  }),
  z.object({ ...base, state: z.literal('refused'), concludedAt: z.date() }),
  z.object({
    ...base,
    state: z.literal('appealed'),
    appealFrom: z.enum(appealable),
    appealDueOn: z.string(),
  }),
  z.object({ ...base, state: z.enum(['certified', 'withdrawn', 'lapsed', 'discarded']) }),
]);

const columns = [
  'application.id',
  'application.reference',
  'application.organisation_id as organisationId',
  'application.scheme_version_id as schemeVersionId',
  'application.state',
  'application.payment_due_on as paymentDueOn',
  'application.review_due_on as reviewDueOn',
  'application.answer_by as answerBy',
  'application.accepted_at as acceptedAt',
  'application.audit_body_id as auditBodyId',
  'application.engaged_at as engagedAt',
  'application.audit_started_at as auditStartedAt',
  'application.package_frozen_at as packageFrozenAt',
  'application.lapses_on as lapsesOn',
  'application.rejected_at as rejectedAt',
  'application.concluded_at as concludedAt',
  'application.appeal_from as appealFrom',
  'application.appeal_due_on as appealDueOn',
] as const;

const toApplication = (row: unknown): Application => shape.parse(row);

/** Call it first in every command: whoever acts on the same application at once waits here. */
export async function lockApplication(trx: Transaction<Database>, id: string) {
  const row = await trx
    .selectFrom('application')
    .select(columns)
    .where('application.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toApplication(row);
}

/** Versions published before a clock had a name run by its default here: published terms never change. */
const clocksShape = z.object({
  clocks: z.object({
    paymentDays: z.number(),
    reviewDays: z.number(),
    deferralDays: z.number(),
    appealDays: z.number().default(30),
    engagementDays: z.number().default(90),
    idleDraftDays: z.number().default(180),
    expiredDays: z.number().default(180),
    audits: z.object({ stageMonths: z.number() }).default({ stageMonths: 6 }),
    appealDecisionDays: z.number().default(60),
  }),
});

/** The clocks of the version an application was made under. */
export async function clocksOf(db: Kysely<Database>, versionId: string): Promise<Clocks> {
  const { terms } = await db
    .selectFrom('scheme_version')
    .select('terms')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  const { audits, ...clocks } = clocksShape.parse(terms).clocks;
  return { ...clocks, stageMonths: audits.stageMonths };
}

/** States of an audit that has its outcome, or never gets one; the constraint on another body asks the same. */
export const over = ['closed', 'failed', 'cancelled'] as const;

const ownRow = ({ db, actor, now }: Scope<Recruiter>) =>
  db
    .selectFrom('application')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .select(columns)
    .select([
      'application.started_at as startedAt',
      'application.submitted_at as submittedAt',
      'body.name as auditBody',
    ])
    .select(({ exists, selectFrom }) => {
      const told = selectFrom('audit')
        .select('audit.id')
        .whereRef('audit.application_id', '=', 'application.id')
        .where((audit) =>
          audit.or([audit('audit.notified_at', 'is not', null), audit('audit.started_at', 'is not', null)]),
        );
      return [exists(told).as('told'), exists(told.where('audit.state', 'not in', over)).as('arranged')];
    })
    .select(
      bodyAdvised(
        sql.ref('application.audit_body_id'),
        sql.ref('application.organisation_id'),
        dayOf(now),
      ).as('barred'),
    )
    // The clock of an application in audit; the constraint on its lapse asks the same.
    .select(sql<string | null>`application_audit_by(application.id)`.as('auditBy'))
    .where('application.organisation_id', '=', actor.organisationId)
    .where('application.state', '<>', 'discarded')
    .orderBy(({ eb }) => eb('application.state', 'in', endedStates))
    .orderBy('application.started_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The application a recruiter works on: the live one, else the latest. */
export async function findOwnApplication(scope: Scope<Recruiter>) {
  const row = await ownRow(scope);
  // An audit is planned before its recruiter is told of it: until then nothing has changed for them.
  const untold = row?.state === 'in_audit' && !row.told;
  return (
    row && {
      ...toApplication({ ...row, ...(untold && { state: 'engaged' }) }),
      startedAt: row.startedAt,
      submittedAt: row.submittedAt,
      auditBody: row.auditBody,
      /** Its people trained or advised this recruiter: it puts nobody on a team any more. */
      barred: row.barred,
      /** An audit it was told of is not over. Of others it learns nothing here: who engages another body meanwhile is refused. */
      arranged: row.arranged === true,
      auditBy: row.state === 'in_audit' && !untold ? row.auditBy : null,
    }
  );
}

/** What each actor may read: a recruiter its own, an audit body those it serves now, the panel those that reached it. */
export const visibleTo = (db: Kysely<Database>, actor: SignedIn) =>
  db.selectFrom('application').where((where) => {
    switch (actor.kind) {
      case 'officer':
        return where.val(true);
      case 'recruiter':
        return where('application.organisation_id', '=', actor.organisationId);
      case 'auditor':
      case 'reviewer':
        return where('application.id', 'in', (from) =>
          from
            .selectFrom('serving_body')
            .select('serving_body.application_id')
            .where('serving_body.audit_body_id', '=', actor.organisationId),
        );
      case 'decider':
        // The database answers: only once this member has declared on what is before the panel.
        return where.and([
          where('application.package_frozen_at', 'is not', null),
          sql<boolean>`application.id in (select panel_reads(${actor.accountId}::uuid))`,
        ]);
      case 'company':
      case 'caseworker':
      case 'trainer':
      case 'authority':
        return where.val(false);
    }
  });

export async function findApplication({ db, actor }: Scope<SignedIn>, id: string) {
  const row = await visibleTo(db, actor)
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .leftJoin('registration', 'registration.organisation_id', 'application.organisation_id')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .select(columns)
    .select([
      'organisation.name as recruiter',
      'organisation.country',
      'registration.number as registrationNumber',
      'body.name as auditBody',
    ])
    .select(['application.submitted_at as submittedAt', 'application.corridors', 'application.sectors'])
    .where(isId('application.id', id))
    .executeTakeFirst();
  if (!row) return undefined;
  const { recruiter, country, registrationNumber, auditBody, submittedAt, corridors, sectors } = row;
  return {
    ...toApplication(row),
    recruiter,
    country,
    registrationNumber,
    auditBody,
    submittedAt,
    corridors,
    sectors,
  };
}

export const isState = (text: string): text is State => states.some((state) => state === text);

/** How many applications stand in each state: the scheme's funnel. */
export async function countByState({ db, actor }: Scope<Officer>) {
  const rows = await visibleTo(db, actor)
    .select(['application.state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('application.state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

export const listAuditBodies = ({ db, actor, now }: Scope<Recruiter>) =>
  db
    .selectFrom('organisation as body')
    .select(['body.id', 'body.name', 'body.country'])
    .where('body.kind', '=', 'audit_body')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('application')
          .innerJoin('organisation as agency', 'agency.id', 'application.organisation_id')
          .select('application.id')
          .where('agency.id', '=', actor.organisationId)
          .where(({ or, and, eb }) =>
            or([
              eb('application.state', 'in', ['accepted', 'engaged']),
              and([
                eb('application.state', '=', 'in_audit'),
                bodyAdvised(sql.ref('application.audit_body_id'), sql.ref('agency.id'), dayOf(now)),
              ]),
            ]),
          )
          .where(sql<boolean>`application.audit_body_id is distinct from body.id`)
          .where(
            sql<boolean>`body_is_approved(body.id, agency.country, application.sectors, ${dayOf(now)}::date)`,
          )
          .where(({ not }) => not(bodyAdvised(sql.ref('body.id'), sql.ref('agency.id'), dayOf(now)))),
      ),
    )
    .orderBy('body.name')
    .limit(200)
    .execute();

/** The invoice of the application fee, as the applicant needs it to pay. */
export const findOwnInvoice = ({ db, actor }: Scope<Recruiter>, applicationId: string) =>
  db
    .selectFrom('invoice')
    .select([
      'number',
      'amount_minor as amountMinor',
      'currency',
      'status',
      'due_on as dueOn',
      'received_on as receivedOn',
    ])
    .where('application_id', '=', applicationId)
    .where('organisation_id', '=', actor.organisationId)
    // An extra fee and levies may hang on the same application.
    .where('purpose', '=', 'application_fee')
    .executeTakeFirst();
