import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { resolveConflict } from '#app/features/audits/fieldwork/commands/resolve-conflict.server.ts';
import { findConflict, listOpenConflicts } from '#app/features/audits/fieldwork/conflicts.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { findIndicator } from '#app/features/audits/fieldwork/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { anEngagement, assessAll, done, fewHeard, fieldwork } from '#tests/support/factories/audits.ts';
import { strangers, type Engagement } from '#tests/support/factories/audits.ts';
import { aDevice, anEdit } from '#tests/support/factories/fieldwork.ts';
import { test } from '#tests/support/test.ts';

/** A second auditor comes to the team when it is there already, past what guards its making. */
async function withColleague(given: Engagement, auditId: string) {
  await sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${auditId}, ${given.colleague.accountId}, 'auditor', now())`.execute(given.db);
}

const noteOf = async ({ db }: Engagement, code: string) => {
  const row = await db
    .selectFrom('indicator_assessment')
    .select(['note', 'revision'])
    .where('indicator_code', '=', code)
    .executeTakeFirst();
  return row && [row.note, row.revision];
};
const operations = ({ db }: Engagement) =>
  db.selectFrom('fieldwork_operation').select(['seq', 'outcome', 'note']).orderBy('seq').execute();

describe('edits of a device', () => {
  test('are taken by its own count, each once, and answered alike for ever', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const { sends } = aDevice(given.as(given.lead), id);
    // The clock of the device goes backwards: it orders nothing.
    const edits = [1, 2, 3].map((seq) => ({
      ...anEdit(seq, '1.1.2', `wording ${seq}`),
      madeAt: new Date(Date.UTC(2040 - seq, 0, 1)),
    }));
    const first = done(await sends(edits.toReversed()));
    expect(first.next).toBe(4);
    expect(first.results.map((result) => 'revision' in result && result.revision)).toEqual([3, 2, 1]);
    expect(await noteOf(given, '1.1.2')).toEqual(['wording 3', 3]);
    expect(done(await sends(edits.toReversed()))).toEqual(first);
    expect(done(await sends(edits.slice(0, 1))).results).toEqual(first.results.slice(2));
    expect(await operations(given)).toHaveLength(3);
    const versions = await db.selectFrom('assessment_version').select('note').orderBy('revision').execute();
    expect(versions.map(({ note }) => note)).toEqual(['wording 1', 'wording 2', 'wording 3']);
  });

  test('that lack one before them are not taken, and learn which', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const { sends } = aDevice(given.as(given.lead), id);
    const gap = [anEdit(1, '1.1.2', 'one'), anEdit(3, '1.1.3', 'three')];
    expect(await sends(gap)).toEqual({ ok: false, refusal: 'out_of_order', expected: 1 });
    expect(await operations(given)).toEqual([]);
    done(await sends(gap.slice(0, 1)));
    expect(await sends(gap)).toEqual({ ok: false, refusal: 'out_of_order', expected: 2 });
    // Another edit under a number that is taken.
    expect(await sends([anEdit(1, '1.1.2', 'other')])).toMatchObject({
      refusal: 'out_of_order',
      expected: 2,
    });
  });

  test('sent twice at once are taken once', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const { sends } = aDevice(given.as(given.lead), id);
    const edits = Array.from({ length: 20 }, (_one, at) => anEdit(at + 1, '1.1.2', `wording ${at}`, at));
    const both = await Promise.all([sends(edits), sends(edits)]);
    expect(done(both[0])).toEqual(done(both[1]));
    expect(await operations(given)).toHaveLength(20);
    expect(await noteOf(given, '1.1.2')).toEqual(['wording 19', 20]);
  });

  test('of two devices that start from the same wording stand side by side; nothing is overwritten', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await withColleague(given, id);
    const [lead, colleague] = [given.lead, given.colleague].map((who) => aDevice(given.as(who), id));
    const both = await Promise.all([
      lead?.edits('1.1.2', 'Lead saw it'),
      colleague?.edits('1.1.2', 'Colleague did'),
    ]);
    expect(both.map((result) => result?.outcome).toSorted()).toEqual(['applied', 'conflict']);
    const met = both.find((result) => result?.outcome === 'conflict');
    const [note] = (await noteOf(given, '1.1.2')) ?? [];
    expect(met).toMatchObject({ revision: 1, theirs: { note, conformity: 'conforms' } });
    const [kept] = await listOpenConflicts(db, id, '1.1.2');
    expect([kept?.note, note].toSorted()).toEqual(['Colleague did', 'Lead saw it']);
  });

  test('go on in conflict until somebody resolved it, on any device', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    done(await assessIndicator(given.as(given.lead), id, '1.1.2', { ...words('Online'), revision: 0 }));
    const device = aDevice(given.as(given.lead), id);
    expect(await device.edits('1.1.2', 'Away', 0)).toMatchObject({ outcome: 'conflict' });
    expect(await device.edits('1.1.2', 'Away, again', 1)).toMatchObject({ outcome: 'conflict', revision: 1 });
    expect(await noteOf(given, '1.1.2')).toEqual(['Online', 1]);
    done(await settle(given, id, 'standing'));
    // Both go with what was chosen, and a device that never saw the choice meets it.
    expect(await listOpenConflicts(db, id, '1.1.2')).toEqual([]);
    expect(await noteOf(given, '1.1.2')).toEqual(['Online', 2]);
    expect(await device.edits('1.1.2', 'Away, third', 1)).toMatchObject({ outcome: 'conflict', revision: 2 });
    expect(await device.edits('1.1.3', 'Elsewhere', 0)).toMatchObject({ outcome: 'applied' });
  });

  test('that come after fieldwork are kept with the reason, and change nothing', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await assessAll(given, id);
    done(await closeFieldwork(given.as(given.lead), id, fewHeard));
    const device = aDevice(given.as(given.lead), id);
    expect(await device.edits('1.1.2', 'Too late', 1)).toMatchObject({
      outcome: 'refused',
      refusal: 'audit_is_fieldwork_done',
    });
    expect(await device.edits('9.9.9', 'Nowhere', 0)).toMatchObject({ outcome: 'refused' });
    expect(await noteOf(given, '1.1.2')).toEqual(['', 1]);
    expect((await listRefused(db, id)).map(({ note }) => note)).toEqual(['Nowhere', 'Too late']);
  });

  test('of an audit that was broken off meanwhile are kept as well', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await sql`update audit set state = 'aborted', aborted_at = now(), abort_reason = 'safety', abort_note = 'A threat'
      where id = ${id}`.execute(db);
    const device = aDevice(given.as(given.lead), id);
    expect(await device.edits('1.1.2', 'Written away', 0)).toMatchObject({ refusal: 'audit_is_aborted' });
    expect(await listRefused(db, id)).toMatchObject([{ note: 'Written away', by: 'Anjali Rao' }]);
  });

  test('reach no other audit, from nobody else', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const others = await strangers(db);
    const edits = [anEdit(1, '1.1.2', 'Mine')];
    const device = randomUUID();
    for (const who of [others.auditor, given.colleague, others.reviewer, others.recruiter])
      expect(await aDevice(given.as(who), id, device).sends(edits)).toMatchObject({
        ok: false,
        refusal: 'not_found',
      });
    for (const who of [given.recruiter, given.reviewer, given.officer])
      expect(await aDevice(given.as(who), id, device).sends(edits)).toMatchObject({
        ok: false,
        refusal: 'forbidden',
      });
    expect(await operations(given)).toEqual([]);
    // The same number from another device is not this edit.
    done(await aDevice(given.as(given.lead), id, device).sends(edits));
    expect(await aDevice(given.as(given.lead), id).sends(edits)).toMatchObject({
      refusal: 'operation_taken',
    });
  });
});

const words = (note: string) => ({ conformity: 'conforms' as const, note, evidence: '' });

/** Chooses one of the wordings, as the page that shows them sends it. */
async function settle(given: Engagement, id: string, choice: string, code = '1.1.2') {
  const scope = given.as(given.lead);
  const audit = await findAudit(scope, id);
  const indicator = audit && (await findIndicator(scope, audit, code));
  if (!indicator) throw new Error('No such indicator');
  const { seen } = await findConflict(given.db, id, indicator);
  return resolveConflict(scope, id, code, { choice, seen, ...words('Both of them') });
}

describe('a conflict', () => {
  const begun = async (given: Engagement) => {
    const id = await fieldwork(given);
    done(await assessIndicator(given.as(given.lead), id, '1.1.2', { ...words('Online'), revision: 0 }));
    const device = aDevice(given.as(given.lead), id);
    await device.edits('1.1.2', 'Away', 0);
    const [conflict] = await listOpenConflicts(given.db, id, '1.1.2');
    return { id, device, conflict: conflict?.id ?? '' };
  };

  test('ends with the words a person chose; all others stay readable', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, conflict } = await begun(given);
    done(await settle(given, id, conflict));
    expect(await noteOf(given, '1.1.2')).toEqual(['Away', 2]);
    const kept = await db
      .selectFrom('assessment_version')
      .select(['note', 'revision'])
      .orderBy('revision')
      .execute();
    expect(kept).toEqual([
      { note: 'Online', revision: 1 },
      { note: 'Away', revision: 2 },
    ]);
    expect(await db.selectFrom('fieldwork_resolution').select('choice').execute()).toEqual([
      { choice: 'taken' },
    ]);
  });

  test('settled by two at once is settled once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, conflict } = await begun(given);
    const both = await Promise.all([settle(given, id, conflict), settle(given, id, 'new')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.selectFrom('fieldwork_resolution').select('choice').execute()).toHaveLength(1);
  });

  test('is not settled over words that came after the page was opened', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, device, conflict } = await begun(given);
    const old = { choice: conflict, seen: `1 ${conflict}`, ...words('') };
    await device.edits('1.1.2', 'Away, later', 0);
    const scope = given.as(given.lead);
    expect(await resolveConflict(scope, id, '1.1.2', old)).toMatchObject({ refusal: 'conflict_changed' });
    expect(await resolveConflict(given.as(given.colleague), id, '1.1.2', old)).toMatchObject({
      refusal: 'not_found',
    });
    expect(await resolveConflict(given.as(given.officer), id, '1.1.2', old)).toMatchObject({
      refusal: 'forbidden',
    });
    expect(await db.selectFrom('fieldwork_resolution').select('choice').execute()).toEqual([]);
  });

  test('holds up the end of fieldwork, for raw SQL too', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await begun(given);
    const all = sql`insert into indicator_assessment (audit_id, scheme_version_id, indicator_code, conformity, assessed_at, assessed_by)
      select ${id}, scheme_version_id, code, 'conforms', now(), ${given.lead.accountId} from indicator where code <> '1.1.2'`;
    await all.execute(db);
    expect(await closeFieldwork(given.as(given.lead), id, fewHeard)).toEqual({
      ok: false,
      refusal: 'conflicts_open',
    });
    const close = sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now() where id = ${id}`;
    await expect(close.execute(db)).rejects.toThrow('does not close over a conflict');
    done(await settle(given, id, 'new'));
    done(await closeFieldwork(given.as(given.lead), id, fewHeard));
  });
});

