import { sql } from 'kysely';
import { expect } from 'vitest';

import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { isSpecialUntold } from '#app/features/certificates/ground.server.ts';
import { watchReasons } from '#app/features/certificates/model.ts';
import { clearCertificate, watchCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listToWatchTasks, listWatchReasons } from '#app/features/certificates/watch/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const note = 'The officer wrote down why, at some length.';
const special = { reasonClass: 'special_audit', note } as const;
const order = {
  type: 'special',
  trigger: 'critical_complaint',
  noticeType: 'unannounced',
  dueOn: '2026-06-30',
  grounds: 'Three workers say they paid at the airport.',
} as const;

test('a watch tells of no special audit before that has begun, and is offered then', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const { certificateId: id } = given;
  const officer = given.as(given.officer);
  const raw = () =>
    db.transaction().execute(async (trx) => {
      await sql`update certificate set status = 'active_under_watch', reason_class = 'special_audit',
        since = '2026-03-05T09:00:00Z'`.execute(trx);
      await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
        values (${id}, 'watched', 'active_under_watch', 'special_audit', ${note}, ${given.officer.accountId}, '2026-03-05T09:00:00Z')`.execute(
        trx,
      );
    });
  const refused = { ok: false, refusal: 'special_untold' };
  expect(await isSpecialUntold(db, id)).toBe(false);
  const { id: entryId } = done(await orderAudit(officer, id, order));
  expect(await isSpecialUntold(db, id)).toBe(true);
  expect(await watchCertificate(officer, id, special)).toEqual(refused);
  expect(await listWatchReasons(officer, id)).toEqual(['open_major_finding']);
  const { id: auditId } = done(
    await scheduleProgrammeAudit(given.as(given.lead), entryId, { colleagues: [] }),
  );
  expect(await watchCertificate(officer, id, special)).toEqual(refused);
  await expect(raw()).rejects.toThrow('before its recruiter knows of it');
  expect(await listToWatchTasks(officer)).toEqual([]);

  await pastRules(db, (one) =>
    sql`update audit set state = 'in_progress', planned_at = '2026-03-02T09:00:00Z', started_at = '2026-03-04T09:00:00Z' where id = ${auditId}`.execute(
      one,
    ),
  );
  expect(await listWatchReasons(officer, id)).toEqual(watchReasons);
  expect(await listToWatchTasks(officer)).toMatchObject([
    { about: given.number, href: `/scheme/certificates/${id}/watch?reasonClass=special_audit` },
  ]);
  done(await watchCertificate(officer, id, special));
  expect(await listToWatchTasks(officer)).toEqual([]);
  done(await clearCertificate(officer, id, { note }));
  // Whoever ended it is not asked about the same audit again.
  expect(await listToWatchTasks(officer)).toEqual([]);
});

test('who is tied to the holder learns nothing of it, neither by a task nor by a reason that is missing', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  const { id: entryId } = done(await orderAudit(officer, given.certificateId, order));
  const { id: auditId } = done(
    await scheduleProgrammeAudit(given.as(given.lead), entryId, { colleagues: [] }),
  );
  await pastRules(db, (one) =>
    sql`insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
      values (${officer.actor.accountId}, ${given.agency.id}, 'training', '2026-02-01', '2026-03-01', ${officer.actor.accountId})`.execute(
      one,
    ),
  );
  expect(await listWatchReasons(officer, given.certificateId)).toEqual(watchReasons);
  expect(await watchCertificate(officer, given.certificateId, special)).toEqual({
    ok: false,
    refusal: 'tied',
  });
  await pastRules(db, (one) =>
    sql`update audit set state = 'in_progress', planned_at = '2026-03-02T09:00:00Z', started_at = '2026-03-04T09:00:00Z' where id = ${auditId}`.execute(
      one,
    ),
  );
  expect(await listToWatchTasks(officer)).toEqual([]);
});
