import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { readInterview } from '#app/features/audits/interviews/commands/read-interview.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, assessAll, done, fewHeard } from '#tests/support/factories/audits.ts';
import { aWorker, heard, said } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

/** Past every trigger, as somebody with the database's own rights. */
const forced = (db: Kysely<Database>, change: string) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(change).execute(trx);
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
      [row(`pseudonym = 'W-100'`), 'pseudonym stands'],
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
    done(await closeFieldwork(lead, audit, fewHeard));
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
