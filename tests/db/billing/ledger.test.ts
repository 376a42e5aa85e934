import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import {
  cancelInvoice,
  cancelInvoicesOf,
  issueAnnualLevies,
  issueExtraFee,
  recordBankTransfer,
} from '#app/features/billing/commands.server.ts';
import { publishFeeSchedule } from '#app/features/billing/fees/commands.server.ts';
import type { FeeSchedule } from '#app/features/billing/fees/model.ts';
import {
  assignPayment,
  recordArrival,
  recordRefund,
  remindOfInvoices,
  requestRefund,
} from '#app/features/billing/ledger/commands.server.ts';
import { listMoneyTasks, listPayerTasks } from '#app/features/billing/tasks.server.ts';
import { withdrawApplication } from '#app/features/applications/commands.server.ts';
import { interimVersion } from '#app/features/scheme/commands.server.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant, sent } from '#tests/support/factories/applications.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { ledgerOf } from '#tests/support/factories/billing.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const actor: System = { kind: 'system' };
const on = (day: string) => new Date(`${day}T09:00:00Z`);
const transfer = (reference: string) => ({ receivedOn: '2026-03-01', amount: 100_000, reference });
const arrival = (reference: string, amount = '1,000.00', currency = 'USD') => ({
  receivedOn: '2026-03-01',
  currency,
  amount,
  reference,
});
const invoiceOf = async (db: Kysely<Database>, purpose = 'application_fee') =>
  (await db.selectFrom('invoice').select('id').where('purpose', '=', purpose).executeTakeFirstOrThrow()).id;
const refuses = async (db: Kysely<Database>, statement: string, reason: string) =>
  expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);

const schedule: FeeSchedule = {
  versionId: interimVersion.id,
  validFrom: '2026-01-01',
  sizeBy: 'workers_placed',
  tiers: { NP: 'south_asia' },
  otherTier: 'other',
  lines: [
    { purpose: 'application_fee', tier: 'south_asia', sizeFrom: 0, amountMinor: 90_000, currency: 'USD' },
    { purpose: 'application_fee', tier: 'south_asia', sizeFrom: 40, amountMinor: 1234, currency: 'KWD' },
    { purpose: 'annual_levy', tier: 'south_asia', sizeFrom: 0, amountMinor: 50_000, currency: 'JPY' },
  ],
};

describe('numbers', () => {
  test('follow each other without a gap, however many are issued at once and however many fail', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const failing = db.transaction().execute(async (trx) => {
      await sql`insert into invoice (organisation_id, application_id, scheme_version_id, purpose, occasion, amount_minor,
        currency, status, issued_at, due_on) select organisation_id, application_id, scheme_version_id, 'extra_fee', 'never',
        amount_minor, currency, status, issued_at, due_on from invoice`.execute(trx);
      throw new Error('something broke');
    });
    await expect(failing).rejects.toThrow('something broke');
    const occasions = Array.from({ length: 12 }, (_, index) => `deferral ${index % 6}`);
    await Promise.all(occasions.map((each) => issueExtraFee({ db, now }, given.id, each)));
    await issueExtraFee({ db, now: on('2027-01-01') }, given.id, 'next year');
    const rows = await db.selectFrom('invoice').select('number').orderBy('number').execute();
    const expected = Array.from({ length: 7 }, (_, index) => `2026-00000${index + 1}`);
    expect(rows.map(({ number }) => number)).toEqual([...expected, '2027-000001']);
  });
});

describe('a fee schedule', () => {
  test('says the fee by country and size, in any currency; where it says nothing, the version does', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    done(await publishFeeSchedule({ db, actor, now }, schedule));
    await sent(given, work);
    done(await issueExtraFee({ db, now }, given.id, 'a deferral'));
    const rows = await db
      .selectFrom('invoice')
      .select(['purpose', 'amount_minor', 'currency'])
      .orderBy('purpose')
      .execute();
    expect(rows).toEqual([
      { purpose: 'application_fee', amount_minor: 1234, currency: 'KWD' },
      { purpose: 'extra_fee', amount_minor: 100_000, currency: 'USD' },
    ]);
  });

  test('stands once it is published', async ({ db }) => {
    await anApplicant(db);
    done(await publishFeeSchedule({ db, actor, now }, schedule));
    expect((await publishFeeSchedule({ db, actor, now }, { ...schedule, lines: [] })).ok).toBe(false);
    await refuses(db, `update fee_schedule_line set amount_minor = 1`, 'append-only');
    await refuses(db, `delete from fee_schedule`, 'append-only');
    await refuses(
      db,
      `insert into fee_schedule_line select schedule_id, purpose, tier, 9999, 1, currency from fee_schedule_line limit 1`,
      'stands as it is',
    );
  });
});

