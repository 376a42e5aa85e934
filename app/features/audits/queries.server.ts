import { sql, type Kysely, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import {
  auditStates,
  auditTypes,
  cancelCauses,
  endReasons,
  noticeTypes,
  readinessOutcomes,
  teamRoles,
  type Audit,
  type AuditState,
  type Stage,
} from './model.ts';
import { asTold, type Untold } from './planning/model.ts';
import { visibleTo } from './sight.server.ts';

type Asking = Pick<Scope, 'db' | 'actor' | 'now'>;

/** The team of the audit in the same row, each with their declaration, lead auditor first. */
const withTeam = ({ db, actor, now }: Asking) =>
  visibleTo({ db, actor, now }).select((from) =>
    jsonArrayFrom(
      from
        .selectFrom('audit_team_member as member')
        .innerJoin('account', 'account.id', 'member.account_id')
        .leftJoin('conflict_declaration as declaration', (join) =>
          join
            .onRef('declaration.audit_id', '=', 'member.audit_id')
            .onRef('declaration.account_id', '=', 'member.account_id'),
        )
        .select(['account.id as accountId', 'account.name', 'member.role', 'declaration.conflicted'])
        // The same question as the constraints ask; what ties somebody is not told to the recruiter.
        .select(({ and, val }) =>
          and([
            val(actor.kind !== 'recruiter'),
            hasTie(sql.ref('account.id'), sql.ref('audit.organisation_id'), dayOf(now)),
          ]).as('tied'),
        )
        .whereRef('member.audit_id', '=', 'audit.id')
        .orderBy((by) => by('member.role', '<>', 'lead_auditor'))
        .orderBy('account.name'),
    ).as('team'),
  );

const columns = [
  'audit.id',
  'audit.reference',
  'audit.type',
  'audit.state',
  'audit.application_id as applicationId',
  'audit.certificate_id as certificateId',
  'audit.organisation_id as organisationId',
  'audit.audit_body_id as auditBodyId',
  'audit.scheme_version_id as schemeVersionId',
  'audit.notice_type as noticeType',
  'audit.starts_on as startsOn',
  'audit.ends_on as endsOn',
  'audit.plan',
  'audit.summary',
  'audit.reported_at as reportedAt',
  'audit.reported_by as reportedBy',
  'audit.reviewed_by as reviewedBy',
  'audit.review_note as reviewNote',
  'audit.readiness',
  'audit.trigger',
  'audit.planned_at as plannedAt',
  'audit.notified_at as notifiedAt',
  'audit.window_from as windowFrom',
  'audit.window_until as windowUntil',
  'audit.started_at as startedAt',
  'audit.postponed_until as postponedUntil',
  'audit.postponements',
  'audit.abort_reason as abortReason',
  'audit.cancel_cause as cancelCause',
  'audit.fact_check_due_on as factCheckDueOn',
] as const;

const type = z.enum(auditTypes);
const member = z.object({
  accountId: z.string(),
  name: z.string(),
  role: z.enum(teamRoles),
  conflicted: z.boolean().nullable(),
  tied: z.boolean(),
});
const known = {
  id: z.string(),
  reference: z.string(),
  type,
  applicationId: z.string(),
  certificateId: z.string().nullable(),
  organisationId: z.string(),
  auditBodyId: z.string(),
  schemeVersionId: z.string(),
  team: z.array(member),
};
const arranged = {
  ...known,
  noticeType: z.enum(noticeTypes),
  startsOn: z.string(),
  endsOn: z.string(),
  plan: z.string(),
};
const reported = { ...arranged, summary: z.string(), reportedAt: z.date(), reportedBy: z.string() };
const reviewed = { ...reported, reviewedBy: z.string() };
const readiness = z.enum(readinessOutcomes).nullable();

const shape = z.discriminatedUnion('state', [
  z.object({ ...known, state: z.enum(['scheduled', 'team_assigned']) }),
  z.object({
    ...arranged,
    state: z.enum([
      'planned',
      'notified',
      'refused_by_auditee',
      'in_progress',
      'fieldwork_done',
      'report_draft',
    ]),
  }),
  z.object({ ...known, state: z.literal('cancelled'), cancelCause: z.enum(cancelCauses) }),
  z.object({ ...arranged, state: z.literal('postponed'), postponedUntil: z.string() }),
  z.object({ ...arranged, state: z.literal('aborted'), abortReason: z.enum(endReasons) }),
  z.object({ ...reported, state: z.literal('fact_check'), factCheckDueOn: z.string() }),
  z.object({ ...reported, state: z.literal('tech_review') }),
  z.object({ ...reviewed, state: z.enum(['report_final', 'caps_open', 'ready_for_decision', 'failed']) }),
  z.object({ ...arranged, state: z.literal('closed'), readiness }),
]);

const toAudit = (row: unknown): Audit => shape.parse(row);

const isAudit = (id: string) => isId('audit.id', id);

const audits = (asking: Asking) =>
  withTeam(asking)
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'audit.audit_body_id')
    .innerJoin('application', 'application.id', 'audit.application_id')
    .select(columns)
    .select(['organisation.name as recruiter', 'organisation.country', 'body.name as auditBody'])
    .select('application.reference as applicationReference');

