import { sql } from 'kysely';
import { expect } from 'vitest';

import { setProgramme } from '#app/features/audits/programme/commands/set-programme.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { tellDueAudits } from '#app/features/audits/programme/commands/tell-due.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { cancelling, done, strangers } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const house = { kind: 'system' } as const;

test('an issued certificate has its programme, set once, with the risk it was set by', async ({
  db,
  work,
}) => {
  const { certificateId } = await aCertificate(db, work);
  const entries = db.selectFrom('audit_programme_entry').select(['type', 'due_on']).orderBy('due_on');
  const first = await entries.where('reason', '=', 'cycle').execute();
  expect(first).toEqual([
    { type: 'surveillance', due_on: '2027-03-01' },
    { type: 'surveillance', due_on: '2028-03-01' },
    { type: 'recertification', due_on: '2028-11-28' },
  ]);
  expect(await db.selectFrom('audit_programme').select('certificate_id').execute()).toEqual([
    { certificate_id: certificateId },
  ]);
  const scope = { db, actor: house, now: new Date() };
  const again = await Promise.all([setProgramme(scope, certificateId), setProgramme(scope, certificateId)]);
  expect(again.map(({ ok }) => ok)).toEqual([false, false]);
  expect(await entries.where('reason', '=', 'cycle').execute()).toEqual(first);
});

test('raw SQL neither doubles, moves, removes nor rewrites what was set', async ({ db, work }) => {
  await aCertificate(db, work);
  for (const statement of [
    sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on)
      select certificate_id, type, reason, notice_type, window_from, due_on from audit_programme_entry`,
    sql`update audit_programme_entry set due_on = due_on + 30`,
    sql`update audit_programme_entry set notice_type = 'announced' where notice_type <> 'announced'`,
    sql`delete from audit_programme_entry`,
    sql`update audit_programme set risk = 'high', partners = 99`,
    sql`truncate audit_programme_entry`,
  ])
    await expect(statement.execute(db)).rejects.toThrow();
});

const soon = new Date('2027-01-15T09:00:00Z');
const alone = { colleagues: [] };
const ordered = {
  type: 'special',
  trigger: 'media_report',
  causeSource: 'Kathmandu Post, page 3',
  causeOn: '2026-02-27',
  noticeType: 'unannounced',
  dueOn: '2026-06-01',
  grounds: 'A newspaper named two workers who paid.',
} as const;

test('an entry becomes one audit of its certificate, scheduled by its own body alone', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const entries = await db.selectFrom('audit_programme_entry').select('id').orderBy('due_on').execute();
  const [first = { id: '' }] = entries;
  const lead = { ...given.as(given.lead), now: soon };
  const foreign = { db, now: soon, actor: (await strangers(db)).auditor };
  expect(await scheduleProgrammeAudit(foreign, first.id, alone)).toEqual({ ok: false, refusal: 'not_found' });
  expect(await scheduleProgrammeAudit(lead, 'x', alone)).toEqual({ ok: false, refusal: 'not_found' });
  expect(await scheduleProgrammeAudit(lead, entries.at(-1)?.id ?? '', alone)).toEqual({
    ok: false,
    refusal: 'window_not_open',
  });

  const both = await Promise.all([1, 2].map(() => scheduleProgrammeAudit(lead, first.id, alone)));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const audits = db
    .selectFrom('audit')
    .select(['type', 'state', 'certificate_id'])
    .where('type', '=', 'surveillance');
  expect(await audits.execute()).toEqual([
    { type: 'surveillance', state: 'scheduled', certificate_id: given.certificateId },
  ]);
  // Cancelled, it is to be scheduled again.
  const { id } = await db
    .selectFrom('audit')
    .select('id')
    .where('type', '=', 'surveillance')
    .executeTakeFirstOrThrow();
  done(await cancelAudit(lead, id, cancelling));
  done(await scheduleProgrammeAudit(lead, first.id, alone));
  const standing = sql`update audit_programme_entry set audit_id = ${id} where id = ${first.id}`;
  await expect(standing.execute(db)).rejects.toThrow('stands');
});

test('an audit is ordered on a cause by the scheme, told to the body, and nowhere to the recruiter', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  mailer.sent.length = 0;
  done(await orderAudit(officer, given.certificateId, ordered));
  await work();
  // Two auditors of the body.
  expect(mailer.sent.map(({ subject }) => subject)).toEqual([
    'Special audit of Himal Workforce: schedule it, not later than 1 June 2026',
    'Special audit of Himal Workforce: schedule it, not later than 1 June 2026',
  ]);
  expect(mailer.sent[0]?.text).toContain('A report in the media');
  const told = await db
    .selectFrom('event')
    .select('related')
    .where('type', '=', 'audit.ordered')
    .executeTakeFirstOrThrow();
  expect(told.related).toEqual([given.body.id]);
  expect(await orderAudit(officer, given.certificateId, ordered)).toEqual({
    ok: false,
    refusal: 'already_ordered',
  });
  expect(await orderAudit(officer, given.certificateId, { ...ordered, dueOn: '2026-02-01' })).toEqual({
    ok: false,
    refusal: 'day_passed',
  });
  expect(await orderAudit(officer, given.certificateId, { ...ordered, dueOn: '2039-01-01' })).toEqual({
    ok: false,
    refusal: 'after_certificate',
  });
  expect(await orderAudit(officer, 'x', ordered)).toEqual({ ok: false, refusal: 'not_found' });
});

test('each body is told once of what is due, also by two clocks and after a standstill', async ({
  db,
  work,
  mailer,
}) => {
  await aCertificate(db, work);
  mailer.sent.length = 0;
  await tellDueAudits({ db, now: new Date('2026-12-30T05:00:00Z') });
  await work();
  expect(mailer.sent).toEqual([]);
  await Promise.all([1, 2].map(() => tellDueAudits({ db, now: soon })));
  await tellDueAudits({ db, now: new Date('2027-02-20T05:00:00Z') });
  await work();
  expect(mailer.sent).toHaveLength(2);
});

test('raw SQL orders nothing for somebody who is no officer, and announces nothing a programme keeps', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const order = (person: string) => sql`insert into audit_programme_entry
    (certificate_id, type, reason, notice_type, window_from, due_on, trigger, grounds, ordered_by, ordered_at)
    select certificate_id, 'special', 'ordered', 'unannounced', '2026-03-01', '2026-06-01', 'critical_complaint',
      'Named in a paper on the first of March.', ${person}, now() from audit_programme`;
  await expect(order(given.lead.accountId).execute(db)).rejects.toThrow('ordered by the scheme');
  await order(given.officer.accountId).execute(db);
  const { id } = await db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('type', '=', 'special')
    .executeTakeFirstOrThrow();
  const audit = done(await scheduleProgrammeAudit(given.as(given.lead), id, alone));
  const announce = sql`update audit set notice_type = 'announced' where id = ${audit.id}`;
  await expect(announce.execute(db)).rejects.toThrow('its programme has it unannounced');
  const stageOne = sql`update audit_programme_entry set audit_id = (select id from audit where type = 'stage2')
    where type = 'recertification'`;
  await expect(stageOne.execute(db)).rejects.toThrow('certificate and type');
  const empty = sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on, ordered_by)
    select certificate_id, 'surveillance', 'cycle', 'announced', '2026-03-01', '2026-06-01', ${given.officer.accountId} from audit_programme`;
  await expect(empty.execute(db)).rejects.toThrow();
});
