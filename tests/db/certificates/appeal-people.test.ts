import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { tellDueAppeals } from '#app/features/certificates/appeals/clock.server.ts';
import { acknowledgeAppeal } from '#app/features/certificates/appeals/commands/acknowledge-appeal.server.ts';
import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import {
  findCertificateAppeal,
  listCertificateAppeals,
  listOwnCertificateAppeals,
} from '#app/features/certificates/appeals/queries.server.ts';
import {
  listAppealableTasks,
  listCertificateAppealTasks,
} from '#app/features/certificates/appeals/tasks.server.ts';
import {
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { isUnderAppeal } from '#app/features/register/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  anAppeal,
  days,
  decidedByTwo,
  dismissed,
  free,
  grounds,
  upheld,
} from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const note = 'The officer wrote down why, at some length.';
const stay = { stay: 'granted' as const, reasons: 'The harm of waiting would be greater than its use.' };

/** Past the constraints of other rooms: how the part came about is theirs, that it counts here is ours. */
const happened = (db: Kysely<Database>, statements: string) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statements).execute(trx);
  });

const rawDecision = (person: string) => sql`update certificate_appeal set outcome = 'upheld',
  reasons = 'Twenty letters at the least', decided_by = ${person}::uuid, decided_at = now()`;
const rawStay = (person: string) => sql`update certificate_appeal set stay = 'granted',
  stay_reasons = 'Twenty letters at the least', stay_decided_by = ${person}::uuid, stay_decided_at = now()`;

type Given = Awaited<ReturnType<typeof anAppeal>>;
type Part = (given: Given, person: string) => string;
const parts: [who: string, bar: string, part: Part][] = [
  [
    'who decided it',
    'decided_by_you',
    (_, person) => `update certificate_status set decided_by = '${person}' where action = 'suspended'`,
  ],
  [
    'who audited',
    'audited_by_you',
    ({ auditId }, person) =>
      `insert into audit_team_member (audit_id, account_id, role, assigned_at) values ('${auditId}', '${person}', 'technical_expert', now())`,
  ],
  [
    'who reviewed the report',
    'report_reviewed_by_you',
    (_, person) => `update audit set reviewed_by = '${person}'`,
  ],
  [
    'who reviewed the application',
    'application_reviewed_by_you',
    ({ applicationId }, person) =>
      `insert into application_review (application_id, outcome, reasons, decided_by, decided_at)
       values ('${applicationId}', 'accepted', 'Licence confirmed with the authority.', '${person}', now())`,
  ],
  [
    'who advised the holder',
    'advised_by_you',
    ({ agency, officer }, person) =>
      `insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
       values ('${person}', '${agency.id}', 'training', '2025-06-01', now(), '${officer.accountId}')`,
  ],
  [
    'who has a tie to it',
    'tied',
    ({ agency }, person) =>
      `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
       values ('${person}', '${agency.id}', 'kinship', 'A cousin runs the branch.', '2020-01-01', now())`,
  ],
];

