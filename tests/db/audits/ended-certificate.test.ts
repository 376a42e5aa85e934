import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { listFindingTasks } from '#app/features/audits/findings/tasks.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { done, raised } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, anOpenAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const fraud = { reasonClass: 'fraud' as const, note: 'The receipts it showed were made up for the audit.' };

/** An unannounced surveillance audit that is planned, as if its team had brought it there. */
async function planned(db: Kysely<Database>, certificateId: string) {
  const id = await anOpenAudit({ db, certificateId }, 'surveillance');
  await pastRules(db, (one) =>
    sql`update audit set state = 'planned', started_at = null, notice_type = 'unannounced' where id = ${id}`.execute(
      one,
    ),
  );
  return id;
}

const stateOf = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('audit')
    .select(['state', 'abort_reason as reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('a certificate that is withdrawn', () => {
  test('takes its planned audit with it, which began no more even before', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const id = await planned(db, given.certificateId);
    done(await withdrawCertificate(given.as(given.officer), given.certificateId, fraud));
    expect(await startAudit(given.as(given.lead), id)).toEqual({ ok: false, refusal: 'certificate_ended' });
    await work();
    expect(await stateOf(db, id)).toEqual({ state: 'cancelled', reason: null });
    // An unannounced audit that never began stays unknown to the recruiter; its team learns that it is over.
    const told = mailer.sent.filter(({ subject }) => subject.endsWith('has ended'));
    expect(told.map(({ text }) => text.includes('on the team'))).toEqual([true]);
  });

  test('closes one whose corrections are open, and leaves what is owed visible', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const open = await anOpenAudit({ db, certificateId: given.certificateId }, 'special');
    const finding = await raised(given, open, 'critical');
    await pastRules(db, (one) =>
      sql`update audit set state = 'caps_open', fieldwork_done_at = started_at, summary = 'Seen.', reported_at = started_at,
        reported_by = scheduled_by, reviewed_at = started_at, reviewed_by = ${given.reviewer.accountId} where id = ${open}`.execute(
        one,
      ),
    );
    done(await withdrawCertificate(given.as(given.officer), given.certificateId, fraud));
    await work();
    expect(await stateOf(db, open)).toEqual({ state: 'closed', reason: 'certificate_ended' });
    expect((await listFindingTasks(given.as(given.recruiter))).map(({ href }) => href)).toEqual([
      expect.stringContaining(finding),
    ]);
  });
});

test('one past its last day ends its audits by the clock, but not the one that may restore it', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const surveillance = await anOpenAudit({ db, certificateId: given.certificateId }, 'surveillance');
  const recertification = await anOpenAudit({ db, certificateId: given.certificateId }, 'recertification');
  await runCertificateClock({ db, now: new Date('2029-03-02T03:00:00Z') });
  await work();
  expect(await stateOf(db, surveillance)).toEqual({ state: 'aborted', reason: 'certificate_ended' });
  expect(await stateOf(db, recertification)).toMatchObject({ state: 'in_progress' });
});

test('one in whose place another came ends the surveillance that had not begun; what had goes on until it is ready', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { certificateId, agency, applicationId } = given;
  const waiting = await planned(db, certificateId);
  const begun = await anOpenAudit({ db, certificateId }, 'special');
  await pastRules(db, (one) =>
    sql`update certificate set status = 'superseded', reason_class = null`.execute(one),
  );
  const now = new Date('2026-03-02T09:00:00Z');
  const about = { subject: certificateId, related: [applicationId, agency.id] };
  await db.transaction().execute((trx) =>
    recordEvent(trx, { actor: given.decider, now, ...about }, 'certificate.superseded', {
      by: crypto.randomUUID(),
    }),
  );
  await work();
  expect(await stateOf(db, waiting)).toEqual({ state: 'cancelled', reason: null });
  expect(await stateOf(db, begun)).toEqual({ state: 'in_progress', reason: null });
  const ready = await aReadyAudit({ db, certificateId }, 'follow_up', '2026-03-02');
  await work();
  expect(await stateOf(db, ready)).toEqual({ state: 'closed', reason: null });
});

test('the database ends no audit this way while its certificate stands, and begins none once it is withdrawn', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const id = await anOpenAudit({ db, certificateId: given.certificateId }, 'special');
  const ended = sql`update audit set state = 'aborted', aborted_at = now(), abort_note = 'It ended.',
    abort_reason = 'certificate_ended' where id = ${id}`;
  await expect(ended.execute(db)).rejects.toThrow('or with its certificate');
  const waiting = await planned(db, given.certificateId);
  await pastRules(db, (one) =>
    sql`update certificate set status = 'withdrawn', reason_class = 'fraud'`.execute(one),
  );
  const begun = sql`update audit set state = 'in_progress', started_at = now() where id = ${waiting}`;
  await expect(begun.execute(db)).rejects.toThrow('its certificate was withdrawn');
});
