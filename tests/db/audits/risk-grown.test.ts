import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { reckonRisk } from '#app/features/audits/programme/commands/reckon-risk.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { timelineOf } from '#app/events/timeline.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { aGraveFinding, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const entries = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['type', 'reason', 'notice_type as notice', 'due_on as dueOn'])
    .orderBy('due_on')
    .orderBy('reason')
    .execute();
const added = async (db: Kysely<Database>) =>
  (await entries(db)).filter(({ reason }) => reason === 'risk').map(({ notice, dueOn }) => [notice, dueOn]);
const house = { kind: 'system' } as const;

test('a suspension brings one untold audit more, a grave finding after it one a year; what was planned stays', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { certificateId: id } = given;
  const before = await entries(db);
  expect(await db.selectFrom('audit_programme').select('risk').execute()).toEqual([{ risk: 'low' }]);
  done(await suspendCertificate(given.as(given.officer), id, ownSuspension));
  await work();
  expect(await added(db)).toEqual([['unannounced', '2027-02-28']]);

  await aGraveFinding(given, 'critical');
  const both = [1, 2].map(() => reckonRisk({ db, actor: house, now }, id));
  expect((await Promise.all(both)).filter(({ ok }) => ok)).toMatchObject([{ value: { risk: 'high' } }]);
  expect(await added(db)).toEqual([
    ['unannounced', '2027-02-28'],
    ['unannounced', '2028-02-29'],
    ['unannounced', '2029-02-28'],
  ]);
  expect((await entries(db)).filter(({ reason }) => reason !== 'risk')).toEqual(before);
  expect(await reckonRisk({ db, actor: house, now }, id)).toMatchObject({ refusal: 'not_grown' });
  const facts = db.selectFrom('event').select('payload').where('type', '=', 'audit.risk_grown');
  expect(await facts.execute()).toHaveLength(2);
  const told = await timelineOf(given.as(given.recruiter), id);
  expect(told.filter(({ what }) => what.includes('risk'))).toEqual([]);
});

test('a finding that is issued reckons the risk of its holder again', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  await aGraveFinding(given, 'major');
  const { id } = await db
    .selectFrom('finding')
    .select('id')
    .where('number', '=', 77)
    .executeTakeFirstOrThrow();
  await sql`with told as (insert into event (type, subject, related, actor, payload, occurred_at)
      values ('finding.issued', ${id}, array[${given.agency.id}]::uuid[], '{"kind":"system"}', '{"grade":"major"}', ${now}) returning id)
    select graphile_worker.add_job('deliver', json_build_object('event', id::text)) from told`.execute(db);
  await work();
  expect(await added(db)).toHaveLength(1);
});

test('raw SQL reckons no risk that has not grown, and rewrites none', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const reckon = (risk: string) =>
    sql`insert into audit_programme_reckoning (certificate_id, risk, corridors, grave_findings, suspensions, partners, reckoned_at)
      values (${given.certificateId}, ${risk}, 1, 0, 0, 0, now())`.execute(db);
  await expect(reckon('low')).rejects.toThrow('risk');
  await reckon('high');
  await expect(reckon('medium')).rejects.toThrow('when it has grown');
  await expect(reckon('high')).rejects.toThrow();
  for (const change of [
    `update audit_programme_reckoning set risk = 'medium'`,
    'delete from audit_programme_reckoning',
    'truncate audit_programme_reckoning',
  ])
    await expect(sql.raw(change).execute(db)).rejects.toThrow('append-only');
});

test('an order on a report in the media keeps where and when it stood, in SQL too', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const form = {
    ...({ type: 'special', trigger: 'media_report', noticeType: 'unannounced' } as const),
    ...{ dueOn: '2026-06-01', grounds: 'It names two workers who paid.' },
  };
  const officer = given.as(given.officer);
  expect(await orderAudit(officer, given.certificateId, form)).toMatchObject({ refusal: 'source_needed' });
  const named = { causeSource: 'Kathmandu Post, page 3', causeOn: '2026-02-27' };
  done(await orderAudit(officer, given.certificateId, { ...form, ...named }));
  const kept = db.selectFrom('audit_programme_entry').select(['cause_source as source', 'cause_on as on']);
  expect(await kept.where('reason', '=', 'ordered').execute()).toEqual([
    { source: named.causeSource, on: named.causeOn },
  ]);
  const forged = (trigger: string, source: string | null, on: string | null) =>
    sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on, trigger, grounds,
        ordered_by, ordered_at, cause_source, cause_on)
      values (${given.certificateId}, 'special', 'ordered', 'unannounced', '2026-03-01', '2026-07-01', ${trigger},
        'It names two workers.', ${given.officer.accountId}, ${now}, ${source}, ${on})`.execute(db);
  await expect(forged('failed_call_backs', null, null)).rejects.toThrow('audit_programme_entry_cause');
  await expect(forged('media_report', 'A paper', null)).rejects.toThrow('audit_programme_entry_cause');
  await expect(forged('media_report', 'A paper', '2030-01-01')).rejects.toThrow(
    'audit_programme_entry_cause',
  );
  await expect(forged('transfer', 'A paper', '2026-02-01')).rejects.toThrow('audit_programme_entry_cause');
  const rewritten = sql`update audit_programme_entry set cause_source = 'Another paper' where reason = 'ordered'`;
  await expect(rewritten.execute(db)).rejects.toThrow('cause_source stands');
});

test('an audit of a recruiter is neither a review of its transfer nor the watching of an auditor', async ({
  db,
  work,
}) => {
  await aCertificate(db, work);
  const forged = (type: string) =>
    pastRules(db, (one) =>
      sql`insert into audit select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'reference', 'AUD-09999',
        'type', ${type}::text, 'certificate_id', (select id from certificate)))).* from audit a where a.type = 'stage2'`.execute(
        one,
      ),
    );
  for (const type of ['witness', 'transfer_review'])
    await expect(forged(type)).rejects.toThrow('audit_type_check');
});
