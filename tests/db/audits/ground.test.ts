import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { findCalculation, findSamplePlan } from '#app/features/audits/planning/ground.server.ts';
import { knownFromApplication } from '#app/features/audits/planning/known.server.ts';
import { emptyGroups } from '#app/features/audits/planning/sample.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import {
  anEngagement,
  done,
  noConflict,
  plan,
  readiness,
  scheduled,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });

/** Stage 2 whose team is ready. */
async function assigned(given: Engagement) {
  await readiness(given);
  const id = await scheduled(given, 'stage2');
  done(await declareConflict(given.as(given.lead), id, noConflict));
  return id;
}
const countOf = async (
  db: Kysely<Database>,
  table: 'audit_day_calculation' | 'audit_sample_plan',
  id: string,
) => {
  const rows = await db
    .selectFrom(table)
    .select('number')
    .where('audit_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
};

describe('the ground of a plan', () => {
  test('is kept each time it is reckoned; the plan refers to the latest', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await assigned(given);
    const lead = given.as(given.lead);
    expect(await planAudit(lead, id, plan)).toEqual(no('days_not_calculated'));
    done(await calculateDays(lead, id, smallAgency));
    expect(await planAudit(lead, id, plan)).toEqual(no('sample_not_planned'));
    done(await planSample(lead, id, { ...fewWorkers, corridor: [{ name: 'NP-QA', workers: 400 }] }));
    expect(await planAudit(lead, id, plan)).toEqual(no('interviews_without_days'));
    done(await planSample(lead, id, { ...fewWorkers, sex: [{ name: 'Women', workers: 12 }] }));
    done(await calculateDays(lead, id, { ...smallAgency, effectiveStaff: 90 }));
    expect(await planAudit(lead, id, plan)).toEqual(no('fewer_days_than_calculated'));
    done(await calculateDays(lead, id, smallAgency));
    done(await planAudit(lead, id, plan));
    expect([
      await countOf(db, 'audit_day_calculation', id),
      await countOf(db, 'audit_sample_plan', id),
    ]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
    const [calculation, sample] = await Promise.all([findCalculation(db, id), findSamplePlan(db, id)]);
    expect(calculation).toMatchObject({ number: 3, totalDays: 3, formula: 'audit-days-1', by: 'Anjali Rao' });
    expect(sample).toMatchObject({ number: 2, population: 40, target: 10, withoutHelp: 3 });
    expect(sample?.strata.map(({ name, interviews }) => [name, interviews])).toEqual([
      ['NP-QA', 10],
      ['Women', 3],
      ['Not known', 7],
    ]);
    const audit = await db
      .selectFrom('audit')
      .select(['day_calculation_id', 'sample_plan_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(audit).toEqual({ day_calculation_id: calculation?.id, sample_plan_id: sample?.id });
  });

  test('is reckoned by the lead, and not any more once the recruiter is told; twice at once counts twice', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await assigned(given);
    expect(await calculateDays(given.as(given.reviewer), id, smallAgency)).toEqual(no('forbidden'));
    expect(await planSample(given.as((await strangers(db)).auditor), id, fewWorkers)).toEqual(
      no('not_found'),
    );
    expect(await calculateDays(given.as(given.lead), id, { ...smallAgency, offSiteDays: 1 })).toEqual(
      no('too_little_on_site'),
    );
    expect(await countOf(db, 'audit_day_calculation', id)).toEqual([]);
    await Promise.all([1, 2].map(() => calculateDays(given.as(given.lead), id, smallAgency)));
    expect(await countOf(db, 'audit_day_calculation', id)).toEqual([1, 2]);
    done(await planSample(given.as(given.lead), id, fewWorkers));
    done(await planAudit(given.as(given.lead), id, plan));
    done(await notifyAudit(given.as(given.lead), id, { reason: 'The recruiter asked for it.' }));
    expect(await planSample(given.as(given.lead), id, fewWorkers)).toEqual(no('audit_is_notified'));
  });

  test('begins with what the application tells', async ({ db }) => {
    const applicant = await anApplicant(db);
    expect(await knownFromApplication(db, applicant.id)).toMatchObject({
      staff: 12,
      groups: {
        ...emptyGroups,
        corridor: [{ name: 'NP-QA', workers: 43 }],
        sex: [
          { name: 'Women', workers: 3 },
          { name: 'Men', workers: 40 },
        ],
      },
    });
    const given = await anEngagement(db);
    expect(await knownFromApplication(db, given.applicationId)).toMatchObject({
      staff: 0,
      groups: emptyGroups,
    });
  });
});

describe('raw SQL', () => {
  const refuses = (db: Kysely<Database>, statement: string, why: RegExp | string) =>
    expect(sql.raw(statement).execute(db), statement).rejects.toThrow(why);
  const copy = (table: string, columns: string, changed: string) =>
    `insert into ${table} (${columns}) select ${changed} from ${table}`;
  const dayColumns = `audit_id, number, formula, effective_staff, extra_branches, corridors, interviews, high_risk_tiers,
    reduction_percent, reduction_reason, off_site_days, full_days, initial_days, total_days, calculated_at, calculated_by`;

  test('reckons no other days than the formula', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await assigned(given);
    done(await calculateDays(given.as(given.lead), id, { ...smallAgency, effectiveStaff: 60 }));
    const only = (changes: Record<string, string>) =>
      copy(
        'audit_day_calculation',
        dayColumns,
        dayColumns
          .split(',')
          .map((one) => changes[one.trim()] ?? (one.trim() === 'number' ? 'number + 1' : one))
          .join(','),
      ) + ` where audit_id = '${id}'`;
    await refuses(db, only({ effective_staff: '5' }), 'audit_days_full');
    await refuses(db, only({ initial_days: '7', total_days: '7' }), 'audit_days_initial');
    await refuses(db, only({ total_days: '3' }), 'part of the initial time');
    await refuses(db, only({ off_site_days: '2' }), 'audit_days_on_site');
    await refuses(db, only({ reduction_percent: '31' }), 'reduction_percent');
    await refuses(db, only({ reduction_percent: '10' }), /audit_days_(reduction|initial)/);
    await refuses(db, `update audit_day_calculation set total_days = 3`, 'append-only');
    await refuses(db, `delete from audit_day_calculation`, 'append-only');
  });

  test('takes no smaller sample, and adds nothing to one', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await assigned(given);
    done(
      await planSample(given.as(given.lead), id, {
        ...fewWorkers,
        corridor: [
          { name: 'A', workers: 400 },
          { name: 'B', workers: 5 },
        ],
      }),
    );
    const plans = `audit_id, number, formula, population, target, without_help, calculated_at, calculated_by`;
    const other = (changes: string) =>
      copy(
        'audit_sample_plan',
        plans,
        `audit_id, number + 1, formula, ${changes}, calculated_at, calculated_by`,
      ) + ` where audit_id = '${id}'`;
    await refuses(db, other('population, 30, without_help'), 'audit_sample_target');
    await refuses(db, other('population, target, 7'), 'audit_sample_without_help');
    await refuses(db, other('population, target, without_help'), 'make up its workers');
    const made = await findSamplePlan(db, id);
    const strata = (values: string) =>
      `insert into audit_sample_stratum (sample_plan_id, dimension, name, position, workers, interviews) values ${values}`;
    await refuses(db, strata(`('${made?.id}', 'corridor', 'C', 9, 1, 0)`), 'make up its workers');
    await refuses(db, `update audit_sample_stratum set interviews = 0`, 'append-only');
    const uneven = `with made as (insert into audit_sample_plan (${plans})
      select audit_id, number + 1, formula, population, target, without_help, calculated_at, calculated_by from audit_sample_plan where audit_id = '${id}' returning id, target)
      insert into audit_sample_stratum (sample_plan_id, dimension, name, position, workers, interviews)
      select id, 'corridor', 'A', 0, 400, target from made union all select id, 'corridor', 'B', 1, 5, 0 from made`;
    await refuses(db, uneven, 'three workers of each corridor');
  });

  test('plans no audit without its ground, nor on that of another', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await assigned(given);
    const set = (
      ground: string,
    ) => `update audit set state = 'planned', planned_at = now(), notice_type = 'announced',
      starts_on = '2026-04-01', ends_on = '2026-04-03', plan = 'Head office'${ground} where id = '${id}'`;
    await refuses(db, set(''), 'rests on its days and its sample');
    done(await calculateDays(given.as(given.lead), id, smallAgency));
    const own = `, day_calculation_id = (select id from audit_day_calculation where audit_id = '${id}')`;
    await refuses(db, set(own), 'rests on its days and its sample');
    const foreign = `, day_calculation_id = (select id from audit_day_calculation where audit_id <> '${id}' limit 1)`;
    await refuses(db, set(foreign), /rests on|audit_own_days/);
  });
});
