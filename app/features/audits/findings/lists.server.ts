import type { Kysely } from 'kysely';

import { grades, type Grade } from '#app/features/scheme/model.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Actor, Auditor, Decider, Officer, Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { progressShape, remedyProgress } from '../remedy/progress.server.ts';
import { findingStates, type FindingState } from './model.ts';
import { findingRows, toFinding, visibleFindings } from './queries.server.ts';
import { clockOf } from './rules.ts';

const perPage = 25;
/** More than one audit has ever had. */
const mostOfOne = 200;

type Reader = Scope<Auditor | Reviewer | Recruiter | Officer | Decider>;

type FindingFilter = { state: string; grade: string; overdue: boolean; page: number };

const isState = (text: string): text is FindingState => findingStates.some((state) => state === text);
const isGrade = (text: string): text is Grade => grades.some((grade) => grade === text);

/** Findings in the actor's sight, what is due soonest first. */
export async function listFindings(scope: Reader, { state, grade, overdue, page }: FindingFilter) {
  const today = dayOf(scope.now);
  const matching = findingRows(scope.db, scope)
    .$if(isState(state), (query) => query.where('finding.state', '=', state))
    .$if(state === '', (query) => query.where('finding.state', 'not in', ['closed', 'withdrawn']))
    .$if(isGrade(grade), (query) => query.where('finding.grade', '=', grade))
    .$if(overdue, (query) => query.where('finding.due_on', '<', today));
  const [rows, { count }] = await Promise.all([
    matching
      .select(remedyProgress)
      .orderBy('finding.due_on', (order) => order.asc().nullsLast())
      .orderBy('finding.raised_at', 'desc')
      .orderBy('finding.number')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    matching
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  const findings = rows.map((row) => toListed(row, today));
  return { findings, count, pages: pagesOf(count, perPage) };
}

type Row = Awaited<ReturnType<ReturnType<typeof findingRows>['execute']>>[number];

function toListed(row: Row & { progress: unknown }, today: string) {
  const finding = toFinding(row);
  const { id, auditReference, number, indicatorCode, grade, state } = finding;
  const { recruiter, requirement, statement } = row;
  const listed = { id, auditReference, number, indicatorCode, grade, state };
  const progress = progressShape.parse(row.progress);
  return { ...listed, recruiter, requirement, statement, progress, clock: clockOf(finding, today) };
}

/** One audit's findings by number; the actor's sight applies here as well. */
export async function listFindingsOfAudit(
  { db, actor, now }: Reader,
  auditId: string,
  indicatorCode?: string,
) {
  const rows = await findingRows(db, { actor, now })
    .select(remedyProgress)
    .where('finding.audit_id', '=', auditId)
    .$if(indicatorCode !== undefined, (query) =>
      query.where('finding.indicator_code', '=', indicatorCode ?? ''),
    )
    .orderBy('finding.number')
    .limit(mostOfOne)
    .execute();
  return rows.map((row) => toListed(row, dayOf(now)));
}

/** Open findings in the actor's sight: a row for each principle of the current standard, a cell for each grade. */
export async function findingsByPrinciple({ db, actor }: Reader) {
  const [principles, counts] = await Promise.all([currentPrinciples(db), countOpenFindings(db, actor)]);
  return principles.map(({ code, title }) => ({
    label: `${code} ${title}`,
    cells: grades.map((grade) => counts.find((row) => row.code === code && row.grade === grade)?.count ?? 0),
  }));
}

const countOpenFindings = (db: Kysely<Database>, actor: Actor) =>
  visibleFindings(db, actor)
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.scheme_version_id', '=', 'finding.scheme_version_id')
        .onRef('indicator.code', '=', 'finding.indicator_code'),
    )
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.scheme_version_id', '=', 'indicator.scheme_version_id')
        .onRef('criterion.code', '=', 'indicator.criterion_code'),
    )
    .where('finding.state', 'not in', ['closed', 'withdrawn'])
    .select(({ fn }) => [
      'criterion.principle_code as code',
      'finding.grade',
      fn.countAll<number>().as('count'),
    ])
    .groupBy(['criterion.principle_code', 'finding.grade'])
    .execute();

const currentPrinciples = (db: Kysely<Database>) =>
  db
    .selectFrom('principle')
    .select(['code', 'title'])
    .where('scheme_version_id', '=', (where) =>
      where
        .selectFrom('scheme_version')
        .select('id')
        .where('published_at', 'is not', null)
        .orderBy('published_at', 'desc')
        .limit(1),
    )
    .orderBy('position')
    .execute();
