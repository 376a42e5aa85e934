import { sql } from 'kysely';
import { expect } from 'vitest';

import { dropProgramme, setProgramme } from '#app/features/audits/programme/commands.server.ts';
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

test('what is open is dropped with the certificate, and stays dropped', async ({ db, work }) => {
  const { certificateId } = await aCertificate(db, work);
  const scope = { db, actor: house, now: new Date('2026-06-01T09:00:00Z') };
  expect(await dropProgramme(scope, certificateId)).toMatchObject({ ok: true });
  const open = db.selectFrom('audit_programme_entry').select('id').where('dropped_at', 'is', null);
  expect(await open.execute()).toEqual([]);
  expect(await dropProgramme(scope, certificateId)).toMatchObject({ ok: true, value: 0 });
  await expect(sql`update audit_programme_entry set dropped_at = null`.execute(db)).rejects.toThrow(/stands/);
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
