import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Actor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { correctedGrades, turns, type Period, type Whose } from './model.ts';
import { burnDown, heatOf, pointsOf } from './rules.ts';

/**
 * Whose findings somebody may see counted: numbers name nobody, so the people of an audit body see those of their whole
 * body; a recruiter sees its own, once they were told.
 */
const counted = (db: Kysely<Database>, actor: Actor, whose: Whose) =>
  db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .where('finding.state', '<>', 'withdrawn')
    .$if(whose.of === 'audit', (query) => query.where('finding.audit_id', '=', idOf(whose)))
    .$if(whose.of === 'recruiter', (query) => query.where('finding.organisation_id', '=', idOf(whose)))
    .$if(whose.of === 'body', (query) => query.where('audit.audit_body_id', '=', idOf(whose)))
    .where((where) => {
      switch (actor.kind) {
        case 'officer':
          return where.val(true);
        case 'decider':
          // The database answers: whoever has not declared on its matter counts nothing of an application, nobody what is not told.
          return sql<boolean>`(finding.issued_at is not null
            and finding.application_id in (select panel_reads(${actor.accountId}::uuid)))`;
        case 'auditor':
        case 'reviewer':
          return where('audit.audit_body_id', '=', actor.organisationId);
        case 'recruiter':
          return where.and([
            where('finding.organisation_id', '=', actor.organisationId),
            where('finding.issued_at', 'is not', null),
          ]);
        default:
          return where.val(false);
      }
    });

const idOf = (whose: Whose) => (whose.of === 'scheme' ? '' : whose.id);

const heatRow = z.object({
  code: z.string(),
  title: z.string(),
  grade: z.enum(grades).nullable(),
  count: z.number(),
});

type Asked = Pick<Scope, 'db' | 'actor' | 'now'>;

/** Findings raised in a period: a row for each principle of the standard, a cell for each grade. One question. */
export async function findingHeat({ db, actor }: Asked, whose: Whose, period: Period) {
  const rows = await db
    .selectFrom('principle')
    .leftJoin(countByPrinciple(db, actor, whose, period).as('found'), 'found.code', 'principle.code')
    .select(['principle.code', 'principle.title', 'found.grade'])
    .select(({ fn, val }) => fn.coalesce('found.count', val(0)).as('count'))
    .where('principle.scheme_version_id', '=', (where) =>
      where
        .selectFrom('scheme_version')
        .select('id')
        .where('published_at', 'is not', null)
        .$if(whose.of === 'audit', (query) =>
          query.where('id', '=', whose.of === 'audit' ? whose.schemeVersionId : ''),
        )
        .orderBy('published_at', 'desc')
        .limit(1),
    )
    .orderBy('principle.position')
    .execute();
  return heatOf(z.array(heatRow).parse(rows));
}

const countByPrinciple = (db: Kysely<Database>, actor: Actor, whose: Whose, { from, until }: Period) =>
  counted(db, actor, whose)
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
    .$if(whose.of !== 'audit', (query) =>
      query.where('finding.raised_at', '>=', startOf(from)).where('finding.raised_at', '<=', endOf(until)),
    )
    .select(['criterion.principle_code as code', 'finding.grade'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['criterion.principle_code', 'finding.grade']);

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);
const endOf = (day: string) => new Date(`${day}T23:59:59.999Z`);

const turnRow = z.object({
  point: z.number(),
  grade: z.enum(correctedGrades),
  turn: z.enum(turns),
  count: z.number(),
});

/** Corrective actions open over time. One question; its answer is at most one row a point, grade and turn. */
export async function openOverTime({ db, actor, now }: Asked, whose: Whose, period: Period) {
  const today = dayOf(now);
  const points = pointsOf(period, today);
  const rows = await counted(db, actor, whose)
    // The days of what happened to each, side by side; a builder has no list of values.
    .innerJoin(turnsOf(points).as('happened'), (join) => join.onTrue())
    .where('finding.grade', 'in', [...correctedGrades])
    .where('finding.issued_at', '<=', endOf(points.at(-1) ?? today))
    .select(['happened.point', 'finding.grade', 'happened.turn'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['happened.point', 'finding.grade', 'happened.turn'])
    .execute();
  return burnDown(z.array(turnRow).parse(rows), points, today);
}

// Lateral values and the first point that is not before a day: neither has a word in the builder.
const turnsOf = (points: readonly string[]) => sql<{ turn: string; point: number }>`lateral (
  select what.turn, (select min(place)::integer - 1 from unnest(${sql.val([...points])}::date[]) with ordinality as point(day, place)
    where point.day >= what.on_day) as point
  from (select (finding.issued_at at time zone 'UTC')::date as opened_on,
    (finding.closed_at at time zone 'UTC')::date as ended_on) as days
  cross join lateral (values ('opened', opened_on), ('ended', ended_on), ('due', finding.close_due_on),
    ('late', case when ended_on is null or ended_on > finding.close_due_on then finding.close_due_on + 1 end),
    ('mended', case when ended_on > finding.close_due_on then ended_on end)) as what(turn, on_day)
  where what.on_day is not null and what.on_day <= ${points.at(-1) ?? null}::date)`;
