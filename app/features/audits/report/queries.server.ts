import type { Kysely } from 'kysely';
import { z } from 'zod';

import { grades, gradingInWords } from '#app/features/scheme/model.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import type { Database } from '#db/client.server.ts';

import { reasonsOfGrade } from '../findings/grading/reasons.server.ts';
import { progressShape, remedyProgress } from '../remedy/progress.server.ts';
import {
  commentOutcomes,
  reportParts,
  type Comment,
  type Draft,
  type ReportFinding,
  type WithdrawnFinding,
} from './model.ts';

/** What is written so far. */
export const findDraft = (db: Kysely<Database>, auditId: string): Promise<Draft | undefined> =>
  db
    .selectFrom('audit_report_draft')
    .select(['summary', 'scope', 'method', 'sample', 'strengths', 'not_seen as notSeen'])
    .select(['public_summary as publicSummary', 'revision'])
    .where('audit_id', '=', auditId)
    .executeTakeFirst();

const graded = z.enum(grades);

/** The findings a report tells: all that were not withdrawn, whether issued or not yet. */
export async function listReportFindings(db: Kysely<Database>, auditId: string): Promise<ReportFinding[]> {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.scheme_version_id', '=', 'finding.scheme_version_id')
        .onRef('indicator.code', '=', 'finding.indicator_code'),
    )
    .select(['finding.id', 'finding.number', 'finding.indicator_code as indicatorCode', 'finding.grade'])
    .select(['indicator.requirement', 'finding.state', 'finding.statement', 'finding.evidence'])
    .select(remedyProgress)
    // Its recruiter reads it: what the body's people wrote to each other stays with them.
    .select(reasonsOfGrade(false))
    .select('indicator.default_grade as defaultGrade')
    .where('finding.audit_id', '=', auditId)
    .where('finding.state', '<>', 'withdrawn')
    .orderBy('finding.number')
    .execute();
  return rows.map(({ progress, defaultGrade, gradedBecause, ...row }) => ({
    ...row,
    grade: graded.parse(row.grade),
    grading: gradingInWords({
      ...{ grade: graded.parse(row.grade), defaultGrade: graded.parse(defaultGrade), gradedBecause },
    }),
    progress: progressShape.parse(progress),
  }));
}

/** Those that were withdrawn: whoever reads the report sees that there were more. */
export async function listWithdrawn(db: Kysely<Database>, auditId: string): Promise<WithdrawnFinding[]> {
  const rows = await db
    .selectFrom('finding')
    .leftJoin('account', 'account.id', 'finding.withdrawn_by')
    .select(['finding.number', 'finding.indicator_code as indicatorCode', 'finding.grade'])
    .select(['finding.withdrawal_reason as reason', 'account.name as by'])
    .where('finding.audit_id', '=', auditId)
    .where('finding.state', '=', 'withdrawn')
    .orderBy('finding.number')
    .limit(200)
    .execute();
  return rows.map(({ reason, ...row }) => ({ ...row, grade: graded.parse(row.grade), reason: reason ?? '' }));
}

const commentShape = z.object({
  id: z.string(),
  part: z.enum(reportParts).nullable(),
  findingId: z.string().nullable(),
  findingNumber: z.number().nullable(),
  comment: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
  outcome: z.enum(commentOutcomes).nullable(),
  answer: z.string().nullable(),
});

/** Parts as columns are named. */
const partOf: Record<string, string> = { not_seen: 'notSeen', public_summary: 'publicSummary' };
export const columnOf = (part: string) => part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the recruiter said about the facts, in the order it was said. */
export async function listComments(db: Kysely<Database>, auditId: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('fact_check_comment as said')
    .innerJoin('account', 'account.id', 'said.made_by')
    .leftJoin('finding', 'finding.id', 'said.finding_id')
    .select(['said.id', 'said.section', 'said.finding_id as findingId', 'finding.number as findingNumber'])
    .select(['said.comment', 'said.made_at as madeAt', 'account.name as madeBy'])
    .select(['said.outcome', 'said.answer'])
    .where('said.audit_id', '=', auditId)
    .orderBy('said.position')
    .execute();
  return rows.map(({ section, ...row }) =>
    commentShape.parse({ ...row, part: section && (partOf[section] ?? section) }),
  );
}

export const findComment = async (db: Kysely<Database>, auditId: string, id: string) =>
  (await listComments(db, auditId)).find((comment) => comment.id === id);

/** The clocks of audits of a scheme version. */
export async function auditClocksOf(db: Kysely<Database>, versionId: string) {
  const { terms } = await db
    .selectFrom('scheme_version')
    .select('terms')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  return termsOf(terms).clocks.audits;
}
