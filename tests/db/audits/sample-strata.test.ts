import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import type { RecordForm } from '#app/features/audits/interviews/forms.ts';
import { listInterviews } from '#app/features/audits/interviews/queries.server.ts';
import {
  findOffered,
  findSampled,
  findSampledWithin,
} from '#app/features/audits/interviews/sample.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import type { Groups } from '#app/features/audits/planning/sample.ts';
import { findSamplePlan } from '#app/features/audits/planning/ground.server.ts';
import { networkOf } from '#app/features/audits/planning/known.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import {
  anEngagement,
  assessAll,
  done,
  fewHeard,
  noConflict,
  plan,
  readiness,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aDevice, aHearing, heardAway } from '#tests/support/factories/fieldwork.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { aWorker, said } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

/** Ten interviews: three at least of the sub-agent who sent half of the forty. */
const groups = {
  ...fewWorkers,
  employer: [
    { name: 'Al Noor Contracting', workers: 30 },
    { name: 'Small Villa', workers: 4 },
  ],
  sub_agent: [{ name: 'Ram of Pokhara', workers: 20 }],
};

/** Stage 2 with this sample, nothing left but to hear workers. */
async function lastHour(given: Engagement, sampled: Groups = groups) {
  await readiness(given);
  const id = await scheduled(given, 'stage2');
  const lead = given.as(given.lead);
  done(await declareConflict(lead, id, noConflict));
  done(await planSample(lead, id, sampled));
  done(await calculateDays(lead, id, smallAgency));
  done(await planAudit(lead, id, plan));
  done(await notifyAudit(lead, id, { reason: 'The recruiter asked for these days.' }));
  done(await startAudit(lead, id));
  await assessAll(given, id);
  const { employer, sub_agent } = await findOffered(given.db, id);
  const places = { noor: employer[0]?.value, ram: sub_agent[0]?.value };
  const close = (reasons: string) => closeFieldwork(lead, id, { reasons });
  return { id, lead, places, close };
}

async function hear(given: Engagement, id: string, count: number, worker: Partial<RecordForm>) {
  const lead = given.as(given.lead);
  for (let one = 0; one < count; one += 1) {
    const { id: interview } = done(await recordInterview(lead, id, { ...aWorker, ...worker }));
    done(await writeInterview(lead, id, interview, { ...said, revision: 0 }));
  }
}

