import { sql } from 'kysely';
import { expect } from 'vitest';

import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { clearCertificate, watchCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listOfficerTasks } from '#app/features/certificates/tasks.server.ts';
import { findWatch } from '#app/features/certificates/watch/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aGraveFinding, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const note = 'The officer wrote down why, at some length.';

test('a watch is on the desk once nothing grave is open, and leaves it when something is grave again', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { certificateId: id } = given;
  const officer = given.as(given.officer);
  const desk = () => listOfficerTasks(officer);
  const become = (finding: string) =>
    pastRules(db, (one) => sql.raw(`update finding set ${finding} where number = 77`).execute(one));
  expect(await findWatch(officer, id)).toBeUndefined();
  await aGraveFinding(given, 'major');
  done(await watchCertificate(officer, id, { reasonClass: 'open_major_finding', note }));
  expect(await desk()).toEqual([]);
  expect(await findWatch(officer, id)).toEqual({ grave: true, special: false, over: false });

  await become(
    `state = 'withdrawn', withdrawn_at = '2026-04-10', withdrawal_reason = 'It was another firm.'`,
  );
  expect(await findWatch(officer, id)).toEqual({ grave: false, special: false, over: true });
  expect(await desk()).toMatchObject([{ id, due: '2026-04-15', action: 'End the watch' }]);

  await become(`state = 'awaiting_cap', withdrawn_at = null, withdrawal_reason = null`);
  expect(await desk()).toEqual([]);
  await become(`grade = 'minor'`);
  expect(await desk()).toMatchObject([{ id }]);
  done(await clearCertificate(officer, id, { note }));
  expect(await desk()).toEqual([]);
});

test('a watch for a special audit waits for it', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const { certificateId: id } = given;
  const officer = given.as(given.officer);
  const order = {
    type: 'special',
    trigger: 'material_change',
    noticeType: 'announced',
    dueOn: '2026-06-30',
    grounds: 'The agency moved its head office.',
  } as const;
  // Placed before: of one that is ordered and not told, no watch tells.
  done(await watchCertificate(officer, id, { reasonClass: 'special_audit', note }));
  done(await orderAudit(officer, id, order));
  expect(await listOfficerTasks(officer)).toEqual([]);
  expect(await findWatch(officer, id)).toEqual({ grave: false, special: true, over: false });
  await pastRules(db, (one) =>
    sql`update audit_programme_entry set dropped_at = now() where type = 'special'`.execute(one),
  );
  expect(await listOfficerTasks(officer)).toMatchObject([{ id }]);
});

test('who is tied to its holder is not asked to end its watch', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  done(await watchCertificate(officer, given.certificateId, { reasonClass: 'special_audit', note }));
  expect(await listOfficerTasks(officer)).toHaveLength(1);
  await pastRules(db, (one) =>
    sql`insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
      values (${officer.actor.accountId}, ${given.agency.id}, 'training', '2026-02-01', '2026-03-01', ${officer.actor.accountId})`.execute(
      one,
    ),
  );
  expect(await listOfficerTasks(officer)).toEqual([]);
});
