import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Database } from '#db/client.server.ts';

import { citeInterviews } from './rules.ts';
import { interviewOutcomes, sexes, ways, workerStages } from './model.ts';

const shape = z.object({
  id: z.string(),
  pseudonym: z.string(),
  corridor: z.string(),
  sector: z.string(),
  sex: z.enum(sexes),
  stage: z.enum(workerStages),
  reached: z.enum(ways),
  outcome: z.enum(interviewOutcomes),
  // Numbers of groups of the sample plan, and what it calls them.
  employer: z.number().nullable(),
  subAgent: z.number().nullable(),
  employerName: z.string().nullable(),
  subAgentName: z.string().nullable(),
});

const interviews = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('worker_interview')
    .select(['id', 'pseudonym', 'corridor', 'sector', 'sex', 'stage', 'reached', 'outcome'])
    .select(['employer', 'sub_agent as subAgent'])
    .select((from) => [
      groupOf(from, 'employer').as('employerName'),
      groupOf(from, 'sub_agent').as('subAgentName'),
    ])
    .where('audit_id', '=', auditId);

type From = ExpressionBuilder<Database, 'worker_interview'>;
const groupOf = (from: From, dimension: 'employer' | 'sub_agent') =>
  from
    .selectFrom('audit_sample_stratum as stratum')
    .innerJoin('audit', 'audit.sample_plan_id', 'stratum.sample_plan_id')
    .select('stratum.name')
    .whereRef('audit.id', '=', 'worker_interview.audit_id')
    .where('stratum.dimension', '=', dimension)
    .whereRef('stratum.position', '=', `worker_interview.${dimension}`);

/** By their keys. Ask only with an audit that was found by somebody on its team. */
export const listInterviews = async (db: Kysely<Database>, auditId: string) =>
  z.array(shape).parse(
    await interviews(db, auditId)
      .orderBy(sql`length(pseudonym)`)
      .orderBy('pseudonym')
      .execute(),
  );

/** One of this audit and no other. */
export async function findInterview(db: Kysely<Database>, auditId: string, id: string) {
  const row = await interviews(db, auditId)
    .select(['identity', 'identity_destroyed_at as destroyedAt'])
    .where(isId('id', id))
    .executeTakeFirst();
  return row && { ...shape.parse(row), identity: row.identity, destroyedAt: row.destroyedAt };
}

/** The notes that stand, sealed. */
export const findNotes = (db: Kysely<Database>, interviewId: string) =>
  db
    .selectFrom('worker_interview_notes')
    .innerJoin('account', 'account.id', 'written_by')
    .select(['revision', 'notes', 'written_at as at', 'account.name as by'])
    .where('interview_id', '=', interviewId)
    .orderBy('revision', 'desc')
    .executeTakeFirst();

/** One wording of them, sealed. */
export const findNotesOf = (db: Kysely<Database>, interviewId: string, revision: number) =>
  db
    .selectFrom('worker_interview_notes')
    .select('notes')
    .where('interview_id', '=', interviewId)
    .where('revision', '=', revision)
    .executeTakeFirst();

/** Who opened it, newest first. */
export const listReadings = (db: Kysely<Database>, interviewId: string) =>
  db
    .selectFrom('worker_interview_reading')
    .innerJoin('account', 'account.id', 'account_id')
    .select(['read_at as at', 'account.name as by'])
    .where('interview_id', '=', interviewId)
    .orderBy('read_at', 'desc')
    .limit(50)
    .execute();

const aBatch = 200;

/** Audits that ended and still know who somebody was. */
export async function listKnowing(db: Kysely<Database>, after: string) {
  const rows = await db
    .selectFrom('audit')
    .select('audit.id')
    .where('audit.id', '>', after)
    .where(endedAt, 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('worker_interview')
          .select('worker_interview.id')
          .whereRef('worker_interview.audit_id', '=', 'audit.id')
          .where('worker_interview.identity', 'is not', null),
      ),
    )
    .orderBy('audit.id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

/** The day an audit ended, and for how many days it may know afterwards. */
export async function findTermOfKnowing(db: Kysely<Database>, auditId: string) {
  const { terms, ended } = await db
    .selectFrom('audit')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .select('scheme_version.terms')
    .select(endedAt.as('ended'))
    .where('audit.id', '=', auditId)
    .executeTakeFirstOrThrow();
  return { endedOn: ended && dayOf(ended), days: termsOf(terms).clocks.audits.interviewIdentityDays };
}

/** The builder has no expression that stands by itself in two queries. */
const endedAt = sql<Date | null>`coalesce(audit.reviewed_at, audit.closed_at, audit.aborted_at)`;

/** Whether what a text cites was heard in this audit. */
export async function checkCited(db: Kysely<Database>, auditId: string, ...texts: string[]) {
  const rows = await db
    .selectFrom('worker_interview')
    .select('pseudonym')
    .where('audit_id', '=', auditId)
    .execute();
  return citeInterviews(
    texts.join('\n'),
    rows.map(({ pseudonym }) => pseudonym),
  );
}

/** The findings and indicators that name a worker by the key; the database keeps it beside their words. */
export async function listNamedIn(db: Kysely<Database>, interviewId: string) {
  const rows = await db
    .selectFrom('interview_reference as named')
    .leftJoin('finding', 'finding.id', 'named.finding_id')
    .select(['named.id', 'named.indicator_code as code', 'finding.id as findingId', 'finding.number'])
    .where('named.interview_id', '=', interviewId)
    .orderBy('finding.number')
    .orderBy('named.indicator_code')
    .limit(200)
    .execute();
  return rows.map(({ id, code, findingId, number }) => ({ id, code, findingId, number }));
}
