import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { giveMoreTime, tellNotHeld } from '#app/features/audits/programme/late/commands.server.ts';
import { moreTimeForm } from '#app/features/audits/programme/late/forms.ts';
import { findLateSurveillance } from '#app/features/audits/programme/late/queries.server.ts';
import { listProgrammeTasks } from '#app/features/audits/programme/tasks.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { findComing } from '#app/features/certificates/life/queries.server.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listHolderTasks } from '#app/features/certificates/tasks.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit } from '#tests/support/factories/matters.ts';
import { happened, tie } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const [dueOn, hiddenOn] = ['2027-03-01', '2028-03-01'];
const reasons = { reasons: 'Its only auditor for this country is in hospital.' };
const note = 'Nobody looked at this agency for a whole year.';
const active = { status: 'active', reason_class: null };
const suspended = { status: 'suspended', reason_class: 'surveillance_not_held' };

const standing = (db: Kysely<Database>) =>
  db.selectFrom('certificate').select(['status', 'reason_class']).executeTakeFirstOrThrow();
const announced = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'certificate.change_announced')
      .orderBy('position')
      .execute()
  ).map(({ payload }) => payload);

const entryOf = async ({ db }: Given, due: string) =>
  (
    await db
      .selectFrom('audit_programme_entry')
      .select('id')
      .where('type', '=', 'surveillance')
      .where('reason', '=', 'cycle')
      .where('due_on', '=', due)
      .executeTakeFirstOrThrow()
  ).id;

async function nights(db: Kysely<Database>, days: string[]) {
  for (const day of days) {
    const house = { db, now: at(day) };
    await Promise.all([runCertificateClock(house), runCertificateClock(house)]);
    await tellNotHeld(house);
  }
}

const held = async (given: Given, entryId: string, day: string) => {
  await aReadyAudit({ ...given, entryId }, 'surveillance', day);
};

test('a surveillance that was not held suspends, announced 60, 30 and 7 days ahead, and is lifted once it was held', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const on = addDays(dueOn, 61);
  await nights(
    db,
    [0, 1, 2, 29, 30, 31, 53, 54, 60].map((after) => addDays(dueOn, after)),
  );
  expect(await announced(db)).toEqual([59, 30, 7].map((days) => ({ change: 'surveillance', days, on })));
  mailer.sent.length = 0;
  await work();
  expect(mailer.sent.some(({ text }) => text.includes('was not held by its day'))).toBe(true);
  const holder = { db, actor: given.recruiter, now: at(addDays(dueOn, 60)) };
  const own = await findOwnCertificate(holder);
  expect(own && (await findComing(holder, own.certificate)).unheld).toBe(on);
  expect(await listHolderTasks(holder)).toMatchObject([
    { what: 'Have the surveillance held before your certificate is suspended', due: on },
  ]);
  expect(await standing(db)).toEqual(active);
  await nights(db, [on, addDays(on, 1)]);
  expect(await standing(db)).toEqual(suspended);

  const officer = { db, actor: given.officer, now: at(addDays(on, 5)) };
  const lift = () => liftSuspension(officer, given.certificateId, { note });
  expect(await lift()).toEqual({ ok: false, refusal: 'surveillance_owed' });
  const forged = sql`insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
    values (${given.certificateId}, 'reinstated', 'active', ${note}, ${given.officer.accountId}, ${officer.now})`;
  await expect(forged.execute(db)).rejects.toThrow('nothing is lifted: surveillance_owed');
  // Nor with the certificate written first.
  const first = db.transaction().execute(async (trx) => {
    await sql`update certificate set status = 'active', reason_class = null, since = ${officer.now}`.execute(
      trx,
    );
    await forged.execute(trx);
  });
  await expect(first).rejects.toThrow('nothing is lifted: surveillance_owed');
  await held(given, await entryOf(given, dueOn), addDays(on, 4));
  done(await lift());
  expect(await standing(db)).toEqual(active);
  await nights(db, [addDays(on, 6), addDays(on, 40)]);
  expect(await standing(db)).toEqual(active);
});

