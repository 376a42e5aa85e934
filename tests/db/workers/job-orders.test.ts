import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { suspendCertificate, liftSuspension } from '#app/features/certificates/status-commands.server.ts';
import { publishJobOrder, withdrawJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import { matchJobOrder } from '#app/features/workers/jobs/match.ts';
import { jobStates } from '#app/features/workers/jobs/model.ts';
import {
  checkOrder,
  findOrder,
  findOwnOrder,
  findPublisher,
  listOpenOrders,
  listOrdersToMatch,
  listOwnOrders,
  searchOrders,
} from '#app/features/workers/jobs/queries.server.ts';
import { aPerson, done, strangers } from '#tests/support/factories/audits.ts';
import { ownSuspension } from '#tests/support/factories/certificates.ts';
import { aJobOrder, aPublisher, changed, job, type Publisher } from '#tests/support/factories/jobs.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { drain } from '#tests/support/queue.ts';
import { test as base } from '#tests/support/test.ts';

type House = Publisher & { open: (now?: Date) => Promise<string[]> };

const recruiter = 'LRN00012603';
const no = (refusal: string) => ({ ok: false, refusal });
const note = 'The employer wrote to us that it never asked for anybody.';

const test = base.extend<{ house: House }>({
  house: async ({ db, work, now }, use) => {
    const publisher = await aPublisher(db, work);
    const open = async (at = now) =>
      (await listOpenOrders({ db, now: at }, recruiter, { limit: 20 })).orders.map(({ number }) => number);
    await use({ ...publisher, open });
  },
});

describe('a job order', () => {
  test('stands on the register as it was published, and is found there', async ({ house, db, now }) => {
    const number = await aJobOrder(house.own);
    expect(number).toMatch(/^JOB-\d{6}$/);
    const shown = { ...job, number, publishedOn: '2026-03-01', state: 'open' };
    const listed = await listOpenOrders({ db, now }, recruiter, { limit: 20 });
    expect(listed).toMatchObject({ count: 1, orders: [shown] });
    expect(Object.keys(listed.orders[0] ?? {})).not.toEqual(expect.arrayContaining(['note', 'withdrawal']));
    const asked = { employer: 'al noor', place: 'Doha', wage: '900' };
    expect(matchJobOrder(await listOrdersToMatch({ db, now }, recruiter), asked)).toMatchObject({
      ...{ kind: 'found', order: shown, agrees: ['employer', 'place'] },
      differs: [{ what: 'wage', how: 'lower' }],
    });
    const told = await db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'job_order.published')
      .execute();
    expect(told).toEqual([{ payload: { number } }]);
  });

  test('is published once, however often its form is sent, and at once as well', async ({ house }) => {
    const id = crypto.randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => publishJobOrder(house.own, { id, terms: job })));
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await listOwnOrders(house.own, 1)).count).toBe(1);
    const otherwise = { ...job, wageMinor: 90_000 };
    expect(await publishJobOrder(house.own, { id, terms: otherwise })).toEqual(no('sent_before'));
    expect(await house.open()).toHaveLength(1);
  });

  test('is of nobody without a certificate in force for the way', async ({ house, db, now }) => {
    const { id } = await aListed(db, { name: 'Everest Rising', number: 'LRN00012699' });
    const actor = await aPerson(db, { id, kind: 'recruiter' }, 'recruiter');
    expect(await publishJobOrder({ db, now, actor }, { terms: job })).toEqual(no('not_certified'));
    expect(await checkOrder({ db, now, actor }, job)).toEqual(no('not_certified'));
    const stranger = { db, now, actor: (await strangers(db)).recruiter };
    expect(await publishJobOrder(stranger, { terms: job })).toEqual(no('not_listed'));
    await changed(db, sql`update certificate set corridors = '{NP-MY}'`);
    expect(await publishJobOrder(house.own, { terms: job })).toEqual(no('corridor_uncovered'));
    done(await suspendCertificate(house.scheme, house.certificateId, ownSuspension));
    expect(await publishJobOrder(house.own, { terms: job })).toEqual(no('not_certified'));
    await sql`update registration set delisted_on = '2026-03-01'`.execute(db);
    expect(await publishJobOrder(house.own, { terms: job })).toEqual(no('delisted'));
    expect(await findPublisher({ db, now }, id)).toMatchObject({ delisted: true, certified: false, open: 0 });
  });
});

test('a network in front forgets a record whose job orders change', async ({ house, db, copy, mailer }) => {
  const number = await aJobOrder(house.own);
  done(await withdrawJobOrder(house.own, number, { reason: 'filled' }));
  const told: string[] = [];
  await drain(copy.pool, {
    ...{ db, mailer, origin: 'https://scheme.example' },
    network: {
      ...{ purgeUrl: 'https://network.example/purge', headers: {} },
      send: (_url, { body }) => {
        told.push(body);
        return Promise.resolve({ status: 200, text: '' });
      },
    },
  });
  expect(told.filter((body) => body.includes(`recruiter-${recruiter}`))).toHaveLength(2);
});

