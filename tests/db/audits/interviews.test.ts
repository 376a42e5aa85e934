import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { readInterview } from '#app/features/audits/interviews/commands/read-interview.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import { listInterviews, listReadings } from '#app/features/audits/interviews/queries.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  assessAll,
  done,
  fieldwork,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aWorker, said } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

async function heard(given: Engagement) {
  const audit = await fieldwork(given);
  const lead = given.as(given.lead);
  const { id, pseudonym } = done(await recordInterview(lead, audit, aWorker));
  done(await writeInterview(lead, audit, id, { ...said, revision: 0 }));
  return { audit, id, pseudonym, lead };
}

/** Every text of every table, as whoever stole a copy would search it. */
async function wholeDatabase(db: Kysely<Database>) {
  const { rows } = await sql<{ name: string }>`select table_schema || '.' || table_name as name
    from information_schema.tables where table_type = 'BASE TABLE'
    and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const dumps: string[] = [];
  for (const { name } of rows) {
    const dump = await sql<{ text: string | null }>`select string_agg(to_jsonb(t)::text, ' ') as text
      from ${sql.table(name)} t`.execute(db);
    dumps.push(dump.rows[0]?.text ?? '');
  }
  return dumps.join(' ');
}

/** Past every trigger, as somebody with the database's own rights. */
const forced = (db: Kysely<Database>, change: string) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(change).execute(trx);
  });

describe('an interview', () => {
  test('is recorded, written, read by the team, and each reading is kept', async ({ db, now }) => {
    const given = await anEngagement(db);
    const { audit, id, pseudonym, lead } = await heard(given);
    const opened = done(await readInterview(lead, audit, id));
    expect(opened).toMatchObject({
      interview: { pseudonym, outcome: 'done', corridor: 'NP-QA' },
      identity: { name: aWorker.name, phone: aWorker.phone },
      notes: { text: said.notes, revision: 1, by: 'Anjali Rao' },
      lost: false,
    });
    expect(await listReadings(db, id)).toEqual([{ at: now, by: 'Anjali Rao' }]);
  });

  test('leaves not one word in the database, its events, mails and jobs', async ({ db, work }) => {
    const given = await anEngagement(db);
    const { pseudonym } = await heard(given);
    await work();
    const whole = await wholeDatabase(db);
    for (const word of [
      'Quillfeather',
      'zanzibarite',
      '7701',
      Buffer.from('zanzibarite').toString('base64url'),
    ])
      expect(whole).not.toContain(word);
    // The search finds what is there.
    expect(whole).toContain(`"${pseudonym}"`);
    expect(whole).toContain('Anjali Rao');
  });

  test('keeps every wording; the second of two writers is told', async ({ db }) => {
    const { audit, id, lead } = await heard(await anEngagement(db));
    const again = { ...said, notes: 'She paid twice.', revision: 1 };
    const both = await Promise.all([
      writeInterview(lead, audit, id, again),
      writeInterview(lead, audit, id, again),
    ]);
    expect(both.map((outcome) => (outcome.ok ? 'written' : outcome.refusal)).sort()).toEqual([
      'interview_written_meanwhile',
      'written',
    ]);
    const kept = await db
      .selectFrom('worker_interview_notes')
      .select('revision')
      .orderBy('revision')
      .execute();
    expect(kept).toEqual([{ revision: 1 }, { revision: 2 }]);
  });

  test('that fails is counted in one press; who refused is left alone', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const lead = given.as(given.lead);
    const { id } = done(await recordInterview(lead, audit, aWorker));
    done(await endInterview(lead, audit, id, 'unreachable'));
    done(await endInterview(lead, audit, id, 'refused'));
    const refused = { ok: false, refusal: 'interview_refused' };
    expect(await writeInterview(lead, audit, id, { ...said, revision: 0 })).toEqual(refused);
    expect((await listInterviews(db, audit)).map(({ outcome }) => outcome)).toEqual(['refused']);
    expect(await db.selectFrom('worker_interview_notes').select('revision').execute()).toEqual([]);
  });

  test('gets a key of its own when several are added at once', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const added = await Promise.all(
      Array.from({ length: 6 }, () => recordInterview(given.as(given.lead), audit, aWorker)),
    );
    expect(new Set(added.map((outcome) => done(outcome).pseudonym)).size).toBe(6);
  });

  test('is nobody’s but the team’s', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id } = await heard(given);
    const others = await strangers(db);
    const answer = async (actor: SignedIn) => {
      const scope = given.as(actor);
      const outcomes = [
        await readInterview(scope, audit, id),
        await writeInterview(scope, audit, id, { ...said, revision: 1 }),
        await recordInterview(scope, audit, aWorker),
        await endInterview(scope, audit, id, 'refused'),
      ];
      return [...new Set(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.refusal)))];
    };
    for (const actor of [given.colleague, others.auditor, others.recruiter, others.reviewer])
      expect(await answer(actor)).toEqual(['not_found']);
    for (const actor of [given.reviewer, given.recruiter, given.officer, given.decider])
      expect(await answer(actor)).toEqual(['forbidden']);
    expect(await listReadings(db, id)).toEqual([]);
  });

  test('of another audit is not found in this one', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id, lead } = await heard(given);
    const stage1 = await db
      .selectFrom('audit')
      .select('id')
      .where('type', '=', 'stage1')
      .executeTakeFirstOrThrow();
    expect(await readInterview(lead, stage1.id, id)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await readInterview(lead, audit, crypto.randomUUID())).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    expect(await readInterview(lead, audit, 'no-uuid')).toEqual({ ok: false, refusal: 'not_found' });
  });

  test('stands after fieldwork, and the team still reads it', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id, lead } = await heard(given);
    await assessAll(given, audit);
    done(await closeFieldwork(lead, audit));
    const over = { ok: false, refusal: 'audit_is_fieldwork_done' };
    expect(await writeInterview(lead, audit, id, { ...said, revision: 1 })).toEqual(over);
    expect(await recordInterview(lead, audit, aWorker)).toEqual(over);
    expect(done(await readInterview(lead, audit, id)).notes?.text).toBe(said.notes);
  });
});

describe('whoever holds the database', () => {
  test('cannot pass one worker’s words off as another’s', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id, lead } = await heard(given);
    const other = done(await recordInterview(lead, audit, { ...aWorker, name: 'Sita Other' }));
    done(await writeInterview(lead, audit, other.id, { ...said, name: 'Sita Other', revision: 0 }));
    await forced(
      db,
      `update worker_interview i set identity = (select identity from worker_interview o where o.id <> i.id);
       update worker_interview_notes n set notes = (select notes from worker_interview_notes o where o.interview_id <> n.interview_id)`,
    );
    for (const swapped of [id, other.id])
      expect(done(await readInterview(lead, audit, swapped))).toMatchObject({
        identity: null,
        notes: { text: '' },
        lost: true,
      });
  });

  test('a key that is lost is said, breaks nothing, and does not empty what it sealed', async ({ db }) => {
    const { audit, id, lead } = await heard(await anEngagement(db));
    const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: 'AAAAAAAAAAA' }));
    const lost = `'${header.toString('base64url')}' || substring(COLUMN from position('..' in COLUMN))`;
    await forced(
      db,
      `update worker_interview set identity = ${lost.replaceAll('COLUMN', 'identity')};
       update worker_interview_notes set notes = ${lost.replaceAll('COLUMN', 'notes')}`,
    );
    expect(done(await readInterview(lead, audit, id)).lost).toBe(true);
    const kept = () => db.selectFrom('worker_interview').select('identity').executeTakeFirstOrThrow();
    const before = await kept();
    done(await writeInterview(lead, audit, id, { notes: 'Heard again.', name: '', phone: '', revision: 1 }));
    expect(await kept()).toEqual(before);
    expect(done(await readInterview(lead, audit, id)).notes?.text).toBe('Heard again.');
  });

  test('is refused plain words, other hands, other orders and other times', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id, lead } = await heard(given);
    const row = (change: string) => `update worker_interview set ${change} where id = '${id}'`;
    const notes = (by: string, revision: number, words = 'notes') =>
      `insert into worker_interview_notes (interview_id, audit_id, revision, notes, written_at, written_by)
       select interview_id, audit_id, ${revision}, ${words}, now(), '${by}' from worker_interview_notes`;
    const reading = (
      by: string,
    ) => `insert into worker_interview_reading (interview_id, audit_id, account_id, read_at)
       values ('${id}', '${audit}', '${by}', now())`;
    const fake = Buffer.from('{"alg":"none"}').toString('base64url');
    const ways: [string, string][] = [
      [row(`identity = 'Kamala Quillfeather'`), 'worker_interview_identity_check'],
      [row(`identity = '${fake}' || substring(identity from position('..' in identity))`), 'identity_check'],
      [row(`pseudonym = 'W-98'`), 'pseudonym stands'],
      [row(`sex = 'male'`), 'sex stands'],
      [row(`outcome = 'refused'`), 'does not go from done to refused'],
      [row(`concluded_by = '${given.colleague.accountId}'`), 'only the audit team'],
      [row(`identity_destroyed_at = now()`), 'worker_interview_destroyed'],
      [notes(given.lead.accountId, 2, `'She paid.'`), 'notes_check'],
      [notes(given.lead.accountId, 3), 'revision of its own'],
      [notes(given.reviewer.accountId, 2), 'only the audit team'],
      [`update worker_interview_notes set notes = notes || 'A'`, 'append-only'],
      [`delete from worker_interview_notes`, 'append-only'],
      [`delete from worker_interview`, 'append-only'],
      [reading(given.officer.accountId), 'only the audit team'],
      [`truncate worker_interview cascade`, 'append-only'],
    ];
    for (const [way, reason] of ways) await expect(sql.raw(way).execute(db), way).rejects.toThrow(reason);
    done(await readInterview(lead, audit, id));
    await expect(sql`delete from worker_interview_reading`.execute(db)).rejects.toThrow();

    await sql.raw(row(`identity = null, identity_destroyed_at = now()`)).execute(db);
    await expect(sql.raw(row(`identity_destroyed_at = null`)).execute(db)).rejects.toThrow('stands');
    await assessAll(given, audit);
    done(await closeFieldwork(lead, audit));
    await expect(sql.raw(notes(given.lead.accountId, 2)).execute(db)).rejects.toThrow('not in progress');
  });

  test('finds nothing done without notes, and no notes of who refused', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, lead } = await heard(given);
    const { id } = done(await recordInterview(lead, audit, aWorker));
    const by = given.lead.accountId;
    await expect(
      sql`update worker_interview set outcome = 'done', concluded_at = now(), concluded_by = ${by}
        where id = ${id}`.execute(db),
    ).rejects.toThrow('has notes');
    done(await endInterview(lead, audit, id, 'refused'));
    await expect(
      sql`insert into worker_interview_notes (interview_id, audit_id, revision, notes, written_at, written_by)
        select ${id}, audit_id, 1, notes, now(), written_by from worker_interview_notes`.execute(db),
    ).rejects.toThrow('who refused');
  });
});
