import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import { dimensions } from './sample.ts';

const days = z.coerce.number();
const calculation = z.object({
  ...{ id: z.string(), number: z.number(), formula: z.string() },
  ...{ effectiveStaff: z.number(), extraBranches: z.number(), corridors: z.number(), interviews: z.number() },
  ...{ highRiskTiers: z.number(), reductionPercent: z.number(), reductionReason: z.string().nullable() },
  ...{ offSiteDays: days, fullDays: days, initialDays: days, totalDays: days },
  ...{ at: z.date(), by: z.string() },
});

/** The latest of an audit: what a plan made now refers to. */
export async function findCalculation(db: Kysely<Database>, auditId: string, id?: string | null) {
  const row = await db
    .selectFrom('audit_day_calculation as made')
    .innerJoin('account', 'account.id', 'made.calculated_by')
    .select(['made.id', 'made.number', 'made.formula', 'made.effective_staff as effectiveStaff'])
    .select(['made.extra_branches as extraBranches', 'made.corridors', 'made.interviews'])
    .select(['made.high_risk_tiers as highRiskTiers', 'made.reduction_percent as reductionPercent'])
    .select(['made.reduction_reason as reductionReason', 'made.off_site_days as offSiteDays'])
    .select([
      'made.full_days as fullDays',
      'made.initial_days as initialDays',
      'made.total_days as totalDays',
    ])
    .select(['made.calculated_at as at', 'account.name as by'])
    .where('made.audit_id', '=', auditId)
    .$if(typeof id === 'string', (query) => query.where('made.id', '=', id ?? null))
    .orderBy('made.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && calculation.parse(row);
}

const stratum = z.object({
  dimension: z.enum(dimensions),
  name: z.string(),
  position: z.number(),
  workers: z.number(),
  interviews: z.number(),
});
const samplePlan = z.object({
  ...{ id: z.string(), number: z.number(), formula: z.string(), population: z.number(), target: z.number() },
  ...{
    leftOut: z.string().nullable(),
    withoutHelp: z.number(),
    at: z.date(),
    by: z.string(),
    strata: z.array(stratum),
  },
});

export async function findSamplePlan(db: Kysely<Database>, auditId: string, id?: string | null) {
  const row = await db
    .selectFrom('audit_sample_plan as made')
    .innerJoin('account', 'account.id', 'made.calculated_by')
    .select(['made.id', 'made.number', 'made.formula', 'made.population', 'made.target'])
    .select('made.left_out as leftOut')
    .select(['made.without_help as withoutHelp', 'made.calculated_at as at', 'account.name as by'])
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('audit_sample_stratum as stratum')
          .select(['stratum.dimension', 'stratum.name', 'stratum.workers', 'stratum.interviews'])
          .select('stratum.position')
          .whereRef('stratum.sample_plan_id', '=', 'made.id')
          .orderBy('stratum.position'),
      ).as('strata'),
    )
    .where('made.audit_id', '=', auditId)
    .$if(typeof id === 'string', (query) => query.where('made.id', '=', id ?? null))
    .orderBy('made.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && samplePlan.parse(row);
}

/** What the plan of an audit rests on; before it is planned, what was reckoned last. */
export async function findGround(db: Kysely<Database>, auditId: string) {
  const plan = await db
    .selectFrom('audit')
    .select(['day_calculation_id as daysId', 'sample_plan_id as sampleId', 'planned_at as plannedAt'])
    .select(['notified_at as notifiedAt', 'started_at as startedAt'])
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow();
  const { daysId, sampleId, ...times } = plan;
  const [calculated, sample] = await Promise.all([
    findCalculation(db, auditId, daysId),
    findSamplePlan(db, auditId, sampleId),
  ]);
  return { ...times, calculated, sample };
}