/** An audit as its page shows it. */
export async function findAudit(asking: Asking, id: string) {
  const { actor } = asking;
  const found = await audits(asking).where(isAudit(id)).executeTakeFirst();
  if (!found) return undefined;
  const row = actor.kind === 'recruiter' ? asKnown(found) : found;
  const {
    recruiter,
    country,
    auditBody,
    applicationReference,
    reviewNote,
    noticeType,
    startsOn,
    endsOn,
    plan,
    summary,
  } = row;
  const details = {
    recruiter,
    country,
    auditBody,
    applicationReference,
    reviewNote,
    startsOn,
    endsOn,
    plan,
    summary,
  };
  return { ...details, noticeType: z.enum(noticeTypes).nullable().parse(noticeType), ...toAudit(row) };
}

const final: readonly string[] = [
  'report_final',
  'caps_open',
  'ready_for_decision',
  'closed',
  'failed',
] satisfies AuditState[];

/** The recruiter reads the report when it is final, never what the reviewer said about it, and days as they are told. */
const asKnown = <Row extends Untold & { summary: string | null }>(row: Row) => ({
  ...asTold(row),
  summary: final.includes(row.state) ? row.summary : '',
  reviewNote: null,
});

/**
 * Application, audit, finding: whoever holds more than one takes them in this order, or two wait for each other for
 * ever. A share of the applications is enough: those who decide on them wait, audits do not wait for each other.
 */
export async function holdAudit(trx: Transaction<Database>, id: string) {
  await trx
    .selectFrom('application')
    .select('application.id')
    .where('application.id', 'in', (of) =>
      of
        .selectFrom('audit')
        .select('audit.application_id')
        .where(isAudit(id))
        .union(
          of
            .selectFrom('audit')
            .innerJoin('decision_matter as matter', 'matter.organisation_id', 'audit.organisation_id')
            .select('matter.application_id')
            .where('matter.state', '=', 'open')
            .where(isAudit(id)),
        ),
    )
    .orderBy('application.id')
    .forShare()
    .execute();
  // What only refers to the audit does not wait: its key never changes.
  await trx.selectFrom('audit').select('id').where(isAudit(id)).forNoKeyUpdate().execute();
}

/** Call it first in every command: whoever acts on the same audit at once waits here. */
export async function lockAudit(trx: Transaction<Database>, by: Pick<Scope, 'actor' | 'now'>, id: string) {
  await holdAudit(trx, id);
  // A second statement: what hangs on the audit is read after the wait, not before.
  const row = await withTeam({ ...by, db: trx })
    .select(columns)
    .where(isAudit(id))
    .executeTakeFirst();
  return row && toAudit(row);
}

const stageShape = z.object({ type, state: z.enum(auditStates), readiness });

/** Not those that ended without a result: cancelled, failed, or refused or broken off and settled by the scheme. */
export const counts = sql<boolean>`(audit.state not in ('cancelled', 'failed')
  and not (audit.state = 'closed' and num_nonnulls(audit.aborted_at, audit.refused_at) > 0))`;

/** The audits of an application that count as a stage, newest first. */
export async function listStages(db: Kysely<Database>, applicationId: string): Promise<Stage[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['type', 'state', 'readiness'])
    .where('application_id', '=', applicationId)
    .where(counts)
    .orderBy('scheduled_at', 'desc')
    .execute();
  return z.array(stageShape).parse(rows);
}
