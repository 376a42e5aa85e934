import fc from 'fast-check';
import { expect } from 'vitest';

import type { Mailer } from '#app/platform/mailer.server.ts';
import { anEngagement, now as begun, strangers } from '#tests/support/factories/audits.ts';
import { drain } from '#tests/support/queue.ts';
import type { copyOfTemplate } from '#tests/support/postgres.ts';

import { houseSeed, houseSteps } from '../machine.ts';
import { forgeries } from './forgeries.ts';
import { certified, founded, inFieldwork, type Founded } from './hands.ts';
import type { House } from './model.ts';
import { inWords, readRows } from './rows.ts';
import { look } from './seen.ts';
import { acts, expected, type Act } from './steps.ts';
import { chosen, step, type World } from './walk.ts';

/** Deep in the life of the house as well, so that what comes late is reached in few steps. */
export type Beginning = 'engaged' | 'fieldwork' | 'certified' | 'late';

const fresh: House = {
  now: begun,
  application: { state: 'engaged', refusedOn: '', appealed: false, unaudited: false, warned: undefined },
  ...{ audits: [], findings: [], certificates: [], matters: [] },
};

async function begin(house: Founded, beginning: Beginning): Promise<House> {
  const model = structuredClone(fresh);
  if (beginning === 'fieldwork') {
    await inFieldwork(house);
    for (const act of ['stage 1', 'declare', 'plan', 'notify', 'start', 'close fieldwork', 'ready'] as const)
      Object.assign(model, expected(model, act, 0).next);
    for (const act of ['stage 2', 'declare', 'plan', 'notify', 'start'] as const)
      Object.assign(model, expected(model, act, 0).next);
  }
  if (beginning === 'certified' || beginning === 'late') {
    await certified(house);
    model.application.state = 'certified';
    model.certificates.push({
      ...{ status: 'active', since: begun, validUntil: '2029-02-28', gravity: 0 },
      ...{ announced: undefined, toldExpired: false, offices: 2 },
    });
  }
  if (beginning === 'late') model.now = new Date('2028-06-10T09:00:00Z');
  return model;
}

const pick = fc.nat({ max: 11 });
const act = fc.constantFrom(...acts);
const found = fc.constantFrom<Act>(
  'raise critical',
  'raise major',
  'raise minor',
  'raise observation',
  'special',
);
const [right, wrong] = [fc.constant(false), fc.constant(true)];
const chance = fc.nat({ max: 59 });

const move = fc.oneof(
  { weight: 15, arbitrary: fc.record({ onward: chance }) },
  { weight: 4, arbitrary: fc.record({ aside: chance }) },
  { weight: 3, arbitrary: fc.record({ act, pick, wrong: right }) },
  { weight: 2, arbitrary: fc.record({ act, pick, wrong }) },
  { weight: 2, arbitrary: fc.record({ act: found, pick, wrong: right }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.constantFrom(30, 70, 100, 190) }) },
  { weight: 1, arbitrary: fc.record({ forge: fc.nat({ max: forgeries.length - 1 }) }) },
);

/** Nobody reads these mails. */
const mailer: Mailer = { send: () => Promise.resolve() };

async function codesOf(db: Founded['db']) {
  const rows = await db
    .selectFrom('indicator')
    .innerJoin('criterion', 'criterion.code', 'indicator.criterion_code')
    .select(({ fn }) => fn.min('indicator.code').as('code'))
    .where('criterion.principle_code', '<>', '1')
    .groupBy('indicator.criterion_code')
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
}

type Place = Pick<Awaited<ReturnType<typeof copyOfTemplate>>, 'db' | 'pool'>;

/** Half of the house's steps from these beginnings on, some dozens each; where they came. */
export async function together({ db, pool }: Place, beginnings: Beginning[], length: number) {
  const house = await anEngagement(db);
  const { auditor: lead, reviewer, recruiter } = await strangers(db);
  const others = { lead, reviewer, recruiter: { ...recruiter, owner: true } };
  const codes = await codesOf(db);
  const means = { db, mailer, origin: 'http://127.0.0.1:3000' };
  async function drained(now: Date) {
    const { rows } = await pool.query('select 1 from graphile_worker.jobs limit 1');
    if (rows.length > 0) await drain(pool, { ...means, clock: () => now });
  }
  const seen = new Set<string>();
  const moves = fc.array(move, { minLength: length, maxLength: length });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), moves, async (beginning, walked) => {
      const one = await founded(house, others, codes);
      const model = await begin(one, beginning);
      await drained(begun);
      let world: World = { founded: one, house: model, rows: await readRows(db, one.organisationId) };
      expect(inWords(world.rows), beginning).toEqual(inWords(model));
      for (const way of walked) {
        world = await step(world, chosen(world.house, way), drained);
        look(seen, world);
      }
    }),
    { numRuns: Math.ceil(houseSteps / 2 / length), endOnFailure: true, seed: houseSeed },
  );
  return [...seen];
}