describe('what was written in fieldwork stands for raw SQL', () => {
  test.for([
    [`update indicator_assessment set note = 'Other words'`, 'a revision of its own'],
    [`update indicator_assessment set note = 'Other', revision = revision + 2`, 'a revision of its own'],
    [`delete from indicator_assessment`, 'append-only'],
    [`truncate indicator_assessment cascade`, 'append-only'],
    [`update assessment_version set note = 'Other'`, 'append-only'],
    [`delete from assessment_version`, 'append-only'],
    [
      `insert into assessment_version select audit_id, indicator_code, 7, conformity, 'Invented', evidence, assessed_at, assessed_by from assessment_version`,
      'is what the assessment',
    ],
    [`update fieldwork_operation set note = 'Other'`, 'append-only'],
    [`delete from fieldwork_operation`, 'append-only'],
    [
      `insert into fieldwork_operation select gen_random_uuid(), audit_id, device, 9, account_id, indicator_code, conformity, note, evidence, base, made_at, applied_at, outcome, revision, refusal from fieldwork_operation`,
      'out of order',
    ],
    [
      `insert into fieldwork_resolution select id, audit_id, indicator_code, 1, 'taken', now(), account_id from fieldwork_operation`,
      'no conflict of this indicator',
    ],
  ] as const)('%s', async ([change, why], { db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await aDevice(given.as(given.lead), id).edits('1.1.2', 'As found', 0);
    await expect(sql.raw(change).execute(db)).rejects.toThrow(why);
  });
});
