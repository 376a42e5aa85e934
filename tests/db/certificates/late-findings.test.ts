import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import {
  escalateOverdue,
  escalateUnpaid,
  extendFinding,
} from '#app/features/audits/findings/clocks/commands.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { announceLateFindings } from '#app/features/certificates/clock/late/commands.server.ts';
import { findAnnounced } from '#app/features/certificates/clock/late/queries.server.ts';
import { findComing } from '#app/features/certificates/life/queries.server.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { listClocks } from '#app/features/certificates/clock/due.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { correctiveAction } from '#tests/support/factories/corrections.ts';
import { aGraveFinding } from '#tests/support/factories/late-findings.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T01:20:00Z`);
const reason = 'The clinic’s records come from abroad.';
const major = { grade: 'major', state: 'awaiting_cap' } as const;

/** Nights of the house, twice at the same time each: the certificates' clock, then the findings'. */
async function nights(db: Kysely<Database>, ...days: string[]) {
  for (const day of days) {
    const house = { db, now: on(day) };
    await Promise.all([runCertificateClock(house), runCertificateClock(house)]);
    await escalateOverdue(house);
    await escalateUnpaid(house);
  }
}

const told = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('event')
      .select(['payload', 'occurred_at'])
      .where('type', '=', 'certificate.late_finding_announced')
      .orderBy('position')
      .execute()
  ).map(({ payload, occurred_at }) => [occurred_at.toISOString().slice(0, 10), payload]);

const standing = (db: Kysely<Database>) =>
  db.selectFrom('certificate').select(['status', 'reason_class as reason']).executeTakeFirstOrThrow();

