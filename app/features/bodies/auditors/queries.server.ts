import { sql, type Kysely, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { languageLevels, levels, witnessOutcomes } from './model.ts';
import { mayWork } from './rules.ts';

const most = 200;

const approval = z.object({
  ...{ id: z.string(), accountId: z.string(), bodyId: z.string(), level: z.enum(levels) },
  ...{ request: z.string(), askedBy: z.string(), askedOn: z.string() },
  outcome: z.enum(['granted', 'refused']).nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  reasons: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  suspensions: z.array(z.object({ from: z.string(), until: z.string().nullable(), reason: z.string() })),
});
export type ShownApproval = z.output<typeof approval>;

const approvals = (db: Kysely<Database>) =>
  db
    .selectFrom('auditor_approval as approval')
    .innerJoin('account as asker', 'asker.id', 'approval.asked_by')
    .select(['approval.id', 'approval.account_id as accountId', 'approval.organisation_id as bodyId'])
    .select(['approval.level', 'approval.request', 'asker.name as askedBy', 'approval.outcome'])
    .select(['approval.valid_from as validFrom', 'approval.valid_until as validUntil', 'approval.reasons'])
    .select('approval.end_reason as endReason')
    // Days in UTC, as the database compares them.
    .select(sql<string>`(approval.asked_at at time zone 'UTC')::date::text`.as('askedOn'))
    .select(sql<string | null>`(approval.ended_at at time zone 'UTC')::date::text`.as('endedOn'))
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('auditor_suspension as pause')
          .select(sql<string>`(pause.suspended_at at time zone 'UTC')::date::text`.as('from'))
          .select(sql<string | null>`(pause.lifted_at at time zone 'UTC')::date::text`.as('until'))
          .select('pause.reason')
          .whereRef('pause.approval_id', '=', 'approval.id')
          .orderBy('pause.suspended_at'),
      ).as('suspensions'),
    );

const isOf = (id: string) => isId('approval.id', id);

export async function listAuditorApprovals(db: Kysely<Database>, accountId: string, bodyId: string) {
  const rows = await approvals(db)
    .where('approval.account_id', '=', accountId)
    .where('approval.organisation_id', '=', bodyId)
    .orderBy('approval.asked_at', 'desc')
    .limit(most)
    .execute();
  return z.array(approval).parse(rows);
}

/** One approval with its auditor and body, for the scheme's officers. */
export async function findAuditorApproval({ db }: Pick<Scope, 'db'>, id: string) {
  const row = await approvals(db)
    .innerJoin('account', 'account.id', 'approval.account_id')
    .innerJoin('organisation', 'organisation.id', 'approval.organisation_id')
    .select(['account.name as auditor', 'organisation.name as body'])
    .where(isOf(id))
    .executeTakeFirst();
  return row && approval.extend({ auditor: z.string(), body: z.string() }).parse(row);
}

/** A second read sees what was done before the wait. */
export async function lockAuditorApproval(trx: Transaction<Database>, id: string) {
  await trx
    .selectFrom('auditor_approval as approval')
    .select('approval.id')
    .where(isOf(id))
    .forUpdate()
    .execute();
  return findAuditorApproval({ db: trx }, id);
}

const person = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(['auditor', 'reviewer'])),
});