describe('neither reads, stays nor decides', () => {
  test.for(parts)('%s', async ([, bar, part], { db, work }) => {
    const given = await anAppeal(db, work);
    const person = given.judge.actor.accountId;
    await happened(db, part(given, person));
    expect(await findCertificateAppeal(given.judge, given.appealId)).toMatchObject({
      refusal: bar,
      texts: undefined,
    });
    expect(await decideStay(given.judge, given.appealId, stay)).toEqual(no(bar));
    expect(await decidedByTwo(given.judge, given.appealId, upheld)).toEqual(no(bar));
    await expect(rawDecision(person).execute(db)).rejects.toThrow(`does not decide: ${bar}`);
    await expect(rawStay(person).execute(db)).rejects.toThrow(`does not decide: ${bar}`);
  });

  test('who declared a conflict, who declared nothing, and who is not of the scheme', async ({
    db,
    work,
  }) => {
    const given = await anAppeal(db, work);
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const fresh = given.as(await aPerson(db, scheme, 'officer'));
    expect(await decidedByTwo(fresh, given.appealId, upheld)).toEqual(no('declare_first'));
    expect(await findCertificateAppeal(fresh, given.appealId)).toMatchObject({
      refusal: 'declare_first',
      texts: undefined,
    });
    await expect(rawDecision(fresh.actor.accountId).execute(db)).rejects.toThrow(
      'declares to have no conflict',
    );
    await expect(rawDecision(given.recruiter.accountId).execute(db)).rejects.toThrow('by the scheme');
    done(await declareForAppeal(fresh, given.appealId, { ...free, conflicted: true }));
    expect(await decidedByTwo(fresh, given.appealId, upheld)).toEqual(no('conflict_declared'));
    await expect(rawDecision(fresh.actor.accountId).execute(db)).rejects.toThrow('conflict_declared');
    expect(await decidedByTwo(given.judge, crypto.randomUUID(), upheld)).toEqual(no('not_found'));
  });

  test('who recorded the fact a certificate was suspended by', async ({ db, work }) => {
    const given = await anAppeal(db, work, async ({ agency, officer }) => {
      const fact = { actor: officer, now: days(0), subject: crypto.randomUUID(), related: [agency.id] };
      await db
        .transaction()
        .execute((trx) => recordEvent(trx, fact, 'finding.issued', { grade: 'critical' }));
      await work();
    });
    // Suspended by the fact alone, it is appealed against like any other suspension.
    expect(await listOwnCertificateAppeals(given.as(given.owner))).toMatchObject([
      { against: 'suspended', ...grounds },
    ]);
    const byFact = given.as(given.officer);
    expect(await declareForAppeal(byFact, given.appealId, free)).toEqual(no('decided_by_you'));
    expect(await findCertificateAppeal(given.judge, given.appealId)).toMatchObject({
      texts: { grounds: grounds.grounds },
    });
  });
});

const refused: [statement: string, reason: string][] = [
  [
    `insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at, appeal_id)
      select certificate_id, 'upheld', 'active', 'Ten letters', lodged_by, now(), id from certificate_appeal`,
    'no appeal brings',
  ],
  [
    `insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
      select certificate_id, 'upheld', 'active', 'Ten letters', lodged_by, now() from certificate_appeal`,
    'certificate_status_appeal',
  ],
  [
    `update certificate set status = 'active', reason_class = null, since = now()`,
    'has no decision behind it',
  ],
  [`delete from certificate_appeal`, 'append-only'],
  [`truncate certificate_appeal cascade`, 'append-only'],
  [`update certificate_appeal set grounds = grounds || 'And more.'`, 'stands as it is'],
  [`update certificate_appeal set due_on = due_on + 30`, 'stands as it is'],
  [`update certificate_appeal set outcome = 'upheld'`, 'by the scheme'],
  [
    `update certificate_appeal set acknowledged_at = now(), acknowledged_by = lodged_by`,
    'acknowledged by an officer',
  ],
  [`update certificate_appeal_declaration set conflicted = true`, 'append-only'],
];

describe('the database refuses', () => {
  test.for(refused)('%s', async ([statement, reason], { db, work }) => {
    await anAppeal(db, work);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(reason);
  });

  test('to bring back what was withdrawn without an appeal that was upheld', async ({ db, work }) => {
    const given = await anAppeal(db, work, async ({ as, officer, certificateId }) =>
      done(await withdrawCertificate(as(officer), certificateId, { reasonClass: 'fraud', note })),
    );
    const back = sql`update certificate set status = 'active', reason_class = null, since = now()`;
    await expect(back.execute(db)).rejects.toThrow('is final');
    done(await decidedByTwo(given.judge, given.appealId, dismissed));
    await expect(back.execute(db)).rejects.toThrow('is final');
    await expect(sql`update certificate_appeal set outcome = 'upheld'`.execute(db)).rejects.toThrow(
      'stands as it is',
    );
  });

  test('an appeal that is late, not an owner’s, or against nothing that stands', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    const clerk = await aPerson(db, given.agency, 'recruiter');
    const raw = (person: string, moment: string, position = 'position') => sql`
      insert into certificate_appeal (certificate_id, against, status_position, against_at, grounds, stay_asked, lodged_by, lodged_at,
        acknowledge_by, due_on)
      select certificate_id, 'suspended', ${sql.raw(position)}, decided_at, 'Twenty letters at the least', false, ${person}::uuid,
        decided_at + ${moment}::interval, '2026-04-20', '2026-04-20' from certificate_status where action = 'suspended'`;
    await expect(raw(clerk.accountId, '1 day').execute(db)).rejects.toThrow('by an owner of the holder');
    await expect(raw(given.recruiter.accountId, '31 days').execute(db)).rejects.toThrow('within 30 days');
    await expect(raw(given.recruiter.accountId, '1 day', 'position - 1').execute(db)).rejects.toThrow(
      'that stands',
    );
    await raw(given.recruiter.accountId, '30 days').execute(db);
  });
});

