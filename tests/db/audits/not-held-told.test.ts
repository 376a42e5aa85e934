import { sql } from 'kysely';
import { expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { tellNotHeld } from '#app/features/audits/programme/late/commands.server.ts';
import { listNewlyLate } from '#app/features/audits/programme/late/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import { assessAll, cancelling, done, fewHeard, noConflict, plan } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { happened, tie } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const alone = { colleagues: [] };
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const reasons = 'The roads to the branch are closed until the end of April.';

const surveillances = ({ db }: Given) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['id', 'due_on', 'window_from', 'notice_type'])
    .where('type', '=', 'surveillance')
    .where('reason', '=', 'cycle')
    .orderBy('due_on')
    .execute();
const nothing = { id: '', due_on: '', window_from: '', notice_type: '' };

const addressOf = async ({ db }: Given, people: { accountId: string }[]) =>
  (
    await db
      .selectFrom('account')
      .select('email')
      .where(
        'id',
        'in',
        people.map(({ accountId }) => accountId),
      )
      .execute()
  ).map(({ email }) => email ?? '');

/** Its audit, ready to be planned on the first day of its window. */
async function ready(given: Given, entry: typeof nothing) {
  const lead = { db: given.db, actor: given.lead, now: at(entry.window_from) };
  const { id } = done(await scheduleProgrammeAudit(lead, entry.id, alone));
  done(await declareConflict(lead, id, noConflict));
  done(await planSample(lead, id, fewWorkers));
  done(await calculateDays(lead, id, smallAgency));
  return id;
}

const factsOf = ({ db }: Given, entryId: string) =>
  db
    .selectFrom('event')
    .select(['related', 'payload'])
    .where('type', '=', 'audit.not_held')
    .where('subject', '=', entryId)
    .execute();

test('a surveillance nobody held by its last day is told once: to its body, the scheme, and a holder who may know', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const [entry = nothing] = await surveillances(given);
  await tellNotHeld({ db, now: at(entry.due_on) });
  expect(await factsOf(given, entry.id)).toEqual([]);
  mailer.sent.length = 0;
  await Promise.all([1, 2].map(() => tellNotHeld({ db, now: at(addDays(entry.due_on, 1)) })));
  await tellNotHeld({ db, now: at(addDays(entry.due_on, 9)) });
  await work();
  const payload = { entryId: entry.id, type: 'surveillance', dueOn: entry.due_on };
  expect(await factsOf(given, entry.id)).toEqual([{ related: [given.body.id], payload }]);
  // Nobody scheduled it, so all who audit at the body are told.
  const people = [given.lead, given.colleague, given.officer, given.recruiter];
  const told = mailer.sent.filter(({ subject }) => subject.includes('not held by 1 March 2027'));
  expect(told.map(({ to }) => to).toSorted()).toEqual((await addressOf(given, people)).toSorted());
  // The day that is set is said to all, and each has a page of their own.
  for (const { text } of told) expect(text.replace(/\s+/g, ' ')).toContain('1 May 2027');
  const opened = async (person: { accountId: string }) => {
    const [address] = await addressOf(given, [person]);
    return told.find(({ to }) => to === address)?.text ?? '';
  };
  expect(await opened(given.officer)).toContain(`/scheme/late-surveillances/${entry.id}`);
  expect(await opened(given.lead)).toContain(`/audits/programme/${entry.id}`);
  expect(await opened(given.recruiter)).toContain('counts as before until 1 May 2027');
});

test('scheduled or cancelled, it is late all the same: who leads it hears of it, and nobody tied to the recruiter', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const [entry = nothing] = await surveillances(given);
  const lead = { db, actor: given.colleague, now: at(entry.window_from) };
  const { id } = done(await scheduleProgrammeAudit(lead, entry.id, alone));
  const after = addDays(entry.due_on, 1);
  await happened(db, tie()({ ...given, day: after }, given.officer.accountId));
  await tellNotHeld({ db, now: at(after) });
  mailer.sent.length = 0;
  await work();
  // The lead auditor and the owner of the body.
  const people = [given.lead, given.colleague, given.recruiter];
  expect(mailer.sent.map(({ to }) => to).toSorted()).toEqual((await addressOf(given, people)).toSorted());
  // Its team opens the audit; of the owner it is no audit to open.
  const [leading, owner] = await Promise.all(
    [given.colleague, given.lead].map(async (one) => (await addressOf(given, [one]))[0]),
  );
  const linked = (address = '', path = '') =>
    mailer.sent.some(({ to, text }) => to === address && text.includes(path));
  expect(linked(leading, `/audits/${id}`)).toBe(true);
  expect(linked(owner, `/audits/${id}`)).toBe(false);
  expect(linked(owner, '/audits/calendar')).toBe(true);
  done(await cancelAudit(lead, id, cancelling));
  await tellNotHeld({ db, now: at(addDays(after, 1)) });
  expect(await factsOf(given, entry.id)).toHaveLength(1);
});

