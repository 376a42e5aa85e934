import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { giveMoreTime, tellNotHeld } from '#app/features/audits/programme/late/commands.server.ts';
import { moreTimeForm } from '#app/features/audits/programme/late/forms.ts';
import { findLateSurveillance } from '#app/features/audits/programme/late/queries.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { findUnheld } from '#app/features/certificates/clock/due.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listOfficerTasks } from '#app/features/certificates/tasks.server.ts';
import { answerTransfer, askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import { declareForTransfer } from '#app/features/certificates/transfer/review.server.ts';
import { addDays, addMonths } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, aPlace, approved, done, noConflict } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit } from '#tests/support/factories/matters.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const dueOn = '2027-03-01';
const since = addDays(dueOn, 2);
const note = 'Nobody looked at this agency for a whole year.';
const answer = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };
const suspended = { status: 'suspended', reason_class: 'surveillance_not_held' };

const standing = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .select(['id', 'status', 'reason_class'])
    .where('status', '<>', 'transferred')
    .executeTakeFirstOrThrow();

const entryOf = async (db: Kysely<Database>, certificateId: string) =>
  (
    await db
      .selectFrom('audit_programme_entry')
      .select('id')
      .where('certificate_id', '=', certificateId)
      .where('type', '=', 'surveillance')
      .where('due_on', '=', dueOn)
      .executeTakeFirstOrThrow()
  ).id;

/** A certificate whose surveillance was not held, suspended for it; the mails of that are on their way. */
async function unheld(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  await tellNotHeld({ db, now: at(addDays(dueOn, 1)) });
  await work();
  const officer = { db, actor: given.officer, now: at(since) };
  const entryId = await entryOf(db, given.certificateId);
  expect(await findLateSurveillance(officer, entryId)).toMatchObject({ state: 'stands', clockFrom: since });
  expect(await findUnheld(officer, given.certificateId, since)).toBe(addDays(dueOn, 61));
  const reason = { reasonClass: 'surveillance_not_held' as const, note };
  done(await suspendCertificate(officer, given.certificateId, reason));
  return { ...given, entryId };
}

test('no clock withdraws what is suspended for a surveillance that was not held: an officer is asked to decide', async ({
  db,
  work,
  mailer,
}) => {
  const given = await unheld(db, work);
  mailer.sent.length = 0;
  await work();
  const [told] = mailer.sent.filter(({ subject }) => subject.includes('is suspended since'));
  expect(told?.text.replace(/\s+/g, ' ')).toContain('No clock withdraws your certificate for this');
  expect(told?.text).not.toContain('send the evidence');
  const last = addMonths(since, 6);
  for (const day of [addDays(last, -60), addDays(last, -7), last, addDays(last, 30)])
    await runCertificateClock({ db, now: at(day) });
  expect(await standing(db)).toMatchObject(suspended);
  expect(
    await db
      .selectFrom('certificate_announcement')
      .select('change')
      .where('change', '=', 'withdrawal')
      .execute(),
  ).toEqual([]);
  const tasks = await listOfficerTasks({ db, actor: given.officer, now: at(last) });
  expect(tasks).toMatchObject([{ due: last }]);
  expect(tasks[0]?.what).toContain('Decide on the suspension');
  const forged = sql`insert into certificate_status (certificate_id, action, status, reason_class, note, cause, fact_id, decided_at)
    select ${given.certificateId}, 'withdrawn', 'withdrawn', 'suspension_unresolved', ${note}, 'clock', id, ${at(last)} from event limit 1`;
  await expect(forged.execute(db)).rejects.toThrow('no clock withdraws');
});

test('once it suspends no more time is given, in rows neither', async ({ db, work }) => {
  const given = await unheld(db, work);
  const now = at(addDays(since, 1));
  const officer = { db, actor: given.officer, now };
  expect(await findLateSurveillance(officer, given.entryId)).toMatchObject({ state: 'suspended' });
  expect(await findUnheld(officer, given.certificateId, addDays(since, 1))).toBeUndefined();
  const until = addDays(dueOn, 60);
  const form = moreTimeForm.parse({ until, reasons: 'Its only auditor for this country is in hospital.' });
  expect(await giveMoreTime(officer, given.entryId, form)).toEqual({
    ok: false,
    refusal: 'suspended_for_it',
  });
  const forged = sql`update audit_programme_entry set more_time_until = ${until}, more_time_reasons = ${form.reasons},
    more_time_by = ${given.officer.accountId}, more_time_at = ${now} where id = ${given.entryId}`;
  await expect(forged.execute(db)).rejects.toThrow('more time is given before');
});