describe('a late major finding', () => {
  test('is announced 60, 30 and 7 days ahead, once each, and then suspends', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, { grade: 'major', state: 'cap_accepted' });
    mailer.sent.length = 0;
    await nights(db, '2026-05-01', '2026-05-02', '2026-05-03', '2026-06-01', '2026-06-23', '2026-06-24');
    const announced = (days: number) => ({
      ...{ findingId: finding, dueOn: '2026-06-30', days, on: '2026-07-01' },
    });
    expect(await told(db)).toEqual([
      ['2026-05-02', announced(60)],
      ['2026-06-01', announced(30)],
      ['2026-06-24', announced(7)],
    ]);
    await work();
    expect(mailer.sent.map(({ subject }) => subject).toSorted()).toEqual(
      [30, 60, 7].map((days) => `Certificate ${given.number} will be suspended in ${days} days`),
    );
    expect(mailer.sent[0]?.text).toMatch(/AUD-\d+\/77/);
    await nights(db, '2026-06-30');
    await work();
    expect((await standing(db)).status).toBe('active');
    await nights(db, '2026-07-01', '2026-07-02');
    await work();
    expect(await standing(db)).toEqual({ status: 'suspended', reason: 'late_corrective_action' });
  });

  test('whose clock is shorter is told at once and 7 days ahead', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await aGraveFinding(given, major);
    await nights(db, '2026-04-02', '2026-04-03', '2026-04-08', '2026-04-09', '2026-04-15');
    expect(await told(db)).toMatchObject([
      ['2026-04-02', { days: 14, on: '2026-04-16' }],
      ['2026-04-09', { days: 7, on: '2026-04-16' }],
    ]);
    await nights(db, '2026-04-16');
    await work();
    expect((await standing(db)).status).toBe('suspended');
  });

  test('of which nobody was told suspends nobody until 7 days after it was', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await aGraveFinding(given, major);
    await escalateOverdue({ db, now: on('2026-05-09') });
    await nights(db, '2026-05-10', '2026-05-16');
    await work();
    expect(await told(db)).toMatchObject([['2026-05-10', { days: 7, on: '2026-05-17' }]]);
    expect((await standing(db)).status).toBe('active');
    await nights(db, '2026-05-17');
    await work();
    expect((await standing(db)).status).toBe('suspended');
  });

  test('with more time is announced anew, and the earlier day passes', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, major);
    await nights(db, '2026-04-02', '2026-04-09');
    const late = { ...given.as(given.reviewer), now: on('2026-04-14') };
    done(await extendFinding(late, finding, { until: '2026-04-25', reason }));
    mailer.sent.length = 0;
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).not.toContainEqual(
      expect.stringContaining('will be suspended'),
    );
    expect(mailer.sent.map(({ text }) => text.replace(/\s+/g, ' '))).toContainEqual(
      expect.stringContaining('announced for the earlier day does not come'),
    );
    await nights(db, '2026-04-16', '2026-04-19', '2026-04-25');
    await work();
    expect((await standing(db)).status).toBe('active');
    expect((await told(db)).slice(2)).toMatchObject([
      ['2026-04-16', { dueOn: '2026-04-25', days: 10, on: '2026-04-26' }],
      ['2026-04-19', { dueOn: '2026-04-25', days: 7, on: '2026-04-26' }],
    ]);
    expect(mailer.sent.at(-1)?.text).toContain('cannot be given again');
    await nights(db, '2026-04-26');
    await work();
    expect((await standing(db)).status).toBe('suspended');
  });

  test('whose workers are not made whole by their day suspends as announced, whatever was sent', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, { grade: 'major', state: 'cap_accepted' });
    await pastRules(db, async (one) => {
      await sql`update finding set state = 'evidence_submitted', harm = 'fee_charged', workers_paid = true,
        close_due_on = '2026-05-31' where id = ${finding}`.execute(one);
      await sql`insert into remedy (finding_id, due_on, opened_at, opened_by)
        values (${finding}, '2026-06-30', '2026-04-02', ${given.lead.accountId})`.execute(one);
    });
    mailer.sent.length = 0;
    await nights(db, '2026-05-02', '2026-06-01', '2026-06-24', '2026-06-30');
    await work();
    const days = (await told(db)).map(([, payload]) => payload);
    expect(days).toMatchObject([60, 30, 7].map((ahead) => ({ dueOn: '2026-06-30', days: ahead })));
    expect(mailer.sent.map(({ text }) => text.replace(/\s+/g, ' '))).toContainEqual(
      expect.stringContaining('Give workers back what they are owed'),
    );
    const holder = { ...given.as(given.recruiter), now: on('2026-06-24') };
    const own = await findOwnCertificate(holder);
    const coming = own && (await findComing(holder, own.certificate));
    expect(coming?.late).toMatchObject([{ owed: 'repayment', on: '2026-07-01', extendable: false }]);
    expect((await standing(db)).status).toBe('active');
    await nights(db, '2026-07-01');
    await work();
    expect(await standing(db)).toEqual({ status: 'suspended', reason: 'late_corrective_action' });
  });

  test('that was answered in time brings nothing', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, major);
    await nights(db, '2026-04-02', '2026-04-09');
    const answered = { ...given.as(given.recruiter), now: on('2026-04-15') };
    done(await submitPlan(answered, finding, correctiveAction));
    await nights(db, '2026-04-16', '2026-04-30');
    await work();
    expect((await standing(db)).status).toBe('active');
    expect(await told(db)).toHaveLength(2);
    expect(await findAnnounced(db, finding, '2026-04-15')).toBeUndefined();
  });
});

test('a late critical finding withdraws what is suspended, as it was announced', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
  await aGraveFinding(given, { grade: 'critical', state: 'awaiting_cap' });
  await work();
  mailer.sent.length = 0;
  await nights(db, '2026-04-02', '2026-04-08');
  await work();
  expect(mailer.sent.map(({ subject }) => subject)).toEqual([
    `Certificate ${given.number} will be withdrawn in 7 days`,
  ]);
  expect((await standing(db)).status).toBe('suspended');
  await nights(db, '2026-04-09');
  await work();
  expect(await standing(db)).toEqual({ status: 'withdrawn', reason: 'late_corrective_action' });
});

