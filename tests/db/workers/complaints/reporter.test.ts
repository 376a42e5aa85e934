import { describe, expect } from 'vitest';

import * as own from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { openCase } from '#app/features/workers/complaints/commands/open-case.server.ts';
import { sendComplaint } from '#app/features/workers/complaints/commands/send-complaint.server.ts';
import { visited } from '#app/features/workers/complaints/code/visit.server.ts';
import { findOwnCase, findSection } from '#app/features/workers/complaints/queries.server.ts';
import { aComplaint, aReport } from '#tests/support/factories/complaints.ts';
import { test } from '#tests/support/test.ts';

const minutes = (now: Date, count: number) => new Date(now.getTime() + count * 60_000);

describe('a complaint', () => {
  test('is received under a number and a code, and come back to with both alone', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const { id, number, passphrase } = await aComplaint(house);
    expect(number).toMatch(/^\d{4}-\d{4}$/);
    expect(passphrase).toMatch(/^\d{16}$/);
    const opened = await openCase(house, { number, code: passphrase });
    if (!opened.ok) throw new Error(opened.refusal);
    expect(opened.value.complaintId).toBe(id);
    expect(await findOwnCase(house, id)).toMatchObject({
      ...{ number, state: 'received', told: [], files: 0, dueAt: minutes(now, 24 * 60) },
      messages: [{ by: 'reporter', at: now, text: 'They took 90,000 rupees for the job.' }],
    });
    // In the digits of another script, and as people write numbers.
    const nepali = passphrase.replace(/\d/g, (digit) => String.fromCodePoint(0x966 + Number(digit)));
    expect(await openCase(house, { number: number.replace('-', ' '), code: nepali })).toMatchObject({
      ok: true,
    });
  });

  test('opens with nothing else, and says in one way that it does not', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const { number, passphrase } = await aComplaint(house);
    const other = await aComplaint(house);
    for (const [asked, code] of [
      [number, other.passphrase],
      [number, ''],
      ['', passphrase],
    ] as const)
      expect(await openCase(house, { number: asked, code })).toEqual({ ok: false, refusal: 'wrong' });
  });

  test('sent once more because its answer was lost is the same one; another under its id is refused', async ({
    copy,
    now,
  }) => {
    const house = { db: copy.db, pool: copy.pool, now, language: 'ne' };
    const report = aReport();
    const sent = await sendComplaint(house, report);
    expect(await sendComplaint({ ...house, now: minutes(now, 5) }, report)).toEqual(sent);
    expect(await Promise.all([1, 2, 3].map(() => sendComplaint(house, report)))).toEqual([sent, sent, sent]);
    const refused = { ok: false, refusal: 'sent_before' };
    expect(await sendComplaint(house, { ...report, happened: 'Another thing.' })).toEqual(refused);
    expect(await sendComplaint({ ...house, now: minutes(now, 61) }, report)).toEqual(refused);
    const { count } = await copy.db
      .selectFrom('complaint')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
  });

  test('lets in for half an hour, and with no visit but its own', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const { id, number, passphrase } = await aComplaint(house);
    const opened = await openCase(house, { number, code: passphrase });
    if (!opened.ok) throw new Error(opened.refusal);
    const { visit } = opened.value;
    expect(await visited(visit, minutes(now, 29))).toBe(id);
    expect(await visited(visit, minutes(now, 31))).toBeUndefined();
    expect(await visited(`${visit.slice(0, -2)}AA`, now)).toBeUndefined();
    expect(await visited('', now)).toBeUndefined();
  });
});

describe('its reporter', () => {
  test('adds section by section, each as it was last said', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const { id } = await aComplaint(house);
    const first = { section: 'outcome', said: { wanted: ['money_back'], other: '' } } as const;
    await own.saveSection(house, id, { ...first, said: { wanted: ['money_back'], other: '' } });
    const second = { wanted: ['money_back' as const, 'wages_paid' as const], other: 'An apology' };
    await own.saveSection({ ...house, now: minutes(now, 1) }, id, { section: 'outcome', said: second });
    expect(await findSection(house, id, 'outcome')).toEqual({ section: 'outcome', said: second });
    const lines = [0, 1, 2, 3, 4].map((at) => ({
      ...{ category: at === 0 ? ('COST_MEDICAL' as const) : ('' as const), amount: at === 0 ? '500' : '' },
      ...{ currency: '', to: '' },
    }));
    await own.saveSection(house, id, { section: 'payments', said: { lines } });
    expect(await findSection(house, id, 'payments')).toEqual({ section: 'payments', said: { lines } });
    expect((await findOwnCase(house, id))?.told.toSorted()).toEqual(['outcome', 'payments']);
  });

  test('allows each party by itself, and takes it back', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const { id } = await aComplaint(house);
    const say = (parties: ('recruiter' | 'statistics')[], at: number) =>
      own.saveSection({ ...house, now: minutes(now, at) }, id, { section: 'consents', said: { parties } });
    await say(['recruiter', 'statistics'], 1);
    await say(['statistics'], 2);
    const rows = await copy.db
      .selectFrom('complaint_consent')
      .select(['party', 'given', 'position'])
      .orderBy('party')
      .orderBy('position')
      .execute();
    expect(rows).toEqual([
      { party: 'recruiter', given: true, position: 1 },
      { party: 'recruiter', given: false, position: 2 },
      { party: 'statistics', given: true, position: 1 },
    ]);
  });

  test('takes it back, once, and tells of reprisal while it goes on', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const { id } = await aComplaint(house);
    expect(await own.tellReprisal(house, id)).toEqual({ ok: true, value: 'received' });
    expect(await own.confirmRemedy(house, id, true)).toEqual({ ok: false, refusal: 'not_now' });
    expect(await own.withdrawComplaint(house, id)).toEqual({ ok: true, value: 'withdrawn' });
    expect(await own.withdrawComplaint(house, id)).toEqual({ ok: false, refusal: 'over' });
    expect(await own.tellReprisal(house, id)).toEqual({ ok: false, refusal: 'over' });
    const row = await copy.db
      .selectFrom('complaint')
      .select(['state', 'reprisal', 'due_at', 'erase_on'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ state: 'withdrawn', reprisal: true, due_at: null, erase_on: '2026-03-31' });
  });
});
