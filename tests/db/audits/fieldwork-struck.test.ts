import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { inWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { anEngagement, done, fieldwork } from '#tests/support/factories/audits.ts';
import { aDevice, anEdit, aRaising } from '#tests/support/factories/fieldwork.ts';
import { test } from '#tests/support/test.ts';

describe('what the database does not take of a device', () => {
  test('is one operation: those beside it are taken, in order, and it is kept in its words', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await sql`alter table indicator_assessment add constraint struck check (note <> 'Struck')`.execute(db);
    await sql`alter table finding add constraint struck check (statement <> 'A finding that is struck.')`.execute(
      db,
    );
    const { sends } = aDevice(given.as(given.lead), id);
    const day = [
      anEdit(1, '1.1.2', 'Before it'),
      anEdit(2, '1.1.2', 'Struck', 1),
      { ...aRaising(3, '1.1.2'), statement: 'A finding that is struck.' },
      anEdit(4, '1.1.2', 'Behind it', 1),
      aRaising(5, '1.1.3'),
    ];
    const first = done(await sends(day));
    expect(first.next).toBe(6);
    expect(first.results).toMatchObject([
      { outcome: 'applied', revision: 1 },
      { outcome: 'refused', refusal: 'could_not_be_taken' },
      { outcome: 'refused', refusal: 'could_not_be_taken' },
      { outcome: 'applied', revision: 2 },
      { outcome: 'raised' },
    ]);
    for (const [at, what] of [
      [1, 'answer'],
      [2, 'finding'],
    ] as const)
      expect(first.results.slice(at, at + 1).map(inWords)).toMatchObject([
        {
          message: expect.stringMatching(
            `^This could not be taken.*Your ${what} was not taken, but it is kept`,
          ),
        },
      ]);
    expect(done(await sends(day))).toEqual(first);
    expect((await listRefused(db, id)).map(({ note }) => note)).toEqual([
      'A finding that is struck.',
      'Struck',
    ]);
    // Nothing half done of it: no finding, no number used, nothing told.
    const findings = await db.selectFrom('finding').select(['number', 'indicator_code as code']).execute();
    expect(findings).toEqual([{ number: 1, code: '1.1.3' }]);
    const events = await db.selectFrom('event').select('id').where('type', '=', 'finding.raised').execute();
    expect(events).toHaveLength(1);
  });

  test('and goes by, is sent again: nothing of it is kept as refused', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await sql`create function busy() returns trigger language plpgsql as $$
      begin raise exception 'busy' using errcode = 'deadlock_detected'; end $$`.execute(db);
    await sql`create trigger busy before insert on indicator_assessment for each row
      when (new.note = 'Struck') execute function busy()`.execute(db);
    const { sends } = aDevice(given.as(given.lead), id);
    const day = [anEdit(1, '1.1.2', 'Before it'), anEdit(2, '1.1.3', 'Struck')];
    await expect(sends(day)).rejects.toThrow('busy');
    expect(await db.selectFrom('fieldwork_operation').select('id').execute()).toEqual([]);
    await sql`drop trigger busy on indicator_assessment`.execute(db);
    expect(done(await sends(day)).results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
  });

  test('since the team may not, is no matter of one operation', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await sql`alter table indicator_assessment add constraint audit_member_tied check (note <> 'Struck')`.execute(
      db,
    );
    const { sends } = aDevice(given.as(given.lead), id);
    const day = [anEdit(1, '1.1.2', 'Before it'), anEdit(2, '1.1.3', 'Struck')];
    expect(await sends(day)).toEqual({ ok: false, refusal: 'member_tied' });
    expect(await db.selectFrom('fieldwork_operation').select('id').execute()).toEqual([]);
  });
});
