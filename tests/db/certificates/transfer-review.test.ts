import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { answerTransfer, askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import {
  findTransfer,
  listOwnTransfers,
  listTransferTasks,
} from '#app/features/certificates/transfer/queries.server.ts';
import { declareForTransfer, openReport } from '#app/features/certificates/transfer/review.server.ts';
import type { Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, aPlace, approved, done, noConflict, strangers } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const grounds = 'The new body has auditors who speak Maithili.';
const declined = { outcome: 'declined' as const, answer: 'We have nobody free for it in the next months.' };
const tied = { conflicted: true, statement: 'My sister works in its office in Kathmandu.' };

/** A certificate that another body is asked to take over; its report is drawn, and nobody declared anything. */
async function asked(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  await approved(db, other.id, given.officer);
  const newReviewer: Reviewer = await aPerson(db, other, 'reviewer', 'Ines Duarte');
  const second: Reviewer = await aPerson(db, other, 'reviewer', 'Juno Park');
  done(await askForTransfer(given.as(given.recruiter), { body: other.id, grounds }));
  const [task] = await listTransferTasks(given.as(newReviewer));
  const file = {
    storage_key: 'somewhere',
    bytes: 5,
    sha256: 'a'.repeat(64),
    version: 1,
    made_at: new Date(),
  };
  await db
    .insertInto('audit_report_file')
    .values({ audit_id: given.auditId, ...file })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { ...given, other, newReviewer, second, transferId: task?.id ?? '' };
}

/** The scheme takes the approval of everybody of a body away. */
const unapproved = (db: Kysely<Database>, person: Reviewer, by: string) =>
  sql`update auditor_approval set ended_at = '2026-02-01', ended_by = ${by}, end_reason = 'Reviews no more, by its own wish.'
    where account_id = ${person.accountId}`.execute(db);

test('is read once its reviewer has declared, in its days, and each report that is opened is shown to the holder', async ({
  db,
  work,
}) => {
  const given = await asked(db, work);
  const { transferId, auditId } = given;
  const reviewer = given.as(given.newReviewer);
  expect(await findTransfer(reviewer, transferId)).toMatchObject({
    refusal: 'declare_first',
    contents: undefined,
  });
  expect(await openReport(reviewer, transferId, auditId)).toEqual({ ok: false, refusal: 'declare_first' });
  expect(await answerTransfer(reviewer, transferId, declined)).toEqual({
    ok: false,
    refusal: 'declare_first',
  });

  done(await declareForTransfer(reviewer, transferId, noConflict));
  expect(await declareForTransfer(reviewer, transferId, tied)).toEqual({
    ok: false,
    refusal: 'already_declared',
  });
  expect((await findTransfer(reviewer, transferId))?.contents?.reports).toMatchObject([
    { id: auditId, drawn: true },
  ]);
  const opened = done(await openReport(reviewer, transferId, auditId));
  expect(opened.filename).toMatch(/^\S+ report\.pdf$/);
  const holder = given.as(given.recruiter);
  expect(await listOwnTransfers(holder)).toMatchObject([{ opened: [{ name: 'Ines Duarte' }] }]);

  const late = { ...reviewer, now: new Date('2026-04-05T09:00:00Z') };
  expect(await openReport(late, transferId, auditId)).toEqual({ ok: false, refusal: 'review_over' });
  expect((await findTransfer(late, transferId))?.contents).toBeUndefined();
  done(await answerTransfer(reviewer, transferId, declined));
  expect(await openReport(reviewer, transferId, auditId)).toEqual({ ok: false, refusal: 'already_answered' });
  expect(await declareForTransfer(given.as(given.second), transferId, noConflict)).toEqual({
    ok: false,
    refusal: 'already_answered',
  });
});

test('is neither read nor answered by whom something ties, whom the scheme has not approved, or another body', async ({
  db,
  work,
}) => {
  const given = await asked(db, work);
  const { transferId, auditId } = given;
  done(await declareForTransfer(given.as(given.second), transferId, tied));
  done(await declareForTransfer(given.as(given.newReviewer), transferId, noConflict));
  await unapproved(db, given.newReviewer, given.officer.accountId);
  for (const [person, refusal] of [
    [given.second, 'tied'],
    [given.newReviewer, 'reviewer_not_approved'],
  ] as const) {
    const scope = given.as(person);
    expect(await findTransfer(scope, transferId)).toMatchObject({ refusal, contents: undefined });
    expect(await openReport(scope, transferId, auditId)).toEqual({ ok: false, refusal });
    expect(await answerTransfer(scope, transferId, declined)).toEqual({ ok: false, refusal });
  }
  const { reviewer } = await strangers(db);
  for (const other of [reviewer, given.reviewer]) {
    const scope = given.as(other);
    expect(await findTransfer(scope, transferId)).toBeUndefined();
    expect(await openReport(scope, transferId, auditId)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await declareForTransfer(scope, transferId, noConflict)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
  }
});

test('opens no report of another recruiter', async ({ db, work }) => {
  const given = await asked(db, work);
  done(await declareForTransfer(given.as(given.newReviewer), given.transferId, noConflict));
  expect(await openReport(given.as(given.newReviewer), given.transferId, crypto.randomUUID())).toEqual({
    ok: false,
    refusal: 'not_found',
  });
  expect(await openReport(given.as(given.newReviewer), given.transferId, 'elsewhere')).toEqual({
    ok: false,
    refusal: 'not_found',
  });
});

test('in SQL is declared for, read and answered by the same people alone', async ({ db, work }) => {
  const given = await asked(db, work);
  const { transferId, auditId } = given;
  const declares = (by: string, conflicted = false) =>
    sql`insert into certificate_transfer_declaration (transfer_id, account_id, conflicted, statement, declared_at)
      values (${transferId}, ${by}, ${conflicted}, 'Written past every rule.', '2026-03-02T09:00:00Z')`.execute(
      db,
    );
  const reads = (by: string, day = '2026-03-02', audit = auditId) =>
    sql`insert into certificate_transfer_view (transfer_id, audit_id, account_id, seen_at)
      values (${transferId}, ${audit}, ${by}, ${day}::date)`.execute(db);
  const answers = (by: string) =>
    sql`update certificate_transfer set state = 'declined', answered_by = ${by}, answered_at = '2026-03-02T09:00:00Z',
      answer = 'Answered past every rule there is.' where id = ${transferId}`.execute(db);

  await expect(declares(given.reviewer.accountId)).rejects.toThrow('a reviewer of the new body declares');
  await expect(reads(given.newReviewer.accountId)).rejects.toThrow('declare_first');
  await expect(answers(given.newReviewer.accountId)).rejects.toThrow('declare_first');
  await expect(reads(given.reviewer.accountId)).rejects.toThrow('not_a_reviewer');

  await declares(given.second.accountId, true);
  await expect(reads(given.second.accountId)).rejects.toThrow('tied');
  await expect(answers(given.second.accountId)).rejects.toThrow('without a tie to the holder');

  await declares(given.newReviewer.accountId);
  await expect(reads(given.newReviewer.accountId, '2026-05-01')).rejects.toThrow('while the transfer waits');
  await unapproved(db, given.newReviewer, given.officer.accountId);
  await expect(reads(given.newReviewer.accountId)).rejects.toThrow('reviewer_not_approved');
  await expect(answers(given.newReviewer.accountId)).rejects.toThrow('reviewer_not_approved');

  for (const table of ['certificate_transfer_declaration', 'certificate_transfer_view'])
    await expect(sql`truncate ${sql.table(table)}`.execute(db)).rejects.toThrow('append-only');
  await expect(
    sql`update certificate_transfer_declaration set conflicted = false`.execute(db),
  ).rejects.toThrow('append-only');
});
