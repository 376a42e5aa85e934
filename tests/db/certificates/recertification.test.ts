import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { findComing } from '#app/features/certificates/life/queries.server.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import { deskOf } from '#app/routes/account/desk.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T01:20:00Z`);
type Given = Awaited<ReturnType<typeof aCertificate>>;

/** Runs it twice at the same time on each of these days. */
async function nights(db: Kysely<Database>, days: string[]) {
  for (const day of days) {
    const house = { db, now: on(day) };
    await Promise.all([runCertificateClock(house), runCertificateClock(house)]);
  }
}

const told = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('event')
      .select(['type', 'payload', 'occurred_at'])
      .where('type', 'like', 'certificate.recertification%')
      .orderBy('position')
      .execute()
  ).map(({ type, payload, occurred_at }) => [occurred_at.toISOString().slice(0, 10), type, payload]);

/** What the holder's own page says of it. */
async function shown({ db, recruiter }: Given, day: string) {
  const scope = { db, actor: recruiter, now: on(day) };
  const listed = await findOwnCertificate(scope);
  return listed && (await findComing(scope, listed.certificate)).recertification;
}

const dueOn = '2028-11-28';
const around = ['2028-05-27', '2028-05-28', '2028-05-29', '2028-11-28', '2028-11-29', '2028-11-30'];

test('a recertification opens nine months before the end and is late three months before it, told once each', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  mailer.sent.length = 0;
  await nights(db, around);
  expect(await told(db)).toEqual([
    ['2028-05-28', 'certificate.recertification_opened', { dueOn }],
    ['2028-11-29', 'certificate.recertification_late', { dueOn, validUntil: '2029-02-28' }],
  ]);
  expect(await shown(given, '2028-05-27')).toBeUndefined();
  expect(await shown(given, '2028-05-28')).toEqual({ state: 'open', dueOn });
  expect(await shown(given, '2028-11-29')).toEqual({ state: 'late', dueOn });
  const seen = done(await findByCertificate({ db, now: on('2028-06-01') }, given.number));
  expect(seen.record.standing.status).toBe('certified');
  await work();
  const letters = mailer.sent.map(({ to, subject }) => ({ to, subject }));
  const opened = letters.filter(({ subject }) => subject.startsWith('Recertify'));
  const late = letters.filter(({ subject }) => subject.endsWith('is late'));
  // The recruiter and two auditors of its body; when it is late, the officer too.
  expect([opened.length, late.length]).toEqual([3, 4]);
});

test('whose audit was done in time is not told that it is late', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  await aReadyAudit(given, 'recertification', '2028-10-01');
  await nights(db, around);
  expect((await told(db)).map(([, type]) => type)).toEqual(['certificate.recertification_opened']);
  expect(await shown(given, '2028-12-01')).toEqual({ state: 'audited', dueOn });
});

test('stands on the desk of the holder from its opening until its days are agreed on', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const desk = async (day: string) => {
    const { tasks } = await deskOf({ db, actor: given.recruiter, now: on(day) });
    return tasks.filter(({ id }) => id === given.certificateId).map(({ what, due }) => [what, due]);
  };
  const agree = 'Agree on the days of your recertification audit with your audit body';
  expect(await desk('2028-05-27')).toEqual([]);
  expect(await desk('2028-05-28')).toEqual([[agree, dueOn]]);
  expect(await desk('2028-11-29')).toEqual([['Have your recertification audit done: it is late', dueOn]]);
  expect(await desk('2029-02-10')).toEqual([['Have your certificate renewed before it ends', '2029-02-28']]);
  const audit = await aReadyAudit(given, 'recertification', '2028-10-01');
  const become = (state: string, notified: string | null) =>
    pastRules(db, (one) =>
      sql`update audit set state = ${state}, notified_at = ${notified}, started_at = null, fieldwork_done_at = null,
          cancelled_at = case ${state} when 'cancelled' then ${on('2028-09-03')}::timestamptz end,
          cancel_cause = case ${state} when 'cancelled' then 'body' end,
          cancel_note = case ${state} when 'cancelled' then 'Nobody is free.' end
        where id = ${audit}`.execute(one),
    );
  // What only its team knows of takes no task away.
  await become('planned', null);
  expect(await desk('2028-09-01')).toEqual([[agree, dueOn]]);
  await become('notified', '2028-09-01');
  expect(await desk('2028-09-02')).toEqual([]);
  await become('cancelled', '2028-09-01');
  expect(await desk('2028-09-03')).toEqual([[agree, dueOn]]);
});
