import { sql, type Kysely, type Transaction } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Actor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { auditStates, teamRoles } from '../model.ts';
import { holdAudit } from '../queries.server.ts';
import { harms } from '../remedy/model.ts';
import { isOnTeam } from '../sight.server.ts';
import { findingStates, type Finding, type FindingTerms } from './model.ts';
import type { Standing } from './rules.ts';

/** What each actor may know of: the team its own, the body's reviewer all, the recruiter what was issued to it. */
export const visibleFindings = (db: Kysely<Database>, actor: Actor) =>
  db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .where((where) => {
      switch (actor.kind) {
        case 'officer':
        case 'system':
          return where.val(true);
        case 'decider':
          return sql<boolean>`(finding.issued_at is not null
            and finding.application_id in (select panel_reads(${actor.accountId}::uuid)))`;
        case 'auditor':
          return where.and([
            where('audit.audit_body_id', '=', actor.organisationId),
            isOnTeam(actor.accountId),
          ]);
        case 'reviewer':
          return where('audit.audit_body_id', '=', actor.organisationId);
        case 'recruiter':
          return where.and([
            where('finding.organisation_id', '=', actor.organisationId),
            where('finding.issued_at', 'is not', null),
          ]);
        case 'visitor':
        case 'company':
        case 'caseworker':
        case 'trainer':
        case 'authority':
          return where.val(false);
      }
    });

const columns = [
  'finding.id',
  'finding.audit_id as auditId',
  'audit.reference as auditReference',
  'audit.state as auditState',
  'finding.number',
  'finding.application_id as applicationId',
  'finding.organisation_id as organisationId',
  'audit.audit_body_id as auditBodyId',
  'finding.scheme_version_id as schemeVersionId',
  'finding.indicator_code as indicatorCode',
  'finding.grade',
  'finding.state',
  'finding.statement',
  'finding.contain_due_on as containDueOn',
  'finding.plan_due_on as planDueOn',
  'finding.close_due_on as closeDueOn',
  'finding.verified_by as verifiedBy',
  'finding.raised_by as raisedBy',
  'finding.workers_paid as workersPaid',
  'finding.harm',
  'finding.issued_at as issuedAt',
  'finding.resubmit_due_on as resubmitDueOn',
  'finding.dispute_due_on as disputeDueOn',
  'dispute.disputed_at as disputedAt',
  'version.terms',
] as const;

/** Who asks, and on which day of the house. */
type By = Pick<Scope, 'actor' | 'now'>;

/** Each finding with what its rules ask for: who is on the team, and how many rounds there were. */
export const findingRows = (db: Kysely<Database>, { actor, now }: By) =>
  withRecords(db, actor)
    .select((from) => [
      jsonArrayFrom(
        from
          .selectFrom('audit_team_member as member')
          .select(['member.account_id as accountId', 'member.role'])
          .select(
            hasTie(sql.ref('member.account_id'), sql.ref('finding.organisation_id'), dayOf(now)).as('tied'),
          )
          .whereRef('member.audit_id', '=', 'finding.audit_id'),
      ).as('team'),
      jsonObjectFrom(
        from
          .selectFrom('finding_regrade')
          .select(['from_grade as from', 'to_grade as to', 'proposed_by as proposedBy'])
          .whereRef('finding_regrade.finding_id', '=', 'finding.id')
          .where('finding_regrade.outcome', 'is', null)
          // A proposal is the audit body's own; the recruiter learns of a new grade.
          .where(from.val(actor.kind !== 'recruiter')),
      ).as('proposal'),
      sql<string>`case when finding.harm is null then 'none' when remedy.id is null then 'owed'
        when remedy.completed_at is null then 'open' else 'completed' end`.as('remedy'),
      from('finding.contained_at', 'is not', null).as('contained'),
      from('finding.extended_at', 'is not', null).as('extended'),
      from('dispute.finding_id', 'is not', null).as('contested'),
      sql<boolean>`dispute.ran_on_at is not null and dispute.outcome is null`.as('answerOwed'),
      from
        .exists(
          from
            .selectFrom('finding_escalation as known')
            .select('known.id')
            .whereRef('known.finding_id', '=', 'finding.id')
            .whereRef('known.due_on', '=', 'finding.due_on'),
        )
        .as('escalated'),
    ])
    .select(columns)
    .select(['organisation.name as recruiter', 'indicator.requirement']);