test('what comes stands on the page of the certificate', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const { finding } = await aGraveFinding(given, major);
  const scope = { ...given.as(given.recruiter), now: on('2026-04-12') };
  const listed = await findOwnCertificate(scope);
  if (!listed) throw new Error('There is a certificate');
  const coming = { id: finding, change: 'suspension', owed: 'plan', dueOn: '2026-04-15', extendable: true };
  expect((await findComing(scope, listed.certificate)).late).toEqual([
    { ...coming, finding: expect.stringMatching(/^AUD-\d+\/77$/), on: '2026-04-19' },
  ]);
  for (const clocks of await listClocks(db))
    await announceLateFindings({ db, now: on('2026-04-09') }, clocks);
  expect((await findComing(scope, listed.certificate)).late).toMatchObject([{ on: '2026-04-16' }]);
});

describe('the database', () => {
  test.for([
    ['another day', { due: '2026-04-17', acts: '2026-04-20', at: '2026-04-09' }],
    ['too few days', { due: '2026-04-16', acts: '2026-04-16', at: '2026-04-10' }],
  ] as const)('keeps no announcement with %s', async ([, { due, acts, at }], { db, work }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, major);
    const row = sql`insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at, finding_id)
      values (${given.certificateId}, 'late_finding', ${due}, 7, ${acts}, ${at}, ${finding})`;
    await expect(row.execute(db)).rejects.toThrow('is announced what its recruiter has to do');
  });

  test('keeps an announcement of a finding with its finding alone', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, major);
    const row = (change: string, of: string | null) =>
      sql`insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at, finding_id)
        values (${given.certificateId}, ${change}, '2026-04-16', 7, '2026-04-16', '2026-04-09', ${of})`.execute(
        db,
      );
    await expect(row('suspension', finding)).rejects.toThrow('certificate_announcement_of_finding');
    await expect(row('late_finding', null)).rejects.toThrow(/certificate_announcement_of|is announced what/);
    await row('late_finding', finding);
    await expect(row('late_finding', finding)).rejects.toThrow('certificate_announcement_o');
    await expect(sql`truncate certificate_announcement`.execute(db)).rejects.toThrow('append-only');
  });

  test('escalates nothing that was not announced in time', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, major);
    const escalated = (at: string) =>
      sql`insert into finding_escalation (finding_id, cause, clock, due_on, from_grade, to_step, escalated_at)
        values (${finding}, 'late', 'plan', '2026-04-15', 'major', 'suspension', ${at})`.execute(db);
    await expect(escalated('2026-05-20')).rejects.toThrow('was not announced in time');
    await nights(db, '2026-05-10');
    await expect(escalated('2026-05-16T23:00Z')).rejects.toThrow('was not announced in time');
    await escalated('2026-05-17T01:00Z');
  });

  test('suspends nothing for a late finding that was not announced', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { finding } = await aGraveFinding(given, major);
    const at = '2026-05-20T01:00Z';
    await pastRules(db, async (one) => {
      await sql`insert into finding_escalation (finding_id, cause, clock, due_on, from_grade, to_step, escalated_at)
        values (${finding}, 'late', 'plan', '2026-04-15', 'major', 'suspension', ${at})`.execute(one);
    });
    await db
      .transaction()
      .execute((trx) =>
        recordEvent(
          trx,
          { actor: { kind: 'system' }, now: new Date(at), subject: finding, related: [given.agency.id] },
          'finding.escalated',
          { from: 'major', to: 'suspension' },
        ),
      );
    const suspended = db.transaction().execute(async (trx) => {
      await sql`update certificate set status = 'suspended', reason_class = 'late_corrective_action', since = ${at}`.execute(
        trx,
      );
      await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, cause, fact_id, decided_at)
        select id, 'suspended', status, reason_class, 'Written past every rule.', 'finding',
          (select id from event where type = 'finding.escalated'), since from certificate`.execute(trx);
    });
    await expect(suspended).rejects.toThrow('changes it as it was announced');
  });
});
