import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { listQueue } from '#app/features/workers/casework/queue.server.ts';
import { eraseComplaints } from '#app/features/workers/complaints/clocks/erase.server.ts';
import { tellLateComplaints } from '#app/features/workers/complaints/clocks/late.server.ts';
import {
  tellReprisal,
  withdrawComplaint,
  writeMessage,
} from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { openCase } from '#app/features/workers/complaints/commands/open-case.server.ts';
import { complaintReceipt } from '#app/features/workers/complaints/log/queries.server.ts';
import { findOwnCase } from '#app/features/workers/complaints/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { aPlace, done } from '#tests/support/factories/audits.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { origin, someSigning } from '#tests/support/factories/listed.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { aCaseworker, walked } from '#tests/support/factories/substantiated.ts';
import { test } from '#tests/support/test.ts';

const hours = (now: Date, count: number) => new Date(now.getTime() + count * 3_600_000);
const everything = { state: undefined, whose: 'anyone' as const, late: false, after: undefined };
const lateFacts = (db: Kysely<Database>) =>
  db
    .selectFrom('event')
    .select(['subject', 'payload', 'related'])
    .where('type', '=', 'complaint.late')
    .orderBy('position')
    .execute();

describe('caseworkers', () => {
  test('hear at once of danger and of a child, by the number alone, and of nothing else that comes in', async ({
    copy: { db, pool },
    work,
    now,
    mailer,
  }) => {
    const by = await aCaseworker(db);
    await db.updateTable('account').set({ language: 'ne' }).where('id', '=', by.accountId).execute();
    const house = { db, pool, now };
    await aComplaint(house);
    await work();
    expect(mailer.sent).toEqual([]);
    const urgent = [await aComplaint(house, { danger: true }), await aComplaint(house, { child: true })];
    await work();
    expect(mailer.sent.map(({ subject }) => subject).sort()).toEqual(
      urgent.map(({ number }) => `उजुरी ${number}: अहिले नै हेर्नुहोस्`).sort(),
    );
    for (const { text, html } of mailer.sent)
      for (const said of ['Zephyrine', '90,000', 'rupees', ...urgent.map(({ id }) => id)])
        expect(`${text}${html}`).not.toContain(said);
    mailer.sent.length = 0;
    done(await tellReprisal(house, urgent[0]?.id ?? ''));
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toEqual([
      `उजुरी ${urgent[0]?.number}: कसैलाई धम्की वा सजाय दिइँदै छ`,
    ]);
  });

  test('hear of what is late once a step, who is in danger first, and not whoever is tied to the recruiter', async ({
    copy: { db, pool },
    work,
    now,
    mailer,
  }) => {
    const [by, tied] = [await aCaseworker(db), await aCaseworker(db, 'Omar Haddad')];
    const first = await aComplaint({ db, pool, now });
    const danger = await aComplaint({ db, pool, now: hours(now, 1) }, { danger: true });
    await work();
    mailer.sent.length = 0;
    await tellLateComplaints({ db, now: hours(now, 24) });
    expect(await lateFacts(db)).toEqual([]);
    const later = { db, now: hours(now, 26) };
    await tellLateComplaints(later);
    await tellLateComplaints(later);
    const received = { payload: { state: 'received' }, related: [] };
    expect(await lateFacts(db)).toEqual([
      { subject: danger.id, ...received },
      { subject: first.id, ...received },
    ]);
    await work();
    expect(mailer.sent).toHaveLength(4);
    for (const { text } of mailer.sent) expect(text).toContain('Where it stands: received.');

    // Moved on, it may be late once more; who is tied to whom it is about is not told.
    const agency = await aPlace(db, 'recruiter', 'Himal Workforce');
    await registered(db, agency.id, tied.accountId);
    await walked(later, first.id, { by, until: 'safety_triage', organisationId: agency.id });
    await tellLateComplaints({ db, now: hours(now, 24 * 12) });
    expect(await lateFacts(db)).toHaveLength(3);
    mailer.sent.length = 0;
    await work();
    const { email } = await db
      .selectFrom('account')
      .select('email')
      .where('id', '=', by.accountId)
      .executeTakeFirstOrThrow();
    expect(mailer.sent.map(({ to }) => to)).toEqual([email]);
  });

  test('are left by a watch that is over: it is late for nobody', async ({ copy: { db, pool }, now }) => {
    const by = await aCaseworker(db);
    const { id } = await aComplaint({ db, pool, now });
    const due = hours(now, 24 * 90);
    await pastRules(db, (one) =>
      sql`update complaint set state = 'monitored', due_at = ${due}, erase_on = '2028-03-01' where id = ${id}`.execute(
        one,
      ),
    );
    const queueOn = async (at: Date) => (await listQueue({ db, now: at, actor: by }, everything)).count;
    expect([await queueOn(due), await queueOn(hours(due, 1))]).toEqual([1, 0]);
    await tellLateComplaints({ db, now: hours(due, 1) });
    expect(await lateFacts(db)).toEqual([]);
  });
});