/** The same without those that ask nothing of anybody any more: their audit ended with its application. */
export const runningRows = (db: Kysely<Database>, by: By) =>
  findingRows(db, by).where('audit.abort_reason', 'is distinct from', 'application_ended');

/** What stands beside a finding: its requirement, whom it concerns, a dispute, a remedy. */
const withRecords = (db: Kysely<Database>, actor: Actor) =>
  withRounds(db, actor)
    .innerJoin('organisation', 'organisation.id', 'finding.organisation_id')
    .innerJoin('scheme_version as version', 'version.id', 'finding.scheme_version_id')
    .leftJoin('finding_dispute as dispute', 'dispute.finding_id', 'finding.id')
    .leftJoin('remedy', 'remedy.finding_id', 'finding.id')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.scheme_version_id', '=', 'finding.scheme_version_id')
        .onRef('indicator.code', '=', 'finding.indicator_code'),
    )
    // Rows go to the function whole, for which the builder has no words.
    .select(
      sql<string | null>`case when remedy.completed_at is null and remedy_paid_at(remedy) is null
        then remedy_day(finding, remedy) end`.as('remedyDueOn'),
    );

// Asked of each row; the index knows those that nobody answered.
const containments = sql<number>`(select count(*)::integer from finding_containment said
  where said.finding_id = finding.id)`.as('containments');
const containmentAwaits =
  sql<boolean>`finding.grade = 'critical' and exists (select 1 from finding_containment said
  where said.finding_id = finding.id and said.answer is null)`.as('containmentAwaits');

/** The rounds of plans and of evidence, counted for each finding. */
const withRounds = (db: Kysely<Database>, actor: Actor) =>
  visibleFindings(db, actor)
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('corrective_action_plan as plan')
          .select(({ fn }) => [
            fn.countAll<number>().as('plans'),
            fn.countAll<number>().filterWhere('plan.answer', '=', 'returned').as('returns'),
            fn.max('plan.submitted_at').as('sentAt'),
            // The latest alone: the builder has no aggregate with an order.
            sql<boolean>`coalesce((array_agg(plan.no_action_reason is not null order by plan.round desc))[1], false)`.as(
              'noAction',
            ),
          ])
          .whereRef('plan.finding_id', '=', 'finding.id')
          .as('rounds'),
      (join) => join.onTrue(),
    )
    .select((from) =>
      from
        .selectFrom('finding_evidence as proof')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('proof.finding_id', '=', 'finding.id')
        .as('proofs'),
    )
    .select(['rounds.plans', 'rounds.returns', 'rounds.noAction'])
    .select([containments, containmentAwaits]);

const known = {
  id: z.string(),
  auditId: z.string(),
  auditReference: z.string(),
  auditState: z.enum(auditStates),
  number: z.number(),
  applicationId: z.string(),
  organisationId: z.string(),
  auditBodyId: z.string(),
  team: z.array(z.object({ accountId: z.string(), role: z.enum(teamRoles), tied: z.boolean() })),
  schemeVersionId: z.string(),
  indicatorCode: z.string(),
  grade: z.enum(grades),
  raisedBy: z.string(),
  issuedOn: z.string().nullable(),
  workersPaid: z.boolean(),
  harm: z.enum(harms).nullable(),
  remedy: z.enum(['none', 'owed', 'open', 'completed']),
  remedyDueOn: z.string().nullable(),
  contained: z.boolean(),
  containments: z.number(),
  containmentAwaits: z.boolean(),
  containDueOn: z.string().nullable(),
  extended: z.boolean(),
  contested: z.boolean(),
  answerOwed: z.boolean(),
  escalated: z.boolean(),
  terms: z.custom<FindingTerms>(),
  proposal: z.object({ from: z.enum(grades), to: z.enum(grades), proposedBy: z.string() }).nullable(),
  plans: z.number(),
  noAction: z.boolean(),
  returns: z.number(),
  proofs: z.number(),
};
const day = z.string();
const answerable = { ...known, planDueOn: day, closeDueOn: day };
const clocks = { planDueOn: day.nullable(), closeDueOn: day.nullable() };

