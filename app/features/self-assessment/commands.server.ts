import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { CriterionForm, SentIndicator, StartForm } from './forms.ts';
import { unanswered, type Answer, type Attempt } from './model.ts';
import { onOwnAttempt } from './on-own-attempt.server.ts';
import { attemptsOf, scoreColumns, scoreShape, toAttempt } from './queries.server.ts';
import * as rules from './rules.ts';

/** Begins an attempt under the current scheme version, blank or with the last one's answers; one is open at a time. */
export function startSelfAssessment({ db, actor, now }: Scope<Recruiter>, { from }: StartForm) {
  return db.transaction().execute(async (trx) => {
    const { organisationId, accountId } = actor;
    // The organisation's row is the lock: two clicks at once begin one attempt.
    await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .forUpdate()
      .executeTakeFirst();
    const row = await attemptsOf(trx, organisationId).orderBy('attempt', 'desc').limit(1).executeTakeFirst();
    const last = row && toAttempt(row);
    if (last && last.completedAt === null) return refuse('already_begun');
    const versionId = await currentVersion(trx);
    const attempt = (last?.attempt ?? 0) + 1;
    const { id } = await trx
      .insertInto('self_assessment')
      .values({
        organisation_id: organisationId,
        scheme_version_id: versionId,
        attempt,
        started_at: now,
        started_by: accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (from === 'last' && last) await takeOver(trx, last.id, { id, versionId });
    await recordEvent(
      trx,
      { actor, now, subject: id, related: [organisationId] },
      'self_assessment.started',
      {
        attempt,
      },
    );
    return ok({ attempt });
  });
}

async function currentVersion(trx: Transaction<Database>) {
  const { id } = await trx
    .selectFrom('scheme_version')
    .select('id')
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

/** Answers of the last attempt to the indicators that are still asked, with their authors and times. */
const takeOver = (trx: Transaction<Database>, from: string, to: { id: string; versionId: string }) =>
  trx
    .insertInto('self_assessment_score')
    .columns(['self_assessment_id', 'scheme_version_id', ...copied.map((column) => column), 'revision'])
    .expression((query) =>
      query
        .selectFrom('self_assessment_score')
        .innerJoin('indicator', (join) =>
          join
            .onRef('indicator.code', '=', 'self_assessment_score.indicator_code')
            .on('indicator.scheme_version_id', '=', to.versionId),
        )
        .select(({ val }) => [val(to.id).as('id'), 'indicator.scheme_version_id'])
        .select(copied.map((column) => `self_assessment_score.${column}` as const))
        .select(({ lit }) => lit(1).as('revision'))
        .where('self_assessment_id', '=', from),
    )
    .execute();

const copied = [
  'indicator_code',
  'policies',
  'communication',
  'skills',
  'monitoring',
  'improvement',
  'not_applicable_reason',
  'comment',
  'scored_at',
  'scored_by',
] as const;

/**
 * Saves what somebody answered for some indicators. What two people answered differently at the same time is not
 * written: it comes back by its code, for one of them to choose. No event: the row names its last author.
 */
export const scoreIndicators = (scope: Scope<Recruiter>, attempt: string, { indicators }: CriterionForm) =>
  onOwnAttempt(scope, attempt, async (trx, current) => {
    const allowed = rules.change(current);
    if (!allowed.ok) return allowed;
    const standing = await standingOf(
      trx,
      current,
      indicators.map(({ code }) => code),
    );
    if (standing.size < indicators.length) return refuse('not_found');
    const met = indicators.map((sent) => {
      const now = standing.get(sent.code) ?? { answer: unanswered, revision: 0 };
      const { kind } = rules.meet({
        mine: sent.answer,
        seen: sent.seen,
        seenRevision: sent.revision,
        standing: now.answer,
        revision: now.revision,
      });
      return { sent, kind, revision: now.revision + 1 };
    });
    await write(
      trx,
      { ...scope, current },
      met.filter(({ kind }) => kind === 'write'),
    );
    return ok({ conflicts: met.filter(({ kind }) => kind === 'conflict').map(({ sent }) => sent.code) });
  });

async function standingOf(trx: Transaction<Database>, current: Attempt, codes: readonly string[]) {
  const rows = await trx
    .selectFrom('indicator')
    .leftJoin('self_assessment_score as score', (join) =>
      join
        .onRef('score.indicator_code', '=', 'indicator.code')
        .on('score.self_assessment_id', '=', current.id),
    )
    .select(['indicator.code', 'score.revision'])
    .select(scoreColumns)
    .where('indicator.scheme_version_id', '=', current.schemeVersionId)
    .where('indicator.code', 'in', codes)
    .execute();
  return new Map(
    rows.map((row): [string, { answer: Answer; revision: number }] => [
      row.code,
      { answer: row.revision === null ? unanswered : scoreShape.parse(row), revision: row.revision ?? 0 },
    ]),
  );
}

type Writing = Scope<Recruiter> & { current: Attempt };

/** All of them in one statement. */
async function write(
  trx: Transaction<Database>,
  { actor, now, current }: Writing,
  answers: readonly { sent: SentIndicator; revision: number }[],
) {
  if (answers.length === 0) return;
  await trx
    .insertInto('self_assessment_score')
    .values(
      answers.map(({ sent: { code, answer }, revision }) => ({
        self_assessment_id: current.id,
        scheme_version_id: current.schemeVersionId,
        indicator_code: code,
        ...answer.scores,
        not_applicable_reason: answer.notApplicableReason,
        comment: answer.comment,
        revision,
        scored_at: now,
        scored_by: actor.accountId,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['self_assessment_id', 'indicator_code'])
        .doUpdateSet(({ ref }) =>
          Object.fromEntries(said.map((column) => [column, ref(`excluded.${column}`)])),
        ),
    )
    .execute();
}

const said = [
  'policies',
  'communication',
  'skills',
  'monitoring',
  'improvement',
  'not_applicable_reason',
  'comment',
  'revision',
  'scored_at',
  'scored_by',
] as const;

/** Completes an attempt: from now on it stands as it is, for the recruiter and for whoever reviews its application. */
export const completeSelfAssessment = (scope: Scope<Recruiter>, attempt: string) =>
  onOwnAttempt(scope, attempt, async (trx, current) => {
    const { actor, now } = scope;
    const outcome = rules.complete(current, await countOpen(trx, current), now);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('self_assessment')
      .set({ completed_at: now, completed_by: actor.accountId })
      .where('id', '=', current.id)
      .execute();
    await recordEvent(
      trx,
      { actor, now, subject: current.id, related: [current.organisationId] },
      'self_assessment.completed',
      { attempt: current.attempt },
    );
    return outcome;
  });

/** The indicators of the attempt's version without a whole answer. */
async function countOpen(trx: Transaction<Database>, { id, schemeVersionId }: Attempt) {
  const rows = await trx
    .selectFrom('indicator')
    .leftJoin('self_assessment_score as score', (join) =>
      join.onRef('score.indicator_code', '=', 'indicator.code').on('score.self_assessment_id', '=', id),
    )
    .select('score.revision')
    .select(scoreColumns)
    .where('indicator.scheme_version_id', '=', schemeVersionId)
    .execute();
  return rows.filter((row) => !rules.isWhole(scoreShape.parse(row))).length;
}