describe('of an appeal', () => {
  test('the holder and those who may decide learn by mail, and nobody else', async ({ db, work, mailer }) => {
    const given = await anAppeal(db, work);
    mailer.sent.length = 0;
    await work();
    const subjects = mailer.sent.map(({ subject }) => subject.replace(given.number, 'C')).toSorted();
    // The panel's member, who granted it years ago, and the judge; the officer who suspended it does not.
    expect(subjects.filter((subject) => subject.includes('to decide'))).toHaveLength(2);
    expect(subjects).toContain('Certificate C: we have your appeal');
    mailer.sent.length = 0;
    done(await acknowledgeAppeal(given.as(given.officer), given.appealId));
    done(await decideStay(given.judge, given.appealId, stay));
    done(await decidedByTwo(given.judge, given.appealId, dismissed));
    await work();
    const texts = mailer.sent.map(({ text }) => text.replace(/\s+/g, ' ')).join();
    for (const words of ['is complete', stay.reasons, dismissed.reasons, 'is suspended since'])
      expect(texts).toContain(words);
  });

  test('the clock reminds once a step, also after it stood still', async ({ db, work, mailer }) => {
    const given = await anAppeal(db, work);
    await work();
    const told = async (count: number) => {
      mailer.sent.length = 0;
      await tellDueAppeals({ db, now: days(count) });
      await tellDueAppeals({ db, now: days(count) });
      await work();
      return [...new Set(mailer.sent.map(({ subject }) => subject.split(': ')[1]))].toSorted();
    };
    expect(await told(5)).toEqual([]);
    expect(await told(9)).toEqual(['an appeal is not acknowledged yet']);
    expect(await told(90)).toEqual(['an appeal is late, see to it', 'the appeal is late']);
    expect(await told(91)).toEqual([]);
    done(await decidedByTwo(given.judge, given.appealId, dismissed));
    await work();
    expect(await told(200)).toEqual([]);
  });

  test('everybody reads that it is pending, and the history tells every status', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    const asked = { db, now: days(1) };
    expect(await isUnderAppeal(asked, 'LRN00012603')).toBe(true);
    done(await decideStay(given.judge, given.appealId, stay));
    done(await decidedByTwo(given.judge, given.appealId, dismissed));
    expect(await isUnderAppeal(asked, 'LRN00012603')).toBe(false);
    const history = await listHistory(asked, 'LRN00012603');
    expect(history.map(({ status }) => status)).toEqual([
      ...['suspended', 'certified', 'suspended', 'certified', 'applicant'],
    ]);
    expect(JSON.stringify(history)).not.toContain(grounds.grounds);
  });

  test('desks say what is to be done, and until when', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    expect(await listCertificateAppealTasks(given.as(given.officer))).toMatchObject([
      { action: 'Acknowledge', due: '2026-03-06' },
      { due: '2026-04-30' },
    ]);
    expect(await listCertificateAppealTasks(given.as(given.decider))).toHaveLength(1);
    expect(await listCertificateAppeals(given.as(given.officer))).toMatchObject([
      { outcome: null, number: given.number },
    ]);
    expect(await listAppealableTasks(given.as(given.owner))).toEqual([]);
    done(
      await withdrawCertificate(given.as(given.officer), given.certificateId, { reasonClass: 'fraud', note }),
    );
    expect(await listAppealableTasks(given.as(given.owner))).toMatchObject([{ due: '2026-03-31' }]);
    expect(await listAppealableTasks(given.as(given.recruiter))).toEqual([]);
  });
});