const people = (db: Kysely<Database>, bodyId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name'])
    .select(sql<string[]>`array_agg(membership.role order by membership.role)`.as('roles'))
    .where('membership.organisation_id', '=', bodyId)
    .where('membership.role', 'in', ['auditor', 'reviewer'])
    .groupBy('account.id');

/** The body's auditors and reviewers with what they are approved as today and the languages they work in. */
export async function listAuditors({ db, now }: Pick<Scope, 'db' | 'now'>, bodyId: string) {
  const today = dayOf(now);
  const [auditors, granted, spoken] = await Promise.all([
    people(db, bodyId).orderBy('account.name').limit(most).execute(),
    approvals(db)
      .where('approval.organisation_id', '=', bodyId)
      .where('approval.ended_at', 'is', null)
      .where(({ or, eb }) =>
        or([eb('approval.outcome', 'is', null), eb('approval.valid_until', '>=', today)]),
      )
      .orderBy('approval.valid_until')
      .limit(most * 4)
      .execute(),
    db
      .selectFrom('auditor_language')
      .select(['account_id', 'language'])
      .where('organisation_id', '=', bodyId)
      .where('withdrawn_at', 'is', null)
      .orderBy('language')
      .limit(most * 20)
      .execute(),
  ]);
  const rows = z.array(approval).parse(granted);
  return z
    .array(person)
    .parse(auditors)
    .map((auditor) => {
      const own = rows.filter(({ accountId }) => accountId === auditor.id);
      return {
        ...auditor,
        audits: mayWork(own, 'auditor', today),
        leads: mayWork(own, 'lead_auditor', today),
        reviews: mayWork(own, 'reviewer', today),
        asked: own.some(({ outcome }) => outcome === null),
        endsOn: own.find(({ outcome }) => outcome === 'granted')?.validUntil ?? null,
        languages: spoken.filter((row) => row.account_id === auditor.id).map(({ language }) => language),
      };
    });
}

export async function findAuditor(db: Kysely<Database>, bodyId: string, accountId: string) {
  const row = await people(db, bodyId).where(isId('account.id', accountId)).executeTakeFirst();
  return row && person.parse(row);
}

const competence = z.object({
  ...{ id: z.string(), principles: z.array(z.string()), sectors: z.array(z.string()) },
  ...{ countries: z.array(z.string()), evidence: z.string(), assessedBy: z.string(), assessedOn: z.string() },
  withdrawReason: z.string().nullable(),
});
const language = z.object({
  ...{ id: z.string(), language: z.string(), level: z.enum(languageLevels), evidence: z.string() },
  withdrawReason: z.string().nullable(),
});
const witnessed = z.object({
  ...{ id: z.string(), reference: z.string().nullable(), elsewhere: z.string().nullable() },
  ...{ witness: z.string(), witnessedOn: z.string(), outcome: z.enum(witnessOutcomes), notes: z.string() },
});

/** What is recorded of somebody at their body; what was withdrawn stays to be seen. */
export async function findRecords(db: Kysely<Database>, accountId: string, bodyId: string) {
  const [competences, languages, audits] = await Promise.all([
    db
      .selectFrom('auditor_competence')
      .select(['id', 'principles', 'sectors', 'countries', 'evidence', 'assessed_by as assessedBy'])
      .select(['assessed_on as assessedOn', 'withdraw_reason as withdrawReason'])
      .where('account_id', '=', accountId)
      .where('organisation_id', '=', bodyId)
      .orderBy('recorded_at', 'desc')
      .limit(most)
      .execute(),
    db
      .selectFrom('auditor_language')
      .select(['id', 'language', 'level', 'evidence', 'withdraw_reason as withdrawReason'])
      .where('account_id', '=', accountId)
      .where('organisation_id', '=', bodyId)
      .orderBy('recorded_at', 'desc')
      .limit(most)
      .execute(),
    listWitnessed(db, accountId, bodyId),
  ]);
  return {
    competences: z.array(competence).parse(competences),
    languages: z.array(language).parse(languages),
    witnessed: audits,
  };
}
export async function listWitnessed(db: Kysely<Database>, accountId: string, bodyId: string) {
  const rows = await db
    .selectFrom('auditor_witnessing as seen')
    .leftJoin('audit', 'audit.id', 'seen.audit_id')
    .select(['seen.id', 'audit.reference', 'seen.elsewhere', 'seen.witness', 'seen.outcome', 'seen.notes'])
    .select('seen.witnessed_on as witnessedOn')
    .where('seen.account_id', '=', accountId)
    .where('seen.organisation_id', '=', bodyId)
    .orderBy('seen.witnessed_on', 'desc')
    .limit(most)
    .execute();
  return z.array(witnessed).parse(rows);
}

/** Audits somebody took part in for this body, the latest first: where they may have been watched. */
export const listAuditsOf = (db: Kysely<Database>, accountId: string, bodyId: string) =>
  db
    .selectFrom('audit_team_member as member')
    .innerJoin('audit', 'audit.id', 'member.audit_id')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .select([
      'audit.id',
      'audit.reference',
      'organisation.name as recruiter',
      'audit.started_at as startedAt',
    ])
    .where('member.account_id', '=', accountId)
    .where('audit.audit_body_id', '=', bodyId)
    .where('audit.started_at', 'is not', null)
    .orderBy('audit.started_at', 'desc')
    .limit(most)
    .execute();

/** Codes and titles of the principles of the scheme's latest version. */
export const listPrincipleTitles = (db: Kysely<Database>) =>
  db
    .selectFrom('principle')
    .select(['principle.code', 'principle.title'])
    .where('principle.scheme_version_id', '=', (from) =>
      from
        .selectFrom('scheme_version')
        .select('scheme_version.id')
        .where('scheme_version.published_at', 'is not', null)
        .orderBy('scheme_version.published_at', 'desc')
        .limit(1),
    )
    .orderBy('principle.position')
    .execute();
