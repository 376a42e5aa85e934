import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { actOn, runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { listClocks, listReady } from '#app/features/certificates/clock/due.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listHolderTasks, listOfficerTasks } from '#app/features/certificates/tasks.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension, suspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T01:20:00Z`);
const note = 'The officer wrote down why, at some length.';
const types = ['certificate.expiring', 'certificate.expired', 'certificate.change_announced'];

const told = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('event')
      .select(['type', 'payload', 'occurred_at'])
      .where('type', 'in', types)
      .orderBy('position')
      .execute()
  ).map(({ type, payload, occurred_at }) => [occurred_at.toISOString().slice(0, 10), type, payload]);

const standing = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('certificate')
      .select(['status', 'reason_class'])
      .orderBy('valid_from')
      .executeTakeFirstOrThrow()
  ).status;

/** Runs it twice at the same time on each of these days. */
async function nights(db: Kysely<Database>, days: string[]) {
  for (const day of days) {
    const house = { db, now: on(day) };
    await Promise.all([runCertificateClock(house), runCertificateClock(house)]);
  }
}
const everyDay = (from: string, count: number) =>
  Array.from({ length: count }, (_, day) => addDays(from, day));

describe('a suspension that nobody resolves', () => {
  test('is announced 60, 30 and 7 days ahead, once each, and then withdraws', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    await work();
    mailer.sent.length = 0;
    await nights(db, [
      ...['2026-07-02', '2026-07-03', '2026-07-04', '2026-08-02', '2026-08-03', '2026-08-24'],
      ...['2026-08-25', '2026-08-26', '2026-08-31'],
    ]);
    const announced = (days: number) => ({ change: 'withdrawal', days, on: '2026-09-01' });
    expect(await told(db)).toEqual([
      ['2026-07-03', 'certificate.change_announced', announced(60)],
      ['2026-08-02', 'certificate.change_announced', announced(30)],
      ['2026-08-25', 'certificate.change_announced', announced(7)],
    ]);
    expect(await standing(db)).toBe('suspended');
    await work();
    expect(mailer.sent.map(({ subject }) => subject).toSorted()).toEqual(
      [30, 60, 7].map((days) => `Certificate ${given.number} will be withdrawn in ${days} days`),
    );
    await nights(db, ['2026-09-01', '2026-09-02']);
    expect(await standing(db)).toBe('withdrawn');
    const last = await db
      .selectFrom('certificate_status')
      .select(['action', 'cause', 'decided_by', 'reason_class'])
      .orderBy('position', 'desc')
      .limit(2)
      .execute();
    expect(last).toEqual([
      { action: 'withdrawn', cause: 'clock', decided_by: null, reason_class: 'suspension_unresolved' },
      expect.objectContaining({ action: 'suspended', cause: null }),
    ]);
  });

  test('is announced late after a standstill, and waits for the last step from then on', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    await nights(db, everyDay('2026-10-10', 7));
    expect(await told(db)).toEqual([
      ['2026-10-10', 'certificate.change_announced', { change: 'withdrawal', days: 7, on: '2026-10-17' }],
    ]);
    expect(await standing(db)).toBe('suspended');
    await nights(db, ['2026-10-17']);
    expect(await standing(db)).toBe('withdrawn');
  });

  test('that was lifted, and came again, begins its months anew', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, ownSuspension));
    await nights(db, ['2026-08-25']);
    const lifted = { db, actor: given.officer, now: on('2026-08-28') };
    done(await liftSuspension(lifted, given.certificateId, { note }));
    await nights(db, ['2026-09-01']);
    expect(await standing(db)).toBe('active');
    done(await suspendCertificate({ ...lifted, now: on('2026-09-02') }, given.certificateId, ownSuspension));
    await nights(db, ['2026-09-03', '2026-10-01']);
    expect(await standing(db)).toBe('suspended');
    const officer = await listOfficerTasks({ db, actor: given.officer, now: on('2026-10-01') });
    expect(officer.map(({ due }) => due)).toEqual(['2027-03-02']);
    const holder = { db, actor: given.recruiter };
    expect(await listHolderTasks({ ...holder, now: on('2026-10-01') })).toEqual([]);
    expect(await listHolderTasks({ ...holder, now: on('2027-01-10') })).toMatchObject([
      { due: '2027-03-02' },
    ]);
  });
});

