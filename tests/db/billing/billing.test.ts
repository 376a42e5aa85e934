import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { issueApplicationFee, recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { aFilledDraft, anApplicant, sent } from '#tests/support/factories/applications.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { drain } from '#tests/support/queue.ts';
import { test } from '#tests/support/test.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';

const payment = { receivedOn: '2026-03-01', amount: 100_000, reference: 'Transfer 1' };

describe('a fee', () => {
  test('is asked for once, however often it is issued', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const again = await Promise.all([
      issueApplicationFee({ db, now }, given.id),
      issueApplicationFee({ db, now }, given.id),
    ]);
    expect(again).toEqual([
      { ok: false, refusal: 'already_issued' },
      { ok: false, refusal: 'already_issued' },
    ]);
  });

  test('asked for by a worker that was down is not late at once', async ({ db, copy, mailer }) => {
    const given = await anApplicant(db);
    const clock = () => new Date('2026-06-01T09:00:00Z');
    const means = { db, mailer, origin: 'http://127.0.0.1:3000', clock };
    await sent(given, () => drain(copy.pool, means));
    const { due_on, payment_due_on, issued_at } = await db
      .selectFrom('invoice')
      .innerJoin('application', 'application.id', 'invoice.application_id')
      .select(['invoice.due_on', 'payment_due_on', 'issued_at'])
      .executeTakeFirstOrThrow();
    expect({ due_on, payment_due_on }).toEqual({ due_on: '2026-07-01', payment_due_on: '2026-07-01' });
    expect(issued_at).toEqual(now);
  });

  test('is paid once: two officers at once, one transfer for two fees', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const { id } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
    const both = await Promise.all([
      recordBankTransfer(given.officer, id, payment),
      recordBankTransfer(given.officer, id, payment),
    ]);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'already_paid' }]);

    const second = await aFilledDraft(db, 'Lumbini Careers', 'owner@lumbini.example');
    done(await submitApplication({ db, now, actor: second.owner }, second.id));
    await work();
    const { id: other } = await db
      .selectFrom('invoice')
      .select('id')
      .where('application_id', '=', second.id)
      .executeTakeFirstOrThrow();
    expect(await recordBankTransfer(given.officer, other, payment)).toEqual({
      ok: false,
      refusal: 'transfer_already_used',
    });
  });

  test('begins the review when it has arrived, and says so', async ({ db, work, mailer }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const { id } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
    mailer.sent.length = 0;
    done(await recordBankTransfer(given.officer, id, payment));
    await work();
    const application = await db
      .selectFrom('application')
      .select(['state', 'review_due_on'])
      .where('id', '=', given.id)
      .executeTakeFirst();
    expect(application).toEqual({ state: 'under_review', review_due_on: '2026-03-15' });
    const subjects = mailer.sent.map(({ subject }) => subject).sort();
    expect(subjects).toEqual([
      expect.stringMatching(/^APP-\d+: Your payment has arrived$/),
      'Receipt 2026-000001 for invoice 2026-000001',
    ]);
  });

  test.for([
    [`amount_minor = 0`, 'amount_minor'],
    [`currency = 'euro'`, 'currency'],
    [`status = 'paid'`, 'invoice_status_shape'],
    [`status = 'forgiven'`, 'invoice_status_shape'],
    [`paid_at = now()`, 'invoice_status_shape'],
  ] as const)('refuses in SQL: %s', async ([change, reason], { db, work }) => {
    await sent(await anApplicant(db), work);
    await expect(sql`update invoice set ${sql.raw(change)}`.execute(db)).rejects.toThrow(reason);
  });
});