const shape = z.discriminatedUnion('state', [
  z.object({ ...known, state: z.enum(['raised', 'closed', 'withdrawn']) }),
  z.object({ ...known, ...clocks, state: z.literal('issued') }),
  z.object({
    ...known,
    state: z.literal('disputed'),
    ...{ disputedOn: day, disputeDueOn: day, planDueOn: day.nullable(), closeDueOn: day.nullable() },
  }),
  z.object({ ...answerable, state: z.enum(['awaiting_cap', 'cap_submitted', 'cap_accepted']) }),
  z.object({ ...answerable, state: z.enum(['evidence_submitted', 'evidence_rejected']) }),
  z.object({ ...answerable, state: z.literal('cap_returned'), resubmitDueOn: day }),
  z.object({ ...answerable, state: z.literal('verified'), verifiedBy: z.string() }),
]);

type Row = { issuedAt: Date | null; disputedAt: Date | null; terms: unknown };

export function toFinding({ issuedAt, disputedAt, terms, ...row }: Row): Finding {
  const { findings, correctiveAction } = termsOf(terms).clocks;
  const days = { issuedOn: issuedAt && dayOf(issuedAt), disputedOn: disputedAt && dayOf(disputedAt) };
  return shape.parse({ ...row, ...days, terms: { findings, correctiveAction } });
}

export const isFinding = (id: string) => isId('finding.id', id);

/**
 * Call it first in every command: whoever acts on the same finding at once waits here. Its audit is locked before it, as
 * by those who begin at the audit: in the other order the two would wait for each other.
 */
export async function lockFinding(trx: Transaction<Database>, by: By, id: string) {
  const of = await trx.selectFrom('finding').select('audit_id').where(isFinding(id)).executeTakeFirst();
  if (!of) return undefined;
  await holdAudit(trx, of.audit_id);
  await trx.selectFrom('finding').select('id').where(isFinding(id)).forNoKeyUpdate().execute();
  // A second statement: the rounds are read after the wait, not before.
  const row = await findingRows(trx, by).where(isFinding(id)).executeTakeFirst();
  return row && toFinding(row);
}

/** In which part somebody acted on a finding: of its team, or from outside it. The builder has no such choice. */
export const partOf = (auditId: string, accountId: string) =>
  sql<string>`coalesce((select member.role from audit_team_member member
    where member.audit_id = ${sql.ref(auditId)} and member.account_id = ${sql.ref(accountId)}), 'reviewer')`;

/** Locked as well: nobody withdraws a finding while it is being issued. */
export async function listRaised(trx: Transaction<Database>, auditId: string, now: Date) {
  await trx.selectFrom('finding').select('id').where('audit_id', '=', auditId).forNoKeyUpdate().execute();
  const rows = await findingRows(trx, { actor: { kind: 'system' }, now })
    .where('finding.audit_id', '=', auditId)
    .where('finding.state', '=', 'raised')
    .orderBy('finding.number')
    .execute();
  return rows.map(toFinding);
}

const standing = z.object({ grade: z.enum(grades), state: z.enum(findingStates) });

/** All an audit's readiness depends on. */
export async function listStandings(db: Kysely<Database>, auditId: string): Promise<Standing[]> {
  const rows = await db
    .selectFrom('finding')
    .select(['grade', 'state'])
    .where('audit_id', '=', auditId)
    .execute();
  return z.array(standing).parse(rows);
}

/** The days a scheme version allows for each grade. */
export async function clocksOf(db: Kysely<Database>, versionId: string) {
  const { terms } = await db
    .selectFrom('scheme_version')
    .select('terms')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  return termsOf(terms).clocks.findings;
}
