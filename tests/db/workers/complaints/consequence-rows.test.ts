import { sql } from 'kysely';
import { expect } from 'vitest';

import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { factOf, substantiated } from '#tests/support/factories/substantiated.ts';
import { test } from '#tests/support/test.ts';

test('the database knows no order of nobody’s without a complaint, and no link to what is not its audit', async ({
  copy: { db, pool },
  work,
  now,
}) => {
  const given = await aCertificate(db, work);
  const entry = (part: object) =>
    db
      .insertInto('audit_programme_entry')
      .values({
        ...{
          certificate_id: given.certificateId,
          type: 'special',
          reason: 'ordered',
          trigger: 'critical_complaint',
        },
        ...{
          grounds: 'As the rules say.',
          notice_type: 'unannounced',
          window_from: '2026-03-01',
          due_on: '2026-03-20',
        },
        ...{ ordered_at: now },
        ...part,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
  await expect(entry({})).rejects.toThrow('or by rule on a complaint');
  for (const part of [{ trigger: 'licence_sanction' }, { notice_type: 'announced' }, { type: 'follow_up' }])
    await expect(entry(part)).rejects.toThrow('audit_programme_entry_order');
  const byHand = await entry({ ordered_by: given.officer.accountId });
  const sanction = await entry({
    ordered_by: given.officer.accountId,
    trigger: 'licence_sanction',
    due_on: '2026-03-21',
  });
  const link = (complaint_id: string, entry_id: string) =>
    db.insertInto('complaint_audit').values({ complaint_id, entry_id, linked_at: now }).execute();
  const light = await substantiated({ db, pool, now }, given.agency, false);
  await expect(link(light.id, byHand.id)).rejects.toThrow('found to be so');
  const { id } = await substantiated({ db, pool, now }, given.agency);
  await expect(link(id, sanction.id)).rejects.toThrow('by a special audit of whom it is about');
  await link(id, byHand.id);
  await expect(link(id, byHand.id)).rejects.toThrow('complaint_audit_pkey');
  await expect(db.deleteFrom('complaint_audit').execute()).rejects.toThrow();
  await expect(db.updateTable('complaint_audit').set({ linked_at: new Date() }).execute()).rejects.toThrow();

  const watched = (fact: string) =>
    db.transaction().execute(async (trx) => {
      await sql`update certificate set status = 'active_under_watch', reason_class = 'special_audit', since = '2026-03-05T09:00:00Z'`.execute(
        trx,
      );
      await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, cause, fact_id, decided_at)
        values (${given.certificateId}, 'watched', 'active_under_watch', 'special_audit', 'As the rules say.', 'complaint', ${fact}, '2026-03-05T09:00:00Z')`.execute(
        trx,
      );
    });
  const { id: another } = await factOf(db, id);
  await pastRules(db, (one) => sql`update audit_programme_entry set dropped_at = now()`.execute(one));
  await expect(watched(another)).rejects.toThrow('no fact lets the house change');
});

test('what an appeal found not to be so brings no audit', async ({ copy: { db, pool }, work, now }) => {
  const given = await aCertificate(db, work);
  const { id } = await substantiated({ db, pool, now }, given.agency);
  const unanswered = async () =>
    (await sql`select complaints_unanswered('2026-06-01T09:00:00Z'::timestamptz) as id`.execute(db)).rows;
  expect(await unanswered()).toEqual([{ id }]);
  await pastRules(db, (one) =>
    sql`insert into complaint_decision (complaint_id, position, from_state, to_state, decided_at, outcome)
      values (${id}, 99, 'investigating', 'finding', '2026-05-01T09:00:00Z', 'not_substantiated')`.execute(
      one,
    ),
  );
  expect(await unanswered()).toEqual([]);
  await expect(
    db.insertInto('complaint_audit').values({ complaint_id: id, entry_id: id, linked_at: now }).execute(),
  ).rejects.toThrow('found to be so');
});
