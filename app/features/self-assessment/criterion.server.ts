import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { attemptsOf, scoreColumns, scoreShape, toAttempt } from './queries.server.ts';

const partShape = z.object({
  principleCode: z.string(),
  principle: z.string(),
  code: z.string(),
  title: z.string(),
  open: z.number(),
});
const indicatorShape = z
  .object({
    code: z.string(),
    requirement: z.string(),
    revision: z.number().nullable(),
    scoredAt: z.coerce.date().nullable(),
    scoredBy: z.string().nullable(),
    evidence: z.number(),
  })
  .transform((shape) => ({ ...shape, revision: shape.revision ?? 0 }));

/** Raw: how many of a criterion's indicators have no whole answer yet, beside the criterion itself. */
const openCount = sql<number>`(select count(*)::int from indicator i
  left join self_assessment_score s on s.self_assessment_id = self_assessment.id and s.indicator_code = i.code
  where i.scheme_version_id = criterion.scheme_version_id and i.criterion_code = criterion.code
    and s.not_applicable_reason is null
    and num_nonnulls(s.policies, s.communication, s.skills, s.monitoring, s.improvement) < 5)`;

/** An own attempt with every criterion and what is open in each: one query. */
const withParts = ({ db, actor }: Scope<Recruiter>, attempt: number) =>
  attemptsOf(db, actor.organisationId)
    .where('attempt', '=', attempt)
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('criterion')
          .innerJoin('principle', (join) =>
            join
              .onRef('principle.scheme_version_id', '=', 'criterion.scheme_version_id')
              .onRef('principle.code', '=', 'criterion.principle_code'),
          )
          .select(['criterion.code', 'criterion.title', 'principle.code as principleCode'])
          .select(['principle.title as principle', openCount.as('open')])
          .whereRef('criterion.scheme_version_id', '=', 'self_assessment.scheme_version_id')
          .orderBy('criterion.position'),
      ).as('parts'),
    );

const numberOf = (attempt: string) => (/^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : 0);

/** How far an attempt has come, criterion by criterion. */
export async function findProgress(scope: Scope<Recruiter>, attempt: string) {
  const row = await withParts(scope, numberOf(attempt)).executeTakeFirst();
  return row && { ...toAttempt(row), parts: z.array(partShape).parse(row.parts) };
}

/** One criterion of an attempt with its indicators and answers, and the list of all criteria beside it: one query. */
export async function findCriterion(scope: Scope<Recruiter>, attempt: string, code: string) {
  const row = await withParts(scope, numberOf(attempt))
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('indicator')
          .leftJoin('self_assessment_score as score', (join) =>
            join
              .onRef('score.self_assessment_id', '=', 'self_assessment.id')
              .onRef('score.indicator_code', '=', 'indicator.code'),
          )
          .leftJoin('account', 'account.id', 'score.scored_by')
          .select(['indicator.code', 'indicator.requirement', 'score.revision'])
          .select(['score.scored_at as scoredAt', 'account.name as scoredBy'])
          .select(scoreColumns)
          .select((own) =>
            own
              .selectFrom('self_assessment_evidence as evidence')
              .select(({ fn }) => fn.countAll<number>().as('count'))
              .whereRef('evidence.self_assessment_id', '=', 'self_assessment.id')
              .whereRef('evidence.indicator_code', '=', 'indicator.code')
              .as('evidence'),
          )
          .whereRef('indicator.scheme_version_id', '=', 'self_assessment.scheme_version_id')
          .where('indicator.criterion_code', '=', code)
          .orderBy('indicator.position'),
      ).as('indicators'),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const parts = z.array(partShape).parse(row.parts);
  const criterion = parts.find((part) => part.code === code);
  const indicators = row.indicators.map((own) => ({
    ...indicatorShape.parse(own),
    answer: scoreShape.parse(own),
  }));
  return criterion && { ...toAttempt(row), parts, criterion, indicators };
}
