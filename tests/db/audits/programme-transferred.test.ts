import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import type { Auditor, Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, aPlace, approved, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const answer = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };

/** A body that takes over whatever is transferred to it. */
async function aBody({ db, officer }: Given, name: string) {
  const body = await aPlace(db, 'audit_body', name);
  const reviewer: Reviewer = await aPerson(db, body, 'reviewer', `Reviewer of ${name}`);
  const auditor: Auditor = await aPerson(db, body, 'auditor', `Auditor of ${name}`);
  await approved(db, body.id, officer);
  return { id: body.id, reviewer, auditor };
}

async function transferred(given: Given, to: Awaited<ReturnType<typeof aBody>>, day: string) {
  const { db, recruiter } = given;
  const now = at(day);
  const asked = { body: to.id, grounds: 'The new body has auditors who speak Maithili.' };
  done(await askForTransfer({ db, now, actor: recruiter }, asked));
  const [task] = await listTransferTasks({ db, now, actor: to.reviewer });
  done(await reviewed({ db, now, actor: to.reviewer }, task?.id ?? '', answer));
  const standing = await db
    .selectFrom('certificate')
    .select('id')
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return standing.id;
}

const programmeOf = (db: Kysely<Database>, certificateId: string) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['type', 'reason', 'notice_type', 'window_from', 'due_on'])
    .where('certificate_id', '=', certificateId)
    .orderBy('due_on')
    .orderBy('reason')
    .execute();

/** The first entry's audit took place, past the rules. */
const firstDone = (db: Kysely<Database>, certificateId: string) =>
  pastRules(db, async (trx) => {
    const { id, type } = await trx
      .selectFrom('audit_programme_entry')
      .select(['id', 'type'])
      .where('certificate_id', '=', certificateId)
      .orderBy('due_on')
      .executeTakeFirstOrThrow();
    const { rows } = await sql<{
      id: string;
    }>`insert into audit (application_id, certificate_id, organisation_id,
        audit_body_id, scheme_version_id, type, state, scheduled_at, scheduled_by, closed_at)
      select application_id, ${certificateId}, organisation_id, audit_body_id, scheme_version_id, ${type}, 'closed',
        scheduled_at, scheduled_by, closed_at from audit where closed_at is not null limit 1 returning id`.execute(
      trx,
    );
    await trx
      .updateTable('audit_programme_entry')
      .set({ audit_id: rows[0]?.id ?? null })
      .where('id', '=', id)
      .execute();
  });

test('a certificate that another body takes over is audited by the days of its cycle, not by that of the transfer', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const before = await programmeOf(db, given.certificateId);
  expect(before.map(({ type, due_on }) => [type, due_on])).toEqual([
    ['surveillance', '2027-03-01'],
    ['surveillance', '2028-03-01'],
    ['recertification', '2028-11-28'],
  ]);
  const next = await transferred(given, await aBody(given, 'Lantern Audits'), '2026-12-20');
  await work();
  expect(await programmeOf(db, next)).toEqual(before);
  expect(before.filter(({ notice_type }) => notice_type !== 'announced')).toHaveLength(1);
});

test('what was due before the transfer is late after it, and the new body is told', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const body = await aBody(given, 'Lantern Audits');
  const next = await transferred(given, body, '2027-04-01');
  await work();
  const scope = { db, actor: body.auditor, now: at('2027-04-02') };
  const { entries } = await listProgramme(scope, { type: '', notice: '', page: 1 });
  expect(entries.map(({ dueOn }) => dueOn)).toEqual(['2027-03-01', '2028-03-01', '2028-11-28']);
  done(await scheduleProgrammeAudit(scope, entries[0]?.id ?? '', { colleagues: [] }));
  expect(await programmeOf(db, next)).toHaveLength(3);
});

test('what was done is not due again, by a second transfer either', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  await firstDone(db, given.certificateId);
  const before = await programmeOf(db, given.certificateId);
  const second = await transferred(given, await aBody(given, 'Lantern Audits'), '2027-04-01');
  await work();
  expect(await programmeOf(db, second)).toEqual(before.slice(1));
  await firstDone(db, second);
  const third = await transferred(given, await aBody(given, 'Compass Audit'), '2028-04-01');
  await work();
  // Of the cycle's audits one did not tell its day, under the number before: that is enough.
  expect(await programmeOf(db, third)).toEqual(before.slice(2));
  expect(before[1]?.notice_type).not.toBe('announced');
});

test('taken over before its programme was set, it has what its cycle still has to come', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const before = await programmeOf(db, given.certificateId);
  const next = await transferred(given, await aBody(given, 'Lantern Audits'), '2027-04-01');
  await pastRules(db, async (trx) => {
    await sql`delete from audit_programme_entry`.execute(trx);
    await sql`delete from audit_programme`.execute(trx);
  });
  await work();
  expect(await programmeOf(db, next)).toEqual(before.slice(1));
});

test('raw SQL gives a certificate that was taken over no cycle of its own, and leaves nothing out', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const next = await transferred(given, await aBody(given, 'Lantern Audits'), '2026-12-20');
  const set = (day: string, left: string) =>
    db.transaction().execute(async (trx) => {
      await sql`insert into audit_programme select (jsonb_populate_record(p, jsonb_build_object('certificate_id', ${next}::text))).*
        from audit_programme p where certificate_id = ${given.certificateId}`.execute(trx);
      await sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on)
        select ${next}, type, reason, notice_type, window_from, case when due_on = '2027-03-01' then ${day}::date else due_on end
        from audit_programme_entry where certificate_id = ${given.certificateId} and type <> ${left}`.execute(
        trx,
      );
    });
  await expect(set('2027-12-20', 'none')).rejects.toThrow('is due of the one that took it over');
  await expect(set('2027-03-01', 'recertification')).rejects.toThrow('is due of the one that took it over');
  await set('2027-03-01', 'none');
});

test('beside what was due, raw SQL adds no audit of a new cycle', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const next = await transferred(given, await aBody(given, 'Lantern Audits'), '2026-12-20');
  const more = db.transaction().execute(async (trx) => {
    await sql`insert into audit_programme select (jsonb_populate_record(p, jsonb_build_object('certificate_id', ${next}::text))).*
      from audit_programme p where certificate_id = ${given.certificateId}`.execute(trx);
    for (const days of [0, 30])
      await sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on)
        select ${next}, type, reason, notice_type, window_from, due_on + ${days}::integer
        from audit_programme_entry where certificate_id = ${given.certificateId}`.execute(trx);
  });
  await expect(more).rejects.toThrow('begins no new cycle');
});
