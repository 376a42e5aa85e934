import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import type { Recruiter } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { elements, type Answer, type AnsweredIndicator, type Attempt } from './model.ts';

const begun = {
  id: z.string(),
  organisationId: z.string(),
  schemeVersionId: z.string(),
  attempt: z.number(),
  startedAt: z.coerce.date(),
};
const attemptShape = z.union([
  z.object({ ...begun, completedAt: z.null() }),
  z.object({ ...begun, completedAt: z.coerce.date() }),
]);

const columns = [
  'self_assessment.id',
  'self_assessment.organisation_id as organisationId',
  'self_assessment.scheme_version_id as schemeVersionId',
  'self_assessment.attempt',
  'self_assessment.started_at as startedAt',
  'self_assessment.completed_at as completedAt',
] as const;

export const toAttempt = (row: unknown): Attempt => attemptShape.parse(row);

/** What stands in an address need not be a number that PostgreSQL can hold. */
const isNumber = (attempt: string) => /^[1-9]\d{0,5}$/.test(attempt);

export const attemptsOf = (db: Kysely<Database>, organisationId: string) =>
  db
    .selectFrom('self_assessment')
    .select(columns)
    .where('self_assessment.organisation_id', '=', organisationId);

/** Call it first in every command: whoever scores or completes the same attempt waits here. */
export async function lockOwnAttempt(
  trx: Transaction<Database>,
  { organisationId }: Recruiter,
  attempt: string,
) {
  if (!isNumber(attempt)) return undefined;
  const row = await attemptsOf(trx, organisationId)
    .where('attempt', '=', Number(attempt))
    .forUpdate()
    .executeTakeFirst();
  return row && toAttempt(row);
}

/** The latest attempts of an organisation, with how far each has come. Ask only with an id found in the actor's scope. */
export async function listAttempts(db: Kysely<Database>, organisationId: string, most = 12) {
  const rows = await attemptsOf(db, organisationId)
    .select((from) => [
      from
        .selectFrom('indicator')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('indicator.scheme_version_id', '=', 'self_assessment.scheme_version_id')
        .as('indicators'),
      from
        .selectFrom('self_assessment_score as score')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('score.self_assessment_id', '=', 'self_assessment.id')
        .where(wholeScore)
        .as('whole'),
    ])
    .orderBy('attempt', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ indicators, whole, ...row }) => ({
    ...toAttempt(row),
    indicators: indicators ?? 0,
    whole: whole ?? 0,
  }));
}

/** Raw: counting what is not null in a row has no builder. */
const wholeScore = sql<boolean>`(score.not_applicable_reason is not null
  or num_nonnulls(score.policies, score.communication, score.skills, score.monitoring, score.improvement) = 5)`;

const maturity = z.literal([0, 1, 2, 3, 4]).nullable();

export const scoreShape = z
  .object({
    policies: maturity,
    communication: maturity,
    skills: maturity,
    monitoring: maturity,
    improvement: maturity,
    reason: z.string().nullable(),
    comment: z.string().nullable(),
  })
  .transform(({ reason, comment, ...scores }): Answer => ({ scores, notApplicableReason: reason, comment }));

export const scoreColumns = [
  ...elements.map((element) => `score.${element}` as const),
  'score.not_applicable_reason as reason',
  'score.comment',
] as const;

const placeShape = z.object({
  principleCode: z.string(),
  criterionCode: z.string(),
  code: z.string(),
  requirement: z.string(),
  attempt: z.number(),
});

/** Every indicator of the attempts' scheme versions, in order, as each attempt answered it. */
export async function listAnswers(db: Kysely<Database>, attemptIds: readonly string[]) {
  if (attemptIds.length === 0) return [];
  const rows = await db
    .selectFrom('self_assessment')
    .innerJoin('indicator', 'indicator.scheme_version_id', 'self_assessment.scheme_version_id')
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.scheme_version_id', '=', 'indicator.scheme_version_id')
        .onRef('criterion.code', '=', 'indicator.criterion_code'),
    )
    .leftJoin('self_assessment_score as score', (join) =>
      join
        .onRef('score.self_assessment_id', '=', 'self_assessment.id')
        .onRef('score.indicator_code', '=', 'indicator.code'),
    )
    .select(['self_assessment.attempt', 'criterion.principle_code as principleCode'])
    .select(['criterion.code as criterionCode', 'indicator.code', 'indicator.requirement'])
    .select(scoreColumns)
    .where('self_assessment.id', 'in', attemptIds)
    .orderBy('self_assessment.attempt')
    .orderBy('indicator.position')
    .execute();
  return rows.map((row) => ({ ...placeShape.parse(row), answer: scoreShape.parse(row) }));
}
export type ListedAnswer = AnsweredIndicator & { attempt: number; requirement: string };

/** Titles of the parts of a version's standard, in order. */
export async function listParts(db: Kysely<Database>, versionId: string) {
  const [principles, criteria] = await Promise.all([
    db
      .selectFrom('principle')
      .select(['code', 'title'])
      .where('scheme_version_id', '=', versionId)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('criterion')
      .select(['code', 'title', 'principle_code as principleCode'])
      .where('scheme_version_id', '=', versionId)
      .orderBy('position')
      .execute(),
  ]);
  return { principles, criteria };
}