describe('what is open', () => {
  test('ends with a suspension and comes back with its end, and nobody stores it', async ({
    house,
    db,
    now,
  }) => {
    const number = await aJobOrder(house.own);
    done(await suspendCertificate(house.scheme, house.certificateId, ownSuspension));
    expect(await house.open()).toEqual([]);
    expect(await findOwnOrder(house.own, number)).toMatchObject({ state: 'paused' });
    expect(await listOrdersToMatch({ db, now }, recruiter)).toMatchObject([{ number, state: 'paused' }]);
    done(await liftSuspension(house.scheme, house.certificateId, { note }));
    expect(await house.open()).toEqual([number]);
  });

  test('ends with its last day, its certificate, its way and its place on the register', async ({
    house,
    db,
  }) => {
    const number = await aJobOrder(house.own);
    expect(await house.open(new Date('2026-04-15T23:59:00Z'))).toEqual([number]);
    expect(await house.open(new Date('2026-04-16T00:00:00Z'))).toEqual([]);
    await changed(db, sql`update certificate set valid_until = '2026-04-01'`);
    expect(await house.open(new Date('2026-04-02T00:00:00Z'))).toEqual([]);
    await changed(db, sql`update certificate set valid_until = '2029-04-01', corridors = '{NP-MY}'`);
    expect(await house.open()).toEqual([]);
    await changed(db, sql`update certificate set corridors = '{NP-MY,NP-QA}'`);
    expect(await house.open()).toEqual([number]);
    await sql`update registration set delisted_on = '2026-03-01'`.execute(db);
    expect(await house.open()).toEqual([]);
  });
});

describe('an officer', () => {
  test('withdraws it with reasons, which its recruiter hears and the public does not', async ({
    house,
    db,
    now,
    work,
    mailer,
  }) => {
    const number = await aJobOrder(house.own);
    const because = { reason: 'employer_denies' as const, note };
    const both = await Promise.all([1, 2].map(() => withdrawJobOrder(house.scheme, number, because)));
    expect(both.filter(({ ok }) => !ok)).toEqual([no('withdrawn_already')]);
    await work();
    expect(await house.open()).toEqual([]);
    expect(await findOwnOrder(house.own, number)).toMatchObject({
      ...{
        state: 'withdrawn',
        withdrawal: { on: '2026-03-01', byOfficer: true, because: 'employer_denies', note },
      },
    });
    const [told, ...others] = mailer.sent.filter(({ subject }) => subject.includes(number));
    expect(told?.text.replace(/\s+/g, ' ')).toContain(note);
    expect(told?.text).toContain(`/job-orders/${number}`);
    expect(others).toEqual([]);
    const [matched] = await listOrdersToMatch({ db, now }, recruiter);
    expect(matched).toMatchObject({ number, state: 'withdrawn' });
    expect(JSON.stringify(matched)).not.toContain(note);
    expect(await withdrawJobOrder(house.own, number, { reason: 'filled' })).toEqual(no('withdrawn_already'));
  });

  test('with a tie to the recruiter withdraws nothing, nor does another recruiter', async ({
    house,
    db,
    now,
  }) => {
    const number = await aJobOrder(house.own);
    const tied = await aPerson(db, { id: house.scheme.actor.organisationId, kind: 'scheme' }, 'officer');
    await sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
      values (${tied.accountId}, ${house.own.actor.organisationId}, 'kinship', 'A brother works there.', '2026-03-01', ${now})`.execute(
      db,
    );
    const because = { reason: 'employer_denies' as const, note };
    expect(await withdrawJobOrder({ db, now, actor: tied }, number, because)).toEqual(no('tied'));
    const stranger = { db, now, actor: (await strangers(db)).recruiter };
    expect(await withdrawJobOrder(stranger, number, { reason: 'filled' })).toEqual(no('forbidden'));
    expect(await findOwnOrder(stranger, number)).toBeUndefined();
    expect(await withdrawJobOrder(house.scheme, 'JOB-999999', because)).toEqual(no('not_found'));
    expect(await house.open()).toEqual([number]);
    for (const [by, as] of [
      [tied.accountId, 'officer'],
      [stranger.actor.accountId, 'recruiter'],
      [house.own.actor.accountId, 'officer'],
    ])
      await expect(
        sql`update job_order set withdrawn_at = ${now}, withdrawn_by = ${by}, withdrawn_as = ${as}, withdrawal_note = ${note},
          withdrawn_because = ${as === 'officer' ? 'employer_denies' : 'filled'}`.execute(db),
      ).rejects.toThrow('withdrawn by its recruiter, or by an officer without a tie');
  });

  test('looks for them across recruiters, by words and by how they stand', async ({ house }) => {
    const [first, second, third] = [
      await aJobOrder(house.own),
      await aJobOrder(house.own, {
        employer: 'Cedar 100% Builders',
        city: 'Lusail',
        occupation: 'Carpenter',
      }),
      await aJobOrder(house.own, { closesOn: '2026-03-01' }),
    ];
    done(await withdrawJobOrder(house.own, second, { reason: 'filled', note: 'All of them fly on Friday.' }));
    const later = { ...house.scheme, now: new Date('2026-03-02T09:00:00Z') };
    const asked = async (part: object) => {
      const filter = { q: '', state: undefined, country: undefined, page: 1, ...part };
      return (await searchOrders(later, filter)).orders.map(({ number }) => number);
    };
    expect(await asked({})).toEqual([third, second, first]);
    expect(await asked({ q: '100%' })).toEqual([second]);
    expect(await asked({ q: 'himal', country: 'QA' })).toEqual([third, second, first]);
    expect(await asked({ q: first.toLowerCase() })).toEqual([first]);
    expect(await asked({ country: 'MY' })).toEqual([]);
    const standing = { open: [first], closed: [third], paused: [], withdrawn: [second] };
    for (const state of jobStates) expect(await asked({ state })).toEqual(standing[state]);
    done(await suspendCertificate(later, house.certificateId, ownSuspension));
    expect([await asked({ state: 'paused' }), await asked({ state: 'open' })]).toEqual([[first], []]);
    expect(await findOrder(later, first)).toMatchObject({ recruiter: 'Himal Workforce', state: 'paused' });
  });
});