test('of an audit that its notice keeps from the recruiter it is told nothing, not even that it is late', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const [, hidden = nothing] = await surveillances(given);
  expect(hidden.notice_type).not.toBe('announced');
  await tellNotHeld({ db, now: at(addDays(hidden.due_on, 1)) });
  mailer.sent.length = 0;
  await work();
  const [holder = ''] = await addressOf(given, [given.recruiter]);
  const subject = 'Surveillance of Himal Workforce: not held by 1 March 2028';
  const told = mailer.sent.filter((mail) => mail.subject === subject).map(({ to }) => to);
  expect(told.length).toBeGreaterThan(1);
  expect(told).not.toContain(holder);
});

/** What was held is in no index that is read each night; undone, it is there again. */
async function heldLeaves({ db }: Given, entryId: string, auditId: string) {
  const kept = () =>
    db
      .selectFrom('audit_programme_entry')
      .select('audit_held')
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow();
  const { rows } = await sql<{ read: string }>`select indexdef as read from pg_indexes
    where indexname = 'audit_programme_entry_late_untold'`.execute(db);
  expect(rows[0]?.read).toContain('NOT audit_held');
  expect(await kept()).toEqual({ audit_held: true });
  await sql`update audit_programme_entry set audit_held = false where id = ${entryId}`.execute(db);
  expect(await kept()).toEqual({ audit_held: true });
  const late = { today: addDays('2027-03-01', 1), after: '00000000-0000-0000-0000-000000000000' };
  expect(await listNewlyLate(db, late)).not.toContain(entryId);
  await sql`alter table audit disable trigger user, drop constraint audit_state_shape`.execute(db);
  await sql`alter table audit enable trigger audit_holds_entry`.execute(db);
  await sql`update audit set state = 'failed', failed_at = ${at(late.today)} where id = ${auditId}`.execute(
    db,
  );
  await sql`alter table audit enable trigger user`.execute(db);
  expect(await kept()).toEqual({ audit_held: false });
  expect(await listNewlyLate(db, late)).toContain(entryId);
}

test('what was held is not told, and raw SQL tells nothing before its day, twice, or of what was held', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const [entry = nothing, second = nothing] = await surveillances(given);
  const id = await ready(given, entry);
  const lead = { db, actor: given.lead, now: at(entry.window_from) };
  done(await planAudit(lead, id, plan));
  done(await notifyAudit(lead, id, { reason: 'The recruiter asked for these days.' }));
  done(await startAudit(lead, id));
  await assessAll(given, id);
  const tell = (one: string, day: string) =>
    sql`update audit_programme_entry set late_told_at = ${at(day)} where id = ${one}`.execute(db);
  await expect(tell(entry.id, entry.due_on)).rejects.toThrow('not held by its last day');
  done(await closeFieldwork(lead, id, fewHeard));
  const after = addDays(second.due_on, 1);
  await tellNotHeld({ db, now: at(addDays(entry.due_on, 1)) });
  expect(await factsOf(given, entry.id)).toEqual([]);
  await expect(tell(entry.id, after)).rejects.toThrow('not held by its last day');
  await heldLeaves(given, entry.id, id);
  await tell(second.id, after);
  await expect(tell(second.id, addDays(after, 1))).rejects.toThrow('late_told_at stands');
});

test('days behind the last day of the programme are planned with reasons, in rows as well, and read by the scheme', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const [entry = nothing] = await surveillances(given);
  const lead = { db, actor: given.lead, now: at(entry.window_from) };
  const id = await ready(given, entry);
  const form = { ...plan, startsOn: addDays(entry.due_on, -1), endsOn: addDays(entry.due_on, 1) };
  expect(await planAudit(lead, id, form)).toEqual({ ok: false, refusal: 'late_without_reasons' });
  done(await planAudit(lead, id, { ...form, lateReasons: reasons }));
  const kept = async () =>
    (await db.selectFrom('audit').select('late_reasons').where('id', '=', id).executeTakeFirstOrThrow())
      .late_reasons;
  expect(await kept()).toBe(reasons);
  const strip = sql`update audit set late_reasons = null where id = ${id}`;
  await expect(strip.execute(db)).rejects.toThrow('have reasons');
  // In time, there is nothing to give reasons for.
  const inTime = { ...plan, startsOn: addDays(entry.due_on, -2), endsOn: entry.due_on, lateReasons: reasons };
  done(await planAudit(lead, id, inTime));
  expect(await kept()).toBeNull();
  const forged = sql`update audit set ends_on = ends_on + 30 where id = ${id}`;
  await expect(forged.execute(db)).rejects.toThrow('have reasons');
});