describe('an annual levy', () => {
  test('is issued once for each year begun, also of years nobody ran the clock in', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    done(await publishFeeSchedule({ db, actor, now }, schedule));
    await issueAnnualLevies({ db, now: on('2026-02-28') });
    expect(await db.selectFrom('invoice').selectAll().execute()).toEqual([]);
    await issueAnnualLevies({ db, now: on('2026-03-02') });
    await Promise.all([
      issueAnnualLevies({ db, now: on('2028-03-05') }),
      issueAnnualLevies({ db, now: on('2028-03-05') }),
    ]);
    const rows = await db
      .selectFrom('invoice')
      .select(['occasion', 'currency', 'amount_minor'])
      .orderBy('occasion')
      .execute();
    expect(rows.map(({ occasion }) => occasion)).toEqual(['2026-03-01', '2027-03-01', '2028-03-01']);
    const recruiter = { db, now, actor: given.recruiter };
    expect((await listPayerTasks(recruiter)).map(({ what }) => what)).toEqual(
      Array(3).fill('Pay: annual levy'),
    );
    mailer.sent.length = 0;
    await work();
    expect(mailer.sent.filter(({ subject }) => subject.includes('¥50,000'))).toHaveLength(3);
  });

  test('is not asked where no schedule asks it', async ({ db, work }) => {
    await aCertificate(db, work);
    await issueAnnualLevies({ db, now: on('2028-03-05') });
    expect(await db.selectFrom('invoice').selectAll().execute()).toEqual([]);
  });
});

describe('a transfer', () => {
  test('for a paid invoice is kept and owed back; an officer gives it back once', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const id = await invoiceOf(db);
    done(await recordBankTransfer(given.officer, id, transfer('First')));
    done(await recordBankTransfer(given.officer, id, transfer('Second')));
    await work();
    expect(await ledgerOf(db)).toMatchObject({
      credited: 1,
      surplus: 1,
      returns: 1,
      receipts: ['2026-000001'],
    });
    const { id: refund } = await db.selectFrom('refund').select('id').executeTakeFirstOrThrow();
    const back = { madeOn: '2026-03-01', reference: 'Back 1' };
    const late = await recordRefund(given.officer, refund, { ...back, madeOn: '2026-03-02' });
    expect(late).toEqual({ ok: false, refusal: 'made_in_the_future' });
    const both = await Promise.all([1, 2].map(() => recordRefund(given.officer, refund, back)));
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'already_made' }]);
    await work();
    expect(mailer.sent.filter(({ subject }) => subject.includes('on its way back'))).toHaveLength(1);
  });

  test('that names no invoice waits, is assigned when it fits, else goes back', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const id = await invoiceOf(db);
    const part = done(await recordArrival(given.officer, arrival('Part', '400')));
    const euros = done(await recordArrival(given.officer, arrival('Euros', '1000', 'EUR')));
    const whole = done(await recordArrival(given.officer, arrival('Whole')));
    const said = async (payment: string, invoice = id) => {
      const outcome = await assignPayment(given.officer, payment, invoice);
      return outcome.ok ? 'ok' : outcome.refusal;
    };
    expect(await listMoneyTasks(given.officer)).toMatchObject([{ about: '3 in all' }]);
    expect(await said(part.id)).toBe('amount_differs');
    expect(await said(euros.id)).toBe('currency_differs');
    expect(await said(whole.id, part.id)).toBe('unknown_invoice');
    expect(await said(id)).toBe('not_found');
    expect(await said(whole.id)).toBe('ok');
    expect(await said(whole.id)).toBe('already_assigned');
    done(await requestRefund(given.officer, part.id, { note: 'Only a part came.' }));
    expect(await said(part.id)).toBe('already_refunded');
    await work();
    expect(await ledgerOf(db)).toMatchObject({ credited: 1, unmatched: 2, returns: 1 });
    expect((await recordArrival(given.officer, arrival('Whole'))).ok).toBe(false);
    expect(await recordArrival(given.officer, arrival('Odd', '1.005'))).toEqual({
      ok: false,
      refusal: 'no_amount',
    });
  });
});

