import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { inWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { destroyKept } from '#app/features/audits/interviews/away/destroy-kept.server.ts';
import { readKept } from '#app/features/audits/interviews/away/read-kept.server.ts';
import { readInterview } from '#app/features/audits/interviews/commands/read-interview.server.ts';
import { endOn } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { recordOn } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeOn } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import { listInterviews } from '#app/features/audits/interviews/queries.server.ts';
import { lockAudit } from '#app/features/audits/queries.server.ts';
import {
  anEngagement,
  cancelling,
  done,
  fieldwork,
  now,
  planned,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aDevice, aHearing, anEdit, heardAway } from '#tests/support/factories/fieldwork.ts';
import { aWorker } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

async function begun(given: Engagement) {
  const id = await fieldwork(given);
  return { id, lead: given.as(given.lead), ...aDevice(given.as(given.lead), id) };
}

describe('an interview that a device sealed', () => {
  test('is opened, recorded as with a network, and sealed again, once and in order', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, lead, sends } = await begun(given);
    const sent = await aHearing(2, id);
    const day = [anEdit(1, '1.1.2', 'First'), sent, anEdit(3, '1.1.3', `${sent.pseudonym} says so.`)];
    const first = done(await sends(day));
    expect(first.results).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'recorded', pseudonym: sent.pseudonym },
      { outcome: 'applied' },
    ]);
    expect(await Promise.all([sends(day), sends(day)])).toMatchObject([
      { value: { results: first.results } },
      { value: { results: first.results } },
    ]);
    expect(await listInterviews(db, id)).toMatchObject([
      { id: sent.interviewId, pseudonym: sent.pseudonym, corridor: 'NP-QA', outcome: 'done' },
    ]);
    expect(done(await readInterview(lead, id, sent.interviewId))).toMatchObject({
      identity: { name: aWorker.name, phone: aWorker.phone },
      notes: { text: heardAway.notes, revision: 1, by: 'Anjali Rao' },
      lost: false,
    });
    // Recorded, its envelope is not kept beside it.
    const rows = await db.selectFrom('fieldwork_operation').select('sealed').execute();
    expect(rows.map(({ sealed }) => sealed)).toEqual([null, null, null]);
  });

  test('of a worker who refused or was not reached is counted, without notes', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, sends } = await begun(given);
    const day = [
      await aHearing(1, id, { ...aWorker, outcome: 'refused' }),
      await aHearing(2, id, { ...aWorker, outcome: 'unreachable' }),
    ];
    done(await sends(day));
    expect((await listInterviews(db, id)).map(({ outcome }) => outcome)).toEqual(['refused', 'unreachable']);
    expect(await db.selectFrom('worker_interview_notes').select('revision').execute()).toEqual([]);
  });

  test('whose key another auditor has is recorded under another one, and its device learns which', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, lead, sends } = await begun(given);
    const other = aDevice(lead, id);
    const [one, two] = [await aHearing(1, id), await aHearing(1, id)];
    done(await other.sends([two]));
    const { results } = done(await sends([one]));
    const [mine] = (await listInterviews(db, id)).filter((interview) => interview.id === one.interviewId);
    expect(results).toEqual([{ id: one.id, outcome: 'recorded', pseudonym: mine?.pseudonym }]);
    expect(mine?.pseudonym).not.toBe(two.pseudonym);
    expect(await db.selectFrom('fieldwork_operation').select('pseudonym').execute()).toEqual([
      { pseudonym: 'W-201' },
      { pseudonym: 'W-201' },
    ]);
  });

  test('sent by a copy of its browser stands once; in other words it is refused', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, lead, sends } = await begun(given);
    const sent = await aHearing(1, id);
    done(await sends([sent]));
    const again = done(await aDevice(lead, id).sends([{ ...sent, id: randomUUID() }]));
    expect(again.results).toMatchObject([{ outcome: 'recorded', pseudonym: sent.pseudonym }]);
    expect(await listInterviews(db, id)).toHaveLength(1);
    const lock = await aHearing(1, id, { ...heardAway, notes: 'She paid nothing.' });
    const other = { ...lock, interviewId: sent.interviewId };
    // Words sealed for another number do not open under this one.
    expect(done(await aDevice(lead, id).sends([other])).results).toMatchObject([{ refusal: 'seal_broken' }]);
  });
});