describe('the end of a certificate', () => {
  test('on the day a suspension would be unresolved is an expiry, announced once', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const scope = { db, actor: given.officer, now: on('2028-08-28') };
    done(await suspendCertificate(scope, given.certificateId, suspension));
    await nights(db, ['2028-12-30', '2029-01-29', '2029-02-21', '2029-02-28', '2029-03-01', '2029-03-08']);
    expect((await told(db)).map(([, type]) => type)).toEqual([
      ...['certificate.expiring', 'certificate.expiring', 'certificate.expiring', 'certificate.expired'],
    ]);
    expect(await standing(db)).toBe('suspended');
  });

  test('is announced, and told once when it came; nothing is stored for it to be so', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    mailer.sent.length = 0;
    await nights(db, [
      ...['2028-12-29', '2028-12-30', '2028-12-31', '2029-01-29', '2029-02-21', '2029-02-28'],
      ...['2029-03-01', '2029-03-02'],
    ]);
    const validUntil = '2029-02-28';
    expect(await told(db)).toEqual([
      ['2028-12-30', 'certificate.expiring', { days: 60, validUntil }],
      ['2029-01-29', 'certificate.expiring', { days: 30, validUntil }],
      ['2029-02-21', 'certificate.expiring', { days: 7, validUntil }],
      ['2029-03-01', 'certificate.expired', {}],
    ]);
    expect(await standing(db)).toBe('active');
    await work();
    const subjects = mailer.sent
      .map(({ subject }) => subject)
      .filter((subject) => !/^Recertif/.test(subject));
    expect(subjects.toSorted()).toEqual(
      ['ends in 30 days', 'ends in 60 days', 'ends in 7 days', 'has expired'].map(
        (what) => `Certificate ${given.number} ${what}`,
      ),
    );
  });
});

describe('an unpaid levy', () => {
  const levy = async (db: Kysely<Database>, applicationId: string) => {
    // The row as it stands when the levy was issued; how it comes about is billing's matter.
    await sql`set session_replication_role = replica`.execute(db);
    await sql`insert into invoice (organisation_id, application_id, scheme_version_id, purpose, occasion, payer, amount_minor, currency,
        status, issued_at, due_on, number)
      select organisation_id, id, scheme_version_id, 'annual_levy', '2026-03-01', '{}', 50000, 'USD', 'open', '2026-03-01T02:25Z',
        '2026-03-31', '2026-900001' from application where id = ${applicationId}`.execute(db);
    await sql`set session_replication_role = origin`.execute(db);
  };

  const settled = (db: Kysely<Database>) =>
    sql`update invoice set status = 'cancelled', cancelled_at = now(), cancelled_because = 'withdrawn'
      where purpose = 'annual_levy'`.execute(db);

  test('is announced before it suspends', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await db.connection().execute((one) => levy(one, given.applicationId));
    await nights(db, ['2026-03-02', '2026-03-25', '2026-03-31']);
    expect(await told(db)).toEqual([
      ['2026-03-02', 'certificate.change_announced', { change: 'suspension', days: 30, on: '2026-04-01' }],
      ['2026-03-25', 'certificate.change_announced', { change: 'suspension', days: 7, on: '2026-04-01' }],
    ]);
    expect(await standing(db)).toBe('active');
    await nights(db, ['2026-04-01']);
    expect(await standing(db)).toBe('suspended');
    const officer = { db, actor: given.officer, now: on('2026-04-02') };
    expect(await liftSuspension(officer, given.certificateId, { note })).toEqual({
      ok: false,
      refusal: 'levy_owed',
    });
    await settled(db);
    done(await liftSuspension(officer, given.certificateId, { note }));
    await nights(db, ['2026-04-03']);
    expect(await standing(db)).toBe('active');
  });

  test('that was paid in the meantime suspends nobody', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await db.connection().execute((one) => levy(one, given.applicationId));
    await nights(db, ['2026-03-25']);
    await settled(db);
    await nights(db, ['2026-04-01', '2026-05-01']);
    expect(await standing(db)).toBe('active');
  });

  test('that was paid while the run was under way suspends nobody', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await db.connection().execute((one) => levy(one, given.applicationId));
    await nights(db, ['2026-03-25']);
    const house = { db, now: on('2026-04-01') };
    const all = await listClocks(db);
    const lists = await Promise.all(all.map((clocks) => listReady(db, { clocks, today: '2026-04-01' }, 10)));
    await settled(db);
    const outcomes = await Promise.all(
      all.flatMap((clocks, index) => (lists[index] ?? []).map((ready) => actOn(house, clocks, ready))),
    );
    expect(outcomes).toEqual([{ ok: false, refusal: 'not_due' }]);
    expect(await standing(db)).toBe('active');
  });
});

describe('the database', () => {
  const withdraw = (db: Kysely<Database>, at: string) =>
    sql
      .raw(
        `
    begin;
    update certificate set status = 'withdrawn', reason_class = 'suspension_unresolved', since = '${at}';
    insert into certificate_status (certificate_id, action, status, reason_class, note, cause, fact_id, decided_at)
      select id, 'withdrawn', 'withdrawn', 'suspension_unresolved', 'Written past every rule.', 'clock',
        (select id from event where type like 'certificate.%' order by position desc limit 1), since from certificate;
    commit`,
      )
      .execute(db);

  test('lets no clock act before what it announced', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    await expect(withdraw(db, '2026-09-01T01:00Z')).rejects.toThrow('no fact lets the house change');
    await nights(db, ['2026-08-25']);
    await expect(withdraw(db, '2026-08-31T23:00Z')).rejects.toThrow('no fact lets the house change');
    await withdraw(db, '2026-09-01T01:00Z');
    expect(await standing(db)).toBe('withdrawn');
  });

  test('keeps every announcement', async ({ db, work }) => {
    await aCertificate(db, work);
    await nights(db, ['2029-02-21']);
    for (const change of [
      'update certificate_announcement set step = 6',
      'delete from certificate_announcement',
    ])
      await expect(sql.raw(change).execute(db)).rejects.toThrow('append-only');
  });
});
