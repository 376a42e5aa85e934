import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { withdrawJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import { noCosts } from '#app/features/workers/jobs/model.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aJobOrder, aPublisher, changed, type Publisher } from '#tests/support/factories/jobs.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test as base } from '#tests/support/test.ts';

const test = base.extend<{ house: Publisher }>({
  house: async ({ db, work }, use) => use(await aPublisher(db, work)),
});

describe('the database', () => {
  /** Everything that is right, with one thing that is not. */
  const written = (db: Kysely<Database>, { own }: Publisher, part: Record<string, unknown>) =>
    db
      .insertInto('job_order')
      .values({
        ...{
          organisation_id: own.actor.organisationId,
          employer: 'Al Noor',
          occupation: 'Cleaner',
          origin: 'NP',
        },
        ...{
          country: 'QA',
          city: 'Doha',
          positions: 1,
          wage_minor: 100,
          currency: 'QAR',
          wage_period: 'month',
        },
        ...{ weekly_hours: 48, contract_months: 24, starts_from: '2026-05-01', starts_until: '2026-05-01' },
        ...{
          lodging: 'free',
          food: 'free',
          costs_to_worker: JSON.stringify(noCosts),
          closes_on: '2026-04-01',
        },
        ...{ published_at: own.now, published_by: own.actor.accountId },
        ...part,
      })
      .execute();

  test('takes none that costs the worker anything, whoever writes it', async ({ house, db }) => {
    const fewer = Object.fromEntries(Object.entries(noCosts).slice(1));
    for (const costs of [
      { ...noCosts, COST_MEDICAL: 1 },
      { ...noCosts, FEE_SERVICE: 0.01 },
      { ...noCosts, COST_VISA: 500 },
      { ...noCosts, COST_MEDICAL: -1 },
      { ...noCosts, COST_MEDICAL: null },
      fewer,
      {},
      [],
      'nothing',
    ])
      await expect(written(db, house, { costs_to_worker: JSON.stringify(costs) })).rejects.toThrow(
        'job_order_costs_nothing',
      );
    await expect(written(db, house, { costs_to_worker: null })).rejects.toThrow('not-null');
    await written(db, house, {});
    await expect(
      sql`update job_order set costs_to_worker = jsonb_set(costs_to_worker, '{COST_ADMIN}', '9')`.execute(db),
    ).rejects.toThrow('job_order_costs_nothing');
  });

  test('takes none that is no job order', async ({ house, db }) => {
    for (const part of [
      { origin: 'QA' },
      { wage_minor: 0 },
      { currency: 'riyal' },
      { wage_period: 'year' },
      { weekly_hours: 85 },
      { closes_on: '2026-02-28' },
      { closes_on: '2027-03-03' },
      { starts_until: '2026-04-30' },
      { lodging: 'deducted' },
      { food_minor: 100 },
      { number: 'JOB-1' },
      { employer: '  ' },
    ])
      await expect(written(db, house, part), JSON.stringify(part)).rejects.toThrow(
        'violates check constraint',
      );
  });

  test('rewrites, revives and loses none', async ({ house, db, now }) => {
    const number = await aJobOrder(house.own);
    for (const part of [
      { wage_minor: 1 },
      { closes_on: '2026-05-01' },
      { employer: 'Another' },
      { food: 'own', food_minor: null },
    ])
      await expect(db.updateTable('job_order').set(part).execute()).rejects.toThrow('stands as it is');
    await expect(sql`delete from job_order`.execute(db)).rejects.toThrow();
    await expect(sql`truncate job_order`.execute(db)).rejects.toThrow();
    const half = { withdrawn_at: now, withdrawn_by: house.own.actor.accountId, withdrawn_as: 'recruiter' };
    await expect(db.updateTable('job_order').set(half).execute()).rejects.toThrow('job_order_withdrawal');
    await expect(
      db
        .updateTable('job_order')
        .set({ ...half, withdrawn_because: 'harm_feared' })
        .execute(),
    ).rejects.toThrow('job_order_withdrawal');
    done(await withdrawJobOrder(house.own, number, { reason: 'filled' }));
    for (const part of [
      { withdrawn_at: null, withdrawn_by: null, withdrawn_as: null, withdrawn_because: null },
      { withdrawn_because: 'mistake' },
    ])
      await expect(db.updateTable('job_order').set(part).execute()).rejects.toThrow('stands as it is');
  });

  test('takes none of whoever may not publish', async ({ house, db, now }) => {
    const refused = (part: Record<string, unknown>, why: string) =>
      expect(written(db, house, part)).rejects.toThrow(why);
    await refused({ published_by: house.scheme.actor.accountId }, 'published by the recruiter');
    const { id } = await aListed(db, { name: 'Everest Rising', number: 'LRN00012699' });
    const applicant = await aPerson(db, { id, kind: 'recruiter' }, 'recruiter');
    await refused({ organisation_id: id, published_by: applicant.accountId }, 'no certificate in force');
    await refused(
      { published_at: new Date('2040-01-01T00:00:00Z'), closes_on: '2040-02-01' },
      'no certificate in force',
    );
    const withdrawn = {
      withdrawn_at: now,
      withdrawn_by: house.own.actor.accountId,
      withdrawn_as: 'recruiter',
    };
    await refused({ ...withdrawn, withdrawn_because: 'filled' }, 'published by the recruiter');
    await written(db, house, {});
    await changed(db, sql`update certificate set corridors = '{NP-MY}'`);
    await refused({}, 'no certificate in force');
    await changed(db, sql`update certificate set corridors = '{}'`);
    await sql`update registration set delisted_on = '2026-03-01'`.execute(db);
    await refused({}, 'no certificate in force');
  });
});
