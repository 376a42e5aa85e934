import { sql } from 'kysely';
import { expect } from 'vitest';

import { findRecord } from '#app/features/register/queries.server.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, anOpenAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const number = 'LRN00012603';
const first = { from: '2026-03-01', until: '2027-03-01' };
const second = { from: '2027-03-01', until: '2028-03-01' };

test('the register names the last audit of the cycle and the window of the next, and no days of one', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const on = async (day: string) => {
    const record = await findRecord({ db, now: new Date(`${day}T09:00:00Z`) }, number);
    return record.ok ? record.value.certificate : null;
  };
  const stage2 = { type: 'stage2', endedOn: '2026-03-01' };
  expect(await on('2026-03-02')).toMatchObject({ lastAudit: stage2, nextAudit: first });
  // Scheduled, planned or under way, it is told by its window alone.
  await anOpenAudit(given, 'surveillance');
  expect(await on('2026-03-02')).toMatchObject({ lastAudit: stage2, nextAudit: first });
  // What is late is not said to be: the next window is that of the next year.
  expect(await on('2027-03-02')).toMatchObject({ lastAudit: stage2, nextAudit: second });
  await pastRules(db, (trx) =>
    sql`delete from audit_team_member where audit_id in (select id from audit where type = 'surveillance')`.execute(
      trx,
    ),
  );
  await pastRules(db, (trx) => sql`delete from audit where type = 'surveillance'`.execute(trx));

  const entry = await db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('due_on', '=', first.until)
    .where('reason', '=', 'cycle')
    .executeTakeFirstOrThrow();
  await aReadyAudit({ ...given, entryId: entry.id }, 'surveillance', '2026-11-05');
  const last = { type: 'surveillance', endedOn: '2026-11-05' };
  expect(await on('2026-12-01')).toMatchObject({ lastAudit: last, nextAudit: second });
  // About a cause, and not about the cycle.
  await aReadyAudit(given, 'scope_extension', '2026-12-05');
  expect(await on('2026-12-24')).toMatchObject({ lastAudit: last, nextAudit: second });
  expect(await on('2029-03-01')).toMatchObject({ lastAudit: last, nextAudit: null });
});

test('what a risk added is in no window', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  await pastRules(db, (trx) =>
    sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on)
      values (${given.certificateId}, 'surveillance', 'risk', 'unannounced', '2026-03-01', '2026-06-01')`.execute(
      trx,
    ),
  );
  const record = await findRecord({ db, now: new Date('2026-03-02T09:00:00Z') }, number);
  expect(record.ok && record.value.certificate?.nextAudit).toEqual(first);
});