describe('what is not recorded is kept sealed, holds nothing up, and says why', () => {
  const cases: [string, object, string, RegExp][] = [
    ['names the worker in the notes', { notes: 'Kamala Quillfeather paid.' }, 'notes_name_worker', /./],
    ['says nothing', { notes: ' ' }, 'interview_incomplete', /Something is missing/],
    ['too long', { notes: 'a'.repeat(10_001) }, 'text_too_long', /10,000/],
    ['from no country', { origin: 'XX' }, 'interview_incomplete', /./],
  ];
  test.for(cases)('%s', async ([, change, refusal, words], { db }) => {
    const given = await anEngagement(db);
    const { id, lead, sends } = await begun(given);
    const sent = await aHearing(1, id, { ...heardAway, ...change });
    const { results } = done(await sends([sent, anEdit(2, '1.1.3', 'Behind it')]));
    expect(results).toMatchObject([{ outcome: 'refused', refusal }, { outcome: 'applied' }]);
    expect(results.slice(0, 1).map(inWords)).toMatchObject([{ message: expect.stringMatching(words) }]);
    expect(results.slice(0, 1).map(inWords)).toMatchObject([
      { message: expect.stringMatching(/kept, sealed: the team opens it/) },
    ]);
    expect(await listInterviews(db, id)).toEqual([]);
    expect(await listRefused(db, id)).toMatchObject([
      { kind: 'interview', pseudonym: sent.pseudonym, sealed: true, note: '' },
    ]);
    expect(done(await readKept(lead, id, sent.id)).id).toBe(sent.id);
  });

  test('altered, or sealed with the key of another audit', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, lead, sends } = await begun(given);
    const [one, two] = [await aHearing(1, id), { ...(await aHearing(2, randomUUID())), seq: 2 }];
    const broken = {
      ...one,
      sealed: `${one.sealed.slice(0, -3)}${one.sealed.endsWith('AAA') ? 'BBB' : 'AAA'}`,
    };
    const none = { ...(await aHearing(3, id)), sealed: 'She paid.' };
    const { results } = done(await sends([broken, two, none]));
    expect(results.map((result) => 'refusal' in result && result.refusal)).toEqual([
      ...['seal_broken', 'seal_broken', 'not_sealed'],
    ]);
    expect(done(await readKept(lead, id, broken.id))).toEqual({ id: broken.id, said: undefined });
    expect(await readKept(lead, id, none.id)).toEqual({ ok: false, refusal: 'not_found' });
  });

  test('of an audit that was cancelled meanwhile: its team opens it, and each reading is kept', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    const lead = given.as(given.lead);
    done(await cancelAudit(lead, id, cancelling));
    const sent = await aHearing(1, id);
    const [refused] = done(await aDevice(lead, id).sends([sent])).results;
    expect(refused && inWords(refused)).toMatchObject({
      refusal: 'audit_is_cancelled',
      message: expect.stringMatching(/cancelled.*not recorded, but it is kept, sealed/),
    });
    expect(done(await readKept(lead, id, sent.id)).said).toMatchObject({ notes: heardAway.notes });
    for (const who of [given.reviewer, given.officer, given.recruiter])
      expect(await readKept(given.as(who), id, sent.id)).toMatchObject({ ok: false });
    expect(
      await db.selectFrom('worker_interview_reading').select(['operation_id', 'account_id']).execute(),
    ).toEqual([{ operation_id: sent.id, account_id: given.lead.accountId }]);
    const rows = await sql<{
      row: string;
    }>`select to_jsonb(o)::text as row from fieldwork_operation o`.execute(db);
    expect(rows.rows.map(({ row }) => row).join()).not.toMatch(/zanzibarite|Quillfeather/);
  });

  test('is destroyed whole when its term is over, and that it came is kept', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, lead, sends } = await begun(given);
    const sent = await aHearing(1, id, { ...heardAway, notes: ' ' });
    done(await sends([sent]));
    const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
    await destroyKept({ db, now: after(89) });
    expect(done(await readKept(lead, id, sent.id)).id).toBe(sent.id);
    await destroyKept({ db, now: after(91) });
    await destroyKept({ db, now: after(200) });
    expect(await readKept(lead, id, sent.id)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await listRefused(db, id)).toMatchObject([{ sealed: false, refusal: 'interview_incomplete' }]);
  });

  test('and one the database did not foresee leaves no half of it', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, sends } = await begun(given);
    await sql`alter table worker_interview_notes add constraint struck check (revision > 1)`.execute(db);
    const { results } = done(await sends([await aHearing(1, id), anEdit(2, '1.1.2', 'Behind it')]));
    expect(results).toMatchObject([{ refusal: 'could_not_be_taken' }, { outcome: 'applied' }]);
    expect(await listInterviews(db, id)).toEqual([]);
    expect(await listRefused(db, id)).toMatchObject([{ sealed: true }]);
  });
});