describe('an invoice', () => {
  test('of an application that was withdrawn is cancelled; money that still comes goes back', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const id = await invoiceOf(db);
    done(await withdrawApplication(given.recruiter, given.id));
    await work();
    await cancelInvoicesOf({ db, now }, given.id, 'withdrawn');
    expect(await cancelInvoice(given.officer, id, 'officer')).toEqual({
      ok: false,
      refusal: 'already_cancelled',
    });
    done(await recordBankTransfer(given.officer, id, transfer('Too late')));
    expect(await ledgerOf(db)).toMatchObject({
      invoices: ['2026-000001 cancelled'],
      credited: 0,
      surplus: 1,
      returns: 1,
    });
    expect(await issueExtraFee({ db, now }, given.id, 'late')).toEqual({
      ok: false,
      refusal: 'application_ended',
    });
  });

  test('is reminded of a week before and on its day: once each, also after the clock stood still', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    mailer.sent.length = 0;
    const days = ['2026-03-20', '2026-03-24', '2026-03-25', '2026-03-31', '2026-04-02', '2026-04-09'];
    for (const day of days) {
      await Promise.all([1, 2].map(() => remindOfInvoices({ db, now: on(day) })));
    }
    await work();
    const told = await db
      .selectFrom('event')
      .select('occurred_at')
      .where('type', '=', 'invoice.reminded')
      .orderBy('position')
      .execute();
    expect(told.map(({ occurred_at }) => occurred_at.toISOString().slice(0, 10))).toEqual([
      '2026-03-24',
      '2026-03-31',
    ]);
    expect(mailer.sent.map(({ subject }) => subject)).toEqual(
      Array(2).fill('Invoice 2026-000001: US$1,000.00 is due by 31 March 2026'),
    );
  });

  test('missed by the clock until after its day is reminded of once', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    await remindOfInvoices({ db, now: on('2026-06-01') });
    await remindOfInvoices({ db, now: on('2026-06-02') });
    const told = await db.selectFrom('event').select('id').where('type', '=', 'invoice.reminded').execute();
    expect(told).toHaveLength(1);
  });
});

test('raw SQL cannot break the ledger', async ({ db, work }) => {
  const given = await anApplicant(db);
  await sent(given, work);
  const id = await invoiceOf(db);
  const { accountId } = given.officer.actor;
  const insert = (amount: number, external: string, credited = 'now()') =>
    `insert into payment (method, external_id, amount_minor, currency, received_on, recorded_at, recorded_by, invoice_id, credited_at)
     values ('bank_transfer', '${external}', ${amount}, 'USD', '2026-03-01', now(), '${accountId}', '${id}', ${credited})`;
  await refuses(db, insert(99_999, 'part'), 'payment_credited_invoice_id_amount_minor_currency_fkey');
  await refuses(db, insert(100_000, 'unseen'), 'not paid by it');
  await refuses(
    db,
    `update invoice set status = 'paid', paid_at = now(), received_on = now(), payment_id = gen_random_uuid()`,
    'invoice_paid_by_its_payment',
  );
  done(await recordBankTransfer(given.officer, id, transfer('First')));
  await refuses(db, insert(100_000, 'second credit'), 'payment_credited_invoice_id_key');
  await refuses(db, `update payment set amount_minor = 1`, 'payment_credited_invoice');
  await refuses(db, `update payment set credited_at = null, receipt_number = null`, 'stands');
  await refuses(db, `delete from payment`, 'append-only');
  await refuses(db, `update invoice set due_on = due_on + 1`, 'stands');
});
