import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { declareInterest } from '#app/features/bodies/interests/commands.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import {
  findLatestRequest,
  findOpenRequest,
  listExtensionTasks,
  listOwnRequests,
} from '#app/features/certificates/extension/queries.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const asked = {
  corridors: ['NP-JP'],
  sectors: [],
  offices: ['Biratnagar'],
  grounds: 'We opened an office in Biratnagar and hold the licence for Japan.',
};
const extended = {
  outcome: 'extended' as const,
  answer: 'The same system covers it; nothing needs an audit.',
};
const refused = {
  outcome: 'refused' as const,
  answer: 'The new office has to be audited before it is covered.',
};

const versions = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate_version')
    .select(['version', 'action', 'corridors', 'offices'])
    .orderBy('version')
    .execute();

describe('a wider scope', () => {
  test('is asked for by the holder, extended by an officer, and on the register the same moment', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const holder = given.as(given.recruiter);
    const officer = given.as(given.officer);
    done(await askForExtension(holder, asked));
    expect(await askForExtension(holder, asked)).toEqual({ ok: false, refusal: 'already_asked' });
    expect(await findOpenRequest(officer, given.certificateId)).toMatchObject({
      added: { corridors: ['NP-JP'], sectors: [], offices: ['Biratnagar'] },
    });
    expect(await listExtensionTasks(officer)).toMatchObject([{ about: given.number }]);
    done(await answerExtension(officer, given.certificateId, extended));
    const [first, second] = await versions(db);
    expect(second).toEqual({
      ...{ version: 2, action: 'extended' },
      corridors: [...(first?.corridors ?? []), 'NP-JP'],
      offices: [...(first?.offices ?? []), 'Biratnagar'],
    });
    const seen = done(await findByCertificate(officer, given.number));
    expect(seen.record.certificate?.corridors).toContain('NP-JP');
    expect(await listOwnRequests(holder)).toMatchObject([{ state: 'extended', answer: extended.answer }]);
    expect(await listExtensionTasks(officer)).toEqual([]);
    expect(await answerExtension(officer, given.certificateId, extended)).toMatchObject({
      refusal: 'already_answered',
    });
    expect(await findOpenRequest(officer, given.certificateId)).toBeUndefined();
    expect(await findLatestRequest(officer, given.certificateId)).toMatchObject({ answer: extended.answer });
    expect(await askForExtension(holder, asked)).toEqual({ ok: false, refusal: 'nothing_new' });
    await work();
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects).toContain(`Certificate ${given.number} covers more from today`);
  });

  test('refused leaves the scope and tells the reasons; the holder may ask again', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    done(await askForExtension(given.as(given.recruiter), asked));
    done(await answerExtension(given.as(given.officer), given.certificateId, refused));
    expect(await versions(db)).toHaveLength(1);
    await work();
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects).toContain(`Certificate ${given.number} keeps its scope`);
    done(await askForExtension(given.as(given.recruiter), asked));
  });

  test('two officers at once: one answer stands, and one version', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await askForExtension(given.as(given.recruiter), asked));
    const officer = given.as(given.officer);
    const outcomes = await Promise.all([
      answerExtension(officer, given.certificateId, extended),
      answerExtension(officer, given.certificateId, refused),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await versions(db)).length).toBeLessThanOrEqual(2);
  });

  test('is not for what is suspended, nor for sectors the audit body is not approved for', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    done(await askForExtension(given.as(given.recruiter), { ...asked, sectors: ['F'] }));
    done(await suspendCertificate(officer, given.certificateId, ownSuspension));
    const answer = () => answerExtension(officer, given.certificateId, extended);
    expect(await answer()).toEqual({ ok: false, refusal: 'suspended' });
    const note = 'The matter was put right and seen by the team.';
    done(await liftSuspension(officer, given.certificateId, { note }));
    await db.connection().execute(async (one) => {
      await sql`set session_replication_role = replica`.execute(one);
      await sql`update audit_body_approval set sectors = '{U}'`.execute(one);
      await sql`set session_replication_role = origin`.execute(one);
    });
    expect(await answer()).toEqual({ ok: false, refusal: 'body_not_approved' });
    expect(await versions(db)).toHaveLength(1);
  });

  test('is answered by nobody who has a tie to the holder', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await askForExtension(given.as(given.recruiter), asked));
    const tie = {
      kind: 'kinship' as const,
      statement: 'My sister keeps the books there.',
      fromOn: '2024-01-01',
    };
    const declared = { recruiter: 'Himal Workforce', ...tie, untilOn: undefined };
    done(await declareInterest(given.as(given.officer), declared));
    expect(await answerExtension(given.as(given.officer), given.certificateId, extended)).toEqual({
      ok: false,
      refusal: 'tied',
    });
    const forged = sql`update certificate_scope_request set state = 'refused', answered_by = ${given.officer.accountId},
      answered_at = now(), answer = 'Answered past every rule there is.'`;
    await expect(forged.execute(db)).rejects.toThrow('an officer without a tie');
  });

  test('in SQL has its request, its answer and its version', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await askForExtension(given.as(given.recruiter), asked));
    const { officer, lead } = given;
    const answered = (state: string, by: string) => `update certificate_scope_request set state = '${state}',
      answered_by = '${by}', answered_at = now(), answer = 'Answered past every rule there is.'`;
    const version = `insert into certificate_version (certificate_id, version, action, corridors, sectors, offices, note,
      decided_by, from_at, request_id) select c.id, 2, 'extended', c.corridors || '{NP-AU}'::text[], c.sectors, c.offices,
      'Written past every rule.', '${officer.accountId}', now(), r.id from certificate c, certificate_scope_request r`;
    for (const [statement, reason] of [
      [answered('extended', officer.accountId), 'a scope that was extended has a version'],
      [answered('refused', lead.accountId), 'an officer without a tie'],
      [`${answered('extended', officer.accountId)}; ${version}`, 'as it was asked for'],
      [version, 'as it was asked for'],
      [`update certificate_scope_request set grounds = 'Other grounds than were given.'`, 'stands as it is'],
      [`delete from certificate_scope_request`, 'append-only'],
    ] as const)
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);
  });
});