test('held before its day nothing follows, whatever was announced; the database knows it, too', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const on = addDays(dueOn, 60);
  await nights(db, [addDays(dueOn, 1), addDays(dueOn, 2)]);
  await held(given, await entryOf(given, dueOn), addDays(dueOn, 20));
  await nights(db, [addDays(on, -7), on, addDays(on, 1)]);
  expect(await announced(db)).toHaveLength(1);
  expect(await standing(db)).toEqual(active);
  const officer = { db, actor: given.officer, now: at(on) };
  const reason = { reasonClass: 'surveillance_not_held' as const, note };
  expect(await suspendCertificate(officer, given.certificateId, reason)).toEqual({
    ok: false,
    refusal: 'surveillance_in_time',
  });
  const forged = sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
    values (${given.certificateId}, 'suspended', 'suspended', 'surveillance_not_held', ${note}, ${given.officer.accountId}, ${officer.now})`;
  await expect(forged.execute(db)).rejects.toThrow('no surveillance of this certificate is late');
});

test('an officer gives the audit body more time once, and what was announced waits as long', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  await nights(db, [addDays(dueOn, 1), addDays(dueOn, 2)]);
  const id = await entryOf(given, dueOn);
  const officer = { db, actor: given.officer, now: at(addDays(dueOn, 10)) };
  const [task] = (await listProgrammeTasks(officer)).filter(({ action }) => action === 'Decide');
  expect(task?.href).toBe(`/scheme/late-surveillances/${id}`);
  expect(await findLateSurveillance(officer, id)).toMatchObject({ told: true, givenUntil: null });
  const until = addDays(dueOn, 90);
  const form = moreTimeForm.parse({ until, ...reasons });
  const lead = { ...officer, actor: given.lead };
  expect(await giveMoreTime(lead, id, form)).toEqual({ ok: false, refusal: 'forbidden' });
  expect(await giveMoreTime(officer, 'x', form)).toEqual({ ok: false, refusal: 'not_found' });
  await work();
  mailer.sent.length = 0;
  const both = await Promise.all([1, 2].map(() => giveMoreTime(officer, id, form)));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  await work();
  expect(mailer.sent.map(({ subject }) => subject)).toEqual(
    mailer.sent.map(() => 'Surveillance of Himal Workforce: time until 30 May 2027'),
  );
  // Two who audit at the body, and the holder.
  expect(mailer.sent).toHaveLength(3);
  for (const { text } of mailer.sent) expect(text.replace(/\s+/g, ' ')).toContain('held before 29 July 2027');
  await nights(db, [addDays(dueOn, 60), addDays(dueOn, 90)]);
  expect(await announced(db)).toHaveLength(1);
  const on = addDays(until, 60);
  await nights(db, [addDays(until, 1), addDays(on, -30), addDays(on, -7), on]);
  expect((await announced(db)).slice(1)).toEqual(
    [59, 30, 7].map((days) => ({ change: 'surveillance', days, on })),
  );
  expect(await standing(db)).toEqual(suspended);
});

test('of one that its holder is told nothing of nothing is announced: an officer decides, without a tie', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  await held(given, await entryOf(given, dueOn), dueOn);
  await nights(db, [addDays(hiddenOn, 1), addDays(hiddenOn, 61), addDays(hiddenOn, 80)]);
  expect(await announced(db)).toEqual([]);
  expect(await standing(db)).toEqual(active);
  const id = await entryOf(given, hiddenOn);
  const officer = { db, actor: given.officer, now: at(addDays(hiddenOn, 90)) };
  expect(await findLateSurveillance(officer, id)).toMatchObject({ told: false });
  const reason = { reasonClass: 'surveillance_not_held' as const, note };
  done(await suspendCertificate(officer, given.certificateId, reason));
  expect(await standing(db)).toEqual(suspended);
  await happened(db, tie()({ ...given, day: addDays(hiddenOn, 90) }, given.officer.accountId));
  expect(await findLateSurveillance(officer, id)).toBeUndefined();
});

test('raw SQL gives more time to nobody before it is late, twice, for longer, or by somebody else', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const id = await entryOf(given, dueOn);
  const give = (until: string, by = given.officer.accountId) =>
    sql`update audit_programme_entry set more_time_until = ${until}, more_time_reasons = ${reasons.reasons},
      more_time_by = ${by}, more_time_at = ${at(addDays(dueOn, 5))} where id = ${id}`.execute(db);
  await expect(give('2027-04-01')).rejects.toThrow('more_time');
  await tellNotHeld({ db, now: at(addDays(dueOn, 1)) });
  await expect(give('2027-09-02')).rejects.toThrow('more_time');
  await expect(give('2027-03-06')).rejects.toThrow('more_time');
  await expect(give('2027-04-01', given.lead.accountId)).rejects.toThrow('by an officer');
  await give('2027-04-01');
  await expect(give('2027-05-01')).rejects.toThrow('stands as it is');
});

test('found late, it has as many days as any other: they count from the day it was told', async ({
  db,
  work,
}) => {
  await aCertificate(db, work);
  const found = addDays(dueOn, 100);
  await nights(db, [found, addDays(found, 1)]);
  const on = addDays(found, 60);
  expect(await announced(db)).toEqual([{ change: 'surveillance', days: 59, on }]);
  await nights(db, [addDays(found, 30), addDays(found, 53), addDays(found, 59)]);
  expect(await standing(db)).toEqual(active);
  await nights(db, [on]);
  expect(await standing(db)).toEqual(suspended);
});