/** Another body, asked by the holder to take it over. */
async function asked(given: Awaited<ReturnType<typeof unheld>>, day: string) {
  const { db } = given;
  const body = await aPlace(db, 'audit_body', 'Lantern Audits');
  const reviewer = await aPerson(db, body, 'reviewer', 'Ines Duarte');
  await approved(db, body.id, given.officer);
  const grounds = 'Our audit body did not come, and does not answer.';
  done(await askForTransfer({ db, actor: given.recruiter, now: at(day) }, { body: body.id, grounds }));
  const scope = { db, actor: reviewer, now: at(day) };
  const [task] = await listTransferTasks(scope);
  return { body, scope, transferId: task?.id ?? '' };
}

test('its holder may go to another body, and the suspension goes along until the surveillance is held there', async ({
  db,
  work,
  mailer,
}) => {
  const given = await unheld(db, work);
  await work();
  mailer.sent.length = 0;
  const day = addDays(since, 20);
  const { scope, transferId } = await asked(given, day);
  done(await reviewed(scope, transferId, answer));
  const next = await standing(db);
  expect(next).toMatchObject(suspended);
  expect(next.id).not.toBe(given.certificateId);
  const officer = { db, actor: given.officer, now: at(addDays(day, 1)) };
  const lift = (now = officer.now) => liftSuspension({ ...officer, now }, next.id, { note });
  // Also before the programme of the new number is set.
  expect(await lift()).toEqual({ ok: false, refusal: 'surveillance_owed' });
  await work();
  expect(await lift()).toEqual({ ok: false, refusal: 'surveillance_owed' });
  expect(mailer.sent.some(({ text }) => text.includes('You are certified'))).toBe(false);
  expect(mailer.sent.some(({ subject }) => subject.includes('is suspended since'))).toBe(true);
  const entryId = await entryOf(db, next.id);
  await aReadyAudit({ ...given, certificateId: next.id, entryId }, 'surveillance', addDays(day, 2));
  done(await lift(at(addDays(day, 3))));
  expect(await standing(db)).toMatchObject({ status: 'active', reason_class: null });
});

test('raw SQL leaves no suspension behind, and moves nothing that is suspended for another reason', async ({
  db,
  work,
}) => {
  const given = await unheld(db, work);
  const graver = { reasonClass: 'documents_withheld' as const, note };
  const officer = { db, actor: given.officer, now: at(addDays(since, 1)) };
  const { scope, transferId } = await asked(given, addDays(since, 1));
  await sql`create function shed() returns trigger language plpgsql as $$ begin
    if new.action = 'carried' then return null; end if; return new; end $$`.execute(db);
  await sql`create function unsuspended() returns trigger language plpgsql as $$ begin
    if new.status = 'suspended' then return null; end if; return new; end $$`.execute(db);
  await sql`create trigger shed before insert on certificate_status for each row execute function shed()`.execute(
    db,
  );
  await sql`create trigger unsuspended before update on certificate for each row execute function unsuspended()`.execute(
    db,
  );
  done(await declareForTransfer(scope, transferId, noConflict));
  await expect(answerTransfer(scope, transferId, answer)).rejects.toThrow('as does a suspension');
  await sql`drop trigger shed on certificate_status; drop trigger unsuspended on certificate`.execute(db);
  done(await suspendCertificate(officer, given.certificateId, graver));
  expect(await answerTransfer(scope, transferId, answer)).toEqual({ ok: false, refusal: 'suspended' });
  const forged = sql`update certificate set status = 'transferred', reason_class = null, since = ${officer.now}`;
  await expect(forged.execute(db)).rejects.toThrow('is not transferred');
  const carried = sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
    values (${given.certificateId}, 'carried', 'suspended', 'documents_withheld', ${note}, ${given.officer.accountId}, ${officer.now})`;
  await expect(carried.execute(db)).rejects.toThrow('certificate_status_carried_reason');
});