describe('what was written', () => {
  test('goes on its day with files and reasons, and leaves that it was', async ({
    copy: { db, pool },
    now,
  }) => {
    const by = await aCaseworker(db);
    const house = { db, pool, now };
    const { id, number, passphrase } = await aComplaint(house);
    const stays = await aComplaint(house);
    await walked(house, id, { by, until: 'safety_triage' });
    done(await writeMessage(house, id, 'They took my phone.'));
    await db
      .insertInto('complaint_file')
      .values({
        complaint_id: id,
        storage_key: 'complaints/one',
        media_type: 'image/jpeg',
        bytes: 10,
        added_at: now,
        sealed_key: `a..${'b'.repeat(16)}.c.${'d'.repeat(22)}`,
      })
      .execute();
    done(await withdrawComplaint(house, id));
    const removed: string[] = [];
    const storage = { remove: (key: string) => Promise.resolve(void removed.push(key)) };
    const eraseOn = (day: string) => eraseComplaints({ db, now: new Date(`${day}T02:50:00Z`), storage });
    await eraseOn('2026-03-30');
    expect(removed).toEqual([]);
    expect((await findOwnCase({ db }, id))?.messages).toHaveLength(2);

    const failing = { remove: () => Promise.reject(new Error('storage is down')) };
    await expect(
      eraseComplaints({ db, now: new Date('2026-03-31T02:50:00Z'), storage: failing }),
    ).rejects.toThrow('storage is down');
    expect((await findOwnCase({ db }, id))?.messages).toHaveLength(2);
    await eraseOn('2026-03-31');
    await eraseOn('2026-04-01');
    expect(removed).toEqual(['complaints/one']);
    for (const table of ['complaint_entry', 'complaint_file'] as const)
      expect(await db.selectFrom(table).select('id').where('complaint_id', '=', id).execute()).toEqual([]);
    const decisions = await db
      .selectFrom('complaint_decision')
      .select(['to_state', 'reasons'])
      .where('complaint_id', '=', id)
      .orderBy('position')
      .execute();
    expect(decisions).toEqual([
      { to_state: 'safety_triage', reasons: null },
      { to_state: 'withdrawn', reasons: null },
    ]);
    expect(await findOwnCase({ db }, id)).toBeUndefined();
    expect(await openCase(house, { number, code: passphrase })).toEqual({ ok: false, refusal: 'wrong' });
    expect(await complaintReceipt({ db }, id, { signing: someSigning(), origin })).toBeUndefined();
    expect(await writeMessage(house, id, 'Are you there?')).toEqual({ ok: false, refusal: 'not_found' });
    expect(await findOwnCase({ db }, stays.id)).toMatchObject({ messages: [{}] });
    const told = await db
      .selectFrom('event')
      .select('subject')
      .where('type', '=', 'complaint.erased')
      .execute();
    expect(told).toEqual([{ subject: id }]);
  });

  test('is held by the database until then, and all of it goes', async ({ copy: { db, pool }, now }) => {
    const by = await aCaseworker(db);
    const house = { db, pool, now };
    const { id } = await aComplaint(house);
    await walked(house, id, { by, until: 'safety_triage' });
    const noReasons = () =>
      db.updateTable('complaint_decision').set({ reasons: null }).where('complaint_id', '=', id).execute();
    await expect(noReasons()).rejects.toThrow('reasons stand until their case is erased');
    await expect(
      db.updateTable('complaint_decision').set({ outcome: 'unresolved' }).execute(),
    ).rejects.toThrow();
    await expect(db.deleteFrom('complaint_decision').execute()).rejects.toThrow();
    await expect(
      db
        .insertInto('complaint_decision')
        .values({
          ...{
            complaint_id: id,
            position: 9,
            from_state: 'safety_triage',
            to_state: 'acknowledged',
            decided_at: now,
          },
          ...{ decided_by: by.accountId, reasons: null },
        })
        .execute(),
    ).rejects.toThrow('whoever decides says why');
    done(await withdrawComplaint(house, id));
    const erased = () => db.updateTable('complaint').set({ erased_at: now }).where('id', '=', id).execute();
    await expect(erased()).rejects.toThrow('something is left of it');
    await noReasons();
    await expect(erased()).rejects.toThrow('something is left of it');
    await db.deleteFrom('complaint_entry').execute();
    await erased();
    await expect(db.updateTable('complaint').set({ erased_at: null }).execute()).rejects.toThrow();
  });
});

/** On the register, with somebody who advised it. */
const registered = (db: Kysely<Database>, organisationId: string, adviser: string) =>
  pastRules(db, async (one) => {
    await sql`insert into registration (organisation_id, number, application_id, accepted_on, trading_names)
      values (${organisationId}, 'LRN00012603', gen_random_uuid(), '2026-03-01', '{}')`.execute(one);
    await sql`insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
      values (${adviser}, ${organisationId}, 'training', '2026-02-01', '2026-03-01', ${adviser})`.execute(
      one,
    );
  });
