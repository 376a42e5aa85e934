import { describe, expect, test } from 'vitest';

import { minorUnits, moneyInWords, type Invoice } from './model.ts';
import { begunYears, cancel, giveBack, isOverdue, pay, reminderDue, settle } from './rules.ts';

const issued = {
  id: 'i',
  number: '2026-000001',
  organisationId: 'o',
  applicationId: 'a',
  purpose: 'application_fee' as const,
  issuedAt: new Date('2026-03-01T09:00:00Z'),
  dueOn: '2026-03-31',
  amountMinor: 100_000,
  currency: 'USD',
};
const open: Invoice = { ...issued, status: 'open' };
const paid: Invoice = { ...issued, status: 'paid', receivedOn: '2026-03-02', paymentId: 'p' };
const cancelled: Invoice = { ...issued, status: 'cancelled', cancelledBecause: 'withdrawn' };
const payment = { amountMinor: 100_000, receivedOn: '2026-03-05' };

test('the whole fee is recorded for its invoice', () => {
  expect(pay(open, payment, '2026-03-05')).toEqual({ ok: true, value: open });
});

test.each([
  ['paid in part', { ...payment, amountMinor: 99_999 }, 'amount_differs'],
  ['paid too much', { ...payment, amountMinor: 100_001 }, 'amount_differs'],
  ['received tomorrow', { ...payment, receivedOn: '2026-03-06' }, 'received_in_the_future'],
])('%s is refused by hand', (_why, given, refusal) => {
  expect(pay(open, given, '2026-03-05')).toEqual({ ok: false, refusal });
});

describe('money that arrived', () => {
  const money = { amountMinor: 100_000, currency: 'USD' };
  test.each<[string, Invoice | undefined, typeof money, unknown]>([
    ['whole, for an open invoice', open, money, { kind: 'credit' }],
    ['for a paid one', paid, money, { kind: 'return', reason: 'paid_twice' }],
    ['for a cancelled one', cancelled, money, { kind: 'return', reason: 'invoice_cancelled' }],
    ['for none', undefined, money, { kind: 'keep', because: 'no_invoice' }],
    ['in part', open, { ...money, amountMinor: 1 }, { kind: 'keep', because: 'amount_differs' }],
    [
      'in another currency',
      open,
      { ...money, currency: 'EUR' },
      { kind: 'keep', because: 'currency_differs' },
    ],
    [
      'in part, for a paid one',
      paid,
      { ...money, amountMinor: 1 },
      { kind: 'keep', because: 'amount_differs' },
    ],
  ])('%s', (_what, invoice, given, settlement) => {
    expect(settle(invoice, given)).toEqual(settlement);
  });
});

test('only an open invoice is cancelled', () => {
  expect(cancel(open, 'withdrawn')).toEqual({ ok: true, value: cancelled });
  expect(cancel(paid, 'withdrawn')).toEqual({ ok: false, refusal: 'already_paid' });
  expect(cancel(cancelled, 'withdrawn')).toEqual({ ok: false, refusal: 'already_cancelled' });
});

test('an open invoice is overdue the day after', () => {
  expect(isOverdue(open, '2026-03-31')).toBe(false);
  expect(isOverdue(open, '2026-04-01')).toBe(true);
  expect(isOverdue(paid, '2026-04-01')).toBe(false);
});

test.each([
  ['2026-03-23', {}, undefined],
  ['2026-03-24', {}, 'before'],
  ['2026-03-24', { before: true }, undefined],
  ['2026-03-30', {}, 'before'],
  ['2026-03-31', { before: true }, 'due'],
  ['2026-04-09', {}, 'due'],
  ['2026-04-09', { due: true }, undefined],
])('on %s, told %o, the reminder owed is %s', (today, told, owed) => {
  expect(reminderDue(open, { before: false, due: false, ...told }, today)).toBe(owed);
  expect(reminderDue(paid, { before: false, due: false, ...told }, today)).toBeUndefined();
});

test('a certificate of three years owes three levies, also when nobody asked for a year', () => {
  const years = { validFrom: '2026-03-01', validUntil: '2029-03-01' };
  expect(begunYears(years, '2026-02-28')).toEqual([]);
  expect(begunYears(years, '2026-03-01')).toEqual(['2026-03-01']);
  expect(begunYears(years, '2028-03-01')).toEqual(['2026-03-01', '2027-03-01', '2028-03-01']);
  expect(begunYears(years, '2035-01-01')).toHaveLength(3);
});

test('a payment goes back once', () => {
  const kept = { creditedAt: null, invoiceId: null, refundId: null };
  expect(giveBack(kept)).toEqual({ ok: true, value: 'no_invoice' });
  expect(giveBack({ ...kept, invoiceId: 'i' })).toEqual({ ok: true, value: 'officer' });
  expect(giveBack({ ...kept, refundId: 'r' })).toEqual({ ok: false, refusal: 'already_refunded' });
});

test('money is read with its currency', () => {
  expect(moneyInWords({ amountMinor: 100_000, currency: 'USD' })).toBe('US$1,000.00');
  expect(moneyInWords({ amountMinor: 5000, currency: 'JPY' })).toBe('¥5,000');
});

test.each([
  ['1,000.00', 'USD', 100_000],
  ['1000', 'USD', 100_000],
  ['1000.5', 'USD', 100_050],
  ['5,000', 'JPY', 5000],
  ['5000.5', 'JPY', undefined],
  ['1.234', 'KWD', 1234],
  ['1.2345', 'KWD', undefined],
  ['0', 'USD', undefined],
  ['-5', 'USD', undefined],
  ['1,00', 'USD', undefined],
  ['99,999,999,999', 'USD', undefined],
  ['1e5', 'USD', undefined],
  ['', 'USD', undefined],
])('%s %s is %s minor units', (text, currency, minor) => {
  expect(minorUnits(text, currency)).toBe(minor);
});
