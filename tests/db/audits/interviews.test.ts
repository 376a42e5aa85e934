import { describe, expect } from 'vitest';

import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { destroyIdentities } from '#app/features/audits/interviews/commands/destroy-identities.server.ts';
import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { resolveConflict } from '#app/features/audits/fieldwork/commands/resolve-conflict.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { readInterview } from '#app/features/audits/interviews/commands/read-interview.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import { listInterviews, listReadings } from '#app/features/audits/interviews/queries.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import {
  checking,
  anEngagement,
  assessAll,
  done,
  fieldwork,
  strangers,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { aWorker, heard, said } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';
import { wholeDatabase } from '#tests/support/whole-database.ts';

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
      aWorker.phone,
      '9841237701',
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
    for (const actor of [given.colleague, given.decider, others.auditor, others.recruiter, others.reviewer])
      expect(await answer(actor)).toEqual(['not_found']);
    for (const actor of [given.reviewer, given.recruiter, given.officer])
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

  test('is cited by its key, in its own audit alone', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, pseudonym, lead } = await heard(given);
    const wrong = pseudonym === 'W-50' ? 'W-51' : 'W-50';
    const assessment = { conformity: 'does_not_conform', evidence: '', revision: 0 } as const;
    const finding = { grade: 'major', statement: 'Workers paid a broker.' } as const;
    const unknown = { ok: false, refusal: 'unknown_interview' };
    const note = (key: string) =>
      assessIndicator(lead, audit, '1.1.2', { ...assessment, note: `${key} paid.` });
    const raise = (key: string) =>
      raiseFinding(lead, audit, '1.1.2', { ...finding, evidence: `So says ${key}.` });
    expect([await note(wrong), await raise(wrong)]).toEqual([unknown, unknown]);
    expect(await db.selectFrom('finding').select('id').execute()).toEqual([]);
    done(await note(pseudonym));
    done(await raise(pseudonym));
    const merged = { choice: 'new', seen: '', conformity: 'conforms', note: wrong, evidence: '' } as const;
    expect(await resolveConflict(lead, audit, '1.1.2', merged)).toEqual(unknown);
  });

  test('forgets who the worker was once the term after the report is over, and keeps what was said', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { audit, id, lead } = await heard(given);
    await checking(given, [], audit);
    done(await endFactCheck(given.as(given.recruiter), audit));
    done(await approveReport(given.as(given.reviewer), audit, { note: '', revision: 1 }));
    const read = async () => done(await readInterview(lead, audit, id));
    await destroyIdentities({ db, now: new Date('2026-05-29T23:00:00Z') });
    expect((await read()).identity?.name).toBe(aWorker.name);
    const later = new Date('2026-05-30T03:00:00Z');
    await destroyIdentities({ db, now: later });
    await destroyIdentities({ db, now: new Date('2026-06-30T03:00:00Z') });
    expect(await read()).toMatchObject({
      interview: { destroyedAt: later },
      ...{ identity: null, notes: { text: said.notes }, lost: false },
    });
  });

  test('stands after fieldwork, and the team still reads it', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id, lead } = await heard(given);
    await assessAll(given, audit);
    done(await closeFieldwork(lead, audit, fewHeard));
    const over = { ok: false, refusal: 'audit_is_fieldwork_done' };
    expect(await writeInterview(lead, audit, id, { ...said, revision: 1 })).toEqual(over);
    expect(await recordInterview(lead, audit, aWorker)).toEqual(over);
    expect(done(await readInterview(lead, audit, id)).notes?.text).toBe(said.notes);
  });
});