const raw = ({ db }: Engagement, id: string, reasons: string | null) =>
  sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now(), sample_reasons = ${reasons}
    where id = ${id}`.execute(db);

describe('fieldwork with groups of employers and sub-agents', () => {
  test('closes with reasons where a group is short, by rule and by database, and without once it is heard', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, places, close } = await lastHour(given);
    const { noor, ram } = places;
    expect((await findSamplePlan(db, id))?.strata.map(({ name, interviews }) => [name, interviews])).toEqual([
      ['NP-QA', 10],
      ['Al Noor Contracting', 8],
      ['Small Villa', 1],
      ['Other or unknown employers', 1],
      ['Ram of Pokhara', 5],
      ['Without a sub-agent, or smaller ones', 5],
    ]);
    await hear(given, id, 5, { employer: noor });
    await hear(given, id, 1, { employer: noor, subAgent: ram });
    await hear(given, id, 2, { subAgent: ram });
    await hear(given, id, 2, {});
    const sampled = await findSampledWithin(db, { id, type: 'stage2' });
    expect(sampled).toMatchObject({ heard: 10, short: [] });
    expect(sampled?.groups).toEqual([
      { dimension: 'employer', name: 'Al Noor Contracting', planned: 8, heard: 6 },
      { dimension: 'sub_agent', name: 'Ram of Pokhara', planned: 5, heard: 3 },
    ]);
    // Whoever else reads how many were heard reads nothing of these.
    expect(await findSampled(db, { id, type: 'stage2' })).not.toHaveProperty('groups');
    expect(await close('')).toEqual({ ok: false, refusal: 'sample_short' });
    await expect(raw(given, id, null)).rejects.toThrow('fewer workers heard than its sample asks for');
    await hear(given, id, 2, { employer: noor, subAgent: ram });
    await expect(raw(given, id, fewHeard.reasons)).rejects.toThrow('and nothing else has');
    done(await close(''));
  });

  test('waits for nobody of a sex, a stage or a sector the papers do not tell', async ({ db }) => {
    const given = await anEngagement(db);
    const few = [{ name: 'Women', workers: 4 }];
    const { id, close } = await lastHour(given, {
      ...fewWorkers,
      ...{ sex: few, sector: [{ name: 'F', workers: 4 }], stage: [{ name: 'Returned', workers: 4 }] },
    });
    const strata = (await findSamplePlan(db, id))?.strata ?? [];
    expect(strata.filter(({ name }) => name === 'Not known')).toMatchObject([
      { dimension: 'sex', interviews: 9 },
      { dimension: 'stage', interviews: 9 },
    ]);
    await hear(given, id, 10, { sex: 'female', sector: 'F', stage: 'returned' });
    expect((await findSampledWithin(db, { id, type: 'stage2' }))?.groups).toEqual([]);
    await expect(raw(given, id, fewHeard.reasons)).rejects.toThrow('and nothing else has');
    done(await close(''));
  });

  test('offers none that could lead to a worker, and takes no other', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, lead, places } = await lastHour(given);
    expect(await findOffered(db, id)).toMatchObject({
      employer: [{ label: 'Al Noor Contracting' }],
      sub_agent: [{ label: 'Ram of Pokhara' }],
    });
    for (const wrong of [{ employer: (places.noor ?? 0) + 1 }, { subAgent: places.noor }])
      expect(await recordInterview(lead, id, { ...aWorker, ...wrong })).toEqual({
        ok: false,
        refusal: 'no_such_group',
      });
    await hear(given, id, 1, { employer: places.noor });
    const copy = (column: string, value: number) =>
      sql
        .raw(
          `insert into worker_interview (id, audit_id, pseudonym, corridor, sector, sex, stage, reached, outcome, recorded_at, recorded_by, ${column})
          select gen_random_uuid(), audit_id, 'W-99', corridor, sector, sex, stage, reached, 'open', now(), recorded_by, ${value} from worker_interview limit 1`,
        )
        .execute(db);
    await expect(copy('employer', (places.noor ?? 0) + 1)).rejects.toThrow('of five workers at least');
    await expect(copy('sub_agent', places.noor ?? 0)).rejects.toThrow('of five workers at least');
    for (const change of ['employer = null', `sub_agent = ${places.ram ?? 0}`])
      await expect(sql.raw(`update worker_interview set ${change}`).execute(db)).rejects.toThrow('stands');
  });

  test('reads them from an interview that was sealed without a network, and from an older page that has none', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, lead, places } = await lastHour(given);
    const device = aDevice(lead, id);
    // A form sends what is chosen as text.
    const told = { ...heardAway, employer: String(places.noor), subAgent: '' };
    done(await device.sends([await aHearing(1, id, told)]));
    done(await device.sends([await aHearing(2, id)]));
    done(await device.sends([await aHearing(3, id, { ...heardAway, employer: '99' })]));
    expect(await listInterviews(db, id)).toMatchObject([
      { pseudonym: 'W-201', employer: places.noor, employerName: 'Al Noor Contracting', subAgent: null },
      { pseudonym: 'W-202', employer: null, employerName: null, subAgentName: null },
    ]);
    const refused = await db
      .selectFrom('fieldwork_operation')
      .select(['pseudonym', 'refusal'])
      .where('outcome', '=', 'refused')
      .execute();
    expect(refused).toEqual([{ pseudonym: 'W-203', refusal: 'no_such_group' }]);
  });
});

test('a sample that leaves out what the network names says why, by rule and by database', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await scheduled(given, 'stage1');
  const lead = given.as(given.lead);
  done(await declareConflict(lead, id, noConflict));
  done(await planSample(lead, id, fewWorkers));
  await sql`insert into partner (organisation_id, kind, form, name, latin, country, place, added_at, added_by, changed_at, changed_by)
    values (${given.agency.id}, 'sub_agent', 'individual', 'Ram of Pokhara', 'ram of pokhara', 'NP', 'Pokhara', now(),
      ${given.recruiter.accountId}, now(), ${given.recruiter.accountId})`.execute(db);
  expect(await networkOf(db, given.agency.id)).toEqual({ employer: [], sub_agent: ['Ram of Pokhara'] });
  const no = { ok: false, refusal: 'network_left_out' };
  expect(await planSample(lead, id, fewWorkers)).toEqual(no);
  expect(await planSample(lead, id, { ...fewWorkers, leftOut: 'Too short.' })).toEqual(no);
  await expect(
    sql`insert into audit_sample_plan (audit_id, number, formula, population, target, without_help, calculated_at, calculated_by)
      select audit_id, 2, formula, population, target, without_help, now(), calculated_by from audit_sample_plan`.execute(
      db,
    ),
  ).rejects.toThrow('leaves out partners the network names');
  const leftOut = 'He has sent nobody for two years, says the recruiter.';
  done(await planSample(lead, id, { ...fewWorkers, leftOut }));
  expect((await findSamplePlan(db, id))?.leftOut).toBe(leftOut);
  // With a group of them nothing is left out.
  done(await planSample(lead, id, { ...fewWorkers, sub_agent: groups.sub_agent, leftOut }));
  expect((await findSamplePlan(db, id))?.leftOut).toBeNull();
});