test('on an audit that is locked already a worker is recorded under the key asked for, written and ended', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { id, lead } = await begun(given);
  await db.transaction().execute(async (trx) => {
    const audit = await lockAudit(trx, { actor: given.lead, now }, id);
    if (!audit) throw new Error('No such audit');
    const taking = { trx, audit, actor: given.lead, now };
    const one = done(await recordOn(taking, aWorker, 'W-300'));
    expect(one.pseudonym).toBe('W-300');
    const two = done(await recordOn(taking, aWorker, 'W-300'));
    expect(two.pseudonym).not.toBe('W-300');
    done(await writeOn(taking, one.id, { notes: 'She paid.', name: '', phone: '', revision: 0 }));
    done(await endOn(taking, two.id, 'refused'));
    expect(await endOn(taking, one.id, 'refused')).toEqual({ ok: false, refusal: 'interview_done' });
  });
  const outcomes = (await listInterviews(lead.db, id)).map(({ outcome }) => outcome);
  expect(outcomes.toSorted()).toEqual(['done', 'refused']);
});

describe('for raw SQL', () => {
  test('an interview of a device is an interview of its author, and nothing plain', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, sends } = await begun(given);
    const recorded = await aHearing(1, id);
    const refused = await aHearing(2, id, { ...heardAway, notes: ' ' });
    done(await sends([recorded, refused]));
    const like = (operation: { id: string }, change: object) =>
      sql`insert into fieldwork_operation select (jsonb_populate_record(o, ${JSON.stringify({
        ...{ id: randomUUID(), seq: 3 },
        ...change,
      })}::jsonb)).* from fieldwork_operation o where id = ${operation.id}`.execute(db);
    await expect(like(recorded, { heard_id: randomUUID() })).rejects.toThrow('an interview of its author');
    for (const change of [
      { sealed: refused.sealed },
      { note: 'She paid.' },
      { indicator_code: '1.1.2' },
      { heard_id: null },
      { pseudonym: null },
      { pseudonym: 'W-01' },
      { base: 1 },
      { kind: 'raise' },
    ])
      await expect(like(recorded, change)).rejects.toThrow('violates check constraint');
    await expect(like(refused, { sealed: 'She paid.' })).rejects.toThrow('violates check constraint');
    const fake = `${Buffer.from('{"alg":"none"}').toString('base64url')}${refused.sealed.slice(refused.sealed.indexOf('..'))}`;
    await expect(like(refused, { sealed: fake })).rejects.toThrow('violates check constraint');
    const change = (words: string) =>
      sql.raw(`update fieldwork_operation set ${words} where id = '${refused.id}'`).execute(db);
    for (const words of [
      'sealed = null',
      'sealed_destroyed_at = now()',
      `sealed = null, sealed_destroyed_at = now(), refusal = 'other'`,
      `pseudonym = 'W-900'`,
    ])
      await expect(change(words)).rejects.toThrow('append-only');
    const reading = (operation: string) =>
      sql`insert into worker_interview_reading (operation_id, audit_id, account_id, read_at)
        values (${operation}, ${id}, ${given.lead.accountId}, now())`.execute(db);
    await expect(reading(recorded.id)).rejects.toThrow('a reading is of an interview of its audit');
    await reading(refused.id);
    await change('sealed = null, sealed_destroyed_at = now()');
    await expect(change('sealed_destroyed_at = null')).rejects.toThrow('append-only');
  });
});
