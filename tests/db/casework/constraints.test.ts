import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { answerAccess, askForAccess } from '#app/features/workers/casework/commands/access.server.ts';
import { takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import { listRequests } from '#app/features/workers/casework/access.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aDesk } from '#tests/support/factories/casework.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { test } from '#tests/support/test.ts';

/** Sealed by nobody: of the shape alone. */
const sealed = `e30..${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`;
const reason = 'The caseworker is away for a week.';
const violation = (message: RegExp) => ({ code: '23000', message: expect.stringMatching(message) });

describe('past every command the database holds that', () => {
  test('nobody opens, writes to or decides on a case that is not theirs to open', async ({ copy, now }) => {
    const { db } = copy;
    const desk = await aDesk({ db, pool: copy.pool, now });
    for (const person of [desk.piet.actor.accountId, desk.officer.actor.accountId]) {
      const reading = sql`insert into complaint_reading (complaint_id, account_id, read_at)
        values (${desk.id}, ${person}, ${now})`;
      await expect(reading.execute(db)).rejects.toMatchObject(violation(/not theirs to open/));
      const writing = sql`insert into complaint_entry (complaint_id, kind, sealed, written_at, written_by)
        values (${desk.id}, 'answer', ${sealed}, ${now}, ${person})`;
      await expect(writing.execute(db)).rejects.toMatchObject(violation(/whoever may open it/));
      const deciding = sql`insert into complaint_decision (complaint_id, position, from_state, to_state, decided_at, decided_by, reasons)
        values (${desk.id}, 1, 'received', 'safety_triage', ${now}, ${person}, ${sealed})`;
      await expect(deciding.execute(db)).rejects.toMatchObject(violation(/whoever may open it/));
    }
  });

  test('a case is a caseworker’s, and moves by the steps there are with a decision behind each', async ({
    copy,
    now,
  }) => {
    const { db } = copy;
    const desk = await aDesk({ db, pool: copy.pool, now });
    const giving = sql`update complaint set caseworker_id = ${desk.officer.actor.accountId} where id = ${desk.id}`;
    await expect(giving.execute(db)).rejects.toMatchObject(violation(/a case is a caseworker/));
    const leaping = sql`update complaint set state = 'routed' where id = ${desk.id}`;
    await expect(leaping.execute(db)).rejects.toThrow();
    const silent = sql`update complaint set state = 'safety_triage' where id = ${desk.id}`;
    await expect(silent.execute(db)).rejects.toMatchObject(violation(/without a decision/));
  });

  test('nobody passes it on without consent, but to an authority where somebody is in danger', async ({
    copy,
    now,
  }) => {
    const { db } = copy;
    const desk = await aDesk({ db, pool: copy.pool, now });
    const passing = (to: string, necessity: boolean) => sql`
      insert into complaint_decision (complaint_id, position, from_state, to_state, decided_at, decided_by, reasons, routed_to, by_necessity)
      values (${desk.id}, 1, 'admissibility', 'routed', ${now}, ${desk.mara.actor.accountId}, ${sealed}, ${to}, ${necessity})`;
    for (const to of ['recruiter', 'audit_body', 'authority', 'organisation'])
      await expect(passing(to, false).execute(db)).rejects.toMatchObject(violation(/consent alone/));
    await expect(passing('authority', true).execute(db)).rejects.toMatchObject(violation(/in danger/));
    await sql`update complaint set danger = true where id = ${desk.id}`.execute(db);
    const elsewhere = passing('recruiter', true);
    await expect(elsewhere.execute(db)).rejects.toMatchObject({ constraint: 'complaint_decision_necessity' });
  });

  test('nobody lets themselves in, nor anybody for longer than a day', async ({ copy, now }) => {
    const { db } = copy;
    const desk = await aDesk({ db, pool: copy.pool, now });
    done(await askForAccess(desk.piet, desk.id, reason));
    const answering = (by: string, until: string) => sql`update complaint_access
      set answered_by = ${by}, answered_at = ${now}, granted = true, until_at = ${now}::timestamptz + ${until}::interval`;
    const self = answering(desk.piet.actor.accountId, '1 hour');
    await expect(self.execute(db)).rejects.toMatchObject({ constraint: 'complaint_access_by_two' });
    const long = answering(desk.officer.actor.accountId, '25 hours');
    await expect(long.execute(db)).rejects.toMatchObject({ constraint: 'complaint_access_answer' });
    const recruiter = sql`insert into complaint_access (complaint_id, asked_by, asked_at, reason)
      values (${desk.id}, ${desk.officer.actor.accountId}, ${now}, ${reason})`;
    await expect(recruiter.execute(db)).rejects.toMatchObject(violation(/asked by a caseworker/));
    const [asked] = await listRequests(desk.officer);
    done(await answerAccess(desk.officer, asked?.id ?? '', false));
    const turned = answering(desk.officer.actor.accountId, '1 hour');
    await expect(turned.execute(db)).rejects.toThrow();
  });

  test('what was opened, decided, asked and linked stays as it was written', async ({ copy, now }) => {
    const { db } = copy;
    const desk = await aDesk({ db, pool: copy.pool, now });
    done(await askForAccess(desk.piet, desk.id, reason));
    const other = await aComplaint({ db, pool: copy.pool, now });
    done(await takeCase(desk.mara, other.id));
    const [first, second] = [desk.id, other.id].toSorted();
    const linking = (
      by: string,
    ) => sql`insert into complaint_link (complaint_id, other_id, linked_at, linked_by, reason)
      values (${first}, ${second}, ${now}, ${by}, 'The same agent.')`;
    await expect(linking(desk.piet.actor.accountId).execute(db)).rejects.toMatchObject(
      violation(/whoever may open both/),
    );
    await linking(desk.mara.actor.accountId).execute(db);
    await sql`insert into complaint_reading (complaint_id, account_id, read_at)
      values (${desk.id}, ${desk.mara.actor.accountId}, ${now})`.execute(db);
    for (const table of [
      'complaint_reading',
      'complaint_access',
      'complaint_link',
      'complaint_entry',
      'complaint',
    ])
      await expect(sql`delete from ${sql.table(table)}`.execute(db), table).rejects.toThrow();
    for (const table of ['complaint_reading', 'complaint_access', 'complaint_link'])
      await expect(sql`truncate ${sql.table(table)}`.execute(db), table).rejects.toThrow();
    await expect(sql`update complaint_reading set read_at = now()`.execute(db)).rejects.toThrow();
    await expect(
      sql`update complaint_access set reason = 'Another reason altogether.'`.execute(db),
    ).rejects.toThrow();
  });

  test('an answer is of whoever was told, and a translation of what the reporter wrote', async ({
    copy,
    now,
  }) => {
    const { db } = copy;
    const desk = await aDesk({ db, pool: copy.pool, now });
    const { id: account } = await db.selectFrom('complaint_entry').select('id').executeTakeFirstOrThrow();
    const writing = (kind: string, of: string, by: string) => sql<{ id: string }>`
      insert into complaint_entry (complaint_id, kind, of_entry, sealed, written_at, written_by)
      values (${desk.id}, ${kind}, ${of}, ${sealed}, ${now}, ${by}) returning id`;
    const mara = desk.mara.actor.accountId;
    await expect(writing('response', account, mara).execute(db)).rejects.toMatchObject(
      violation(/was told of it/),
    );
    const { rows } = await writing('translation', account, mara).execute(db);
    await expect(writing('translation', rows[0]?.id ?? '', mara).execute(db)).rejects.toMatchObject(
      violation(/what the reporter wrote/),
    );
  });
});
