import { expect, test } from 'vitest';

import { moneyInWords, type Invoice } from './model.ts';
import { pay } from './rules.ts';

const issued = {
  id: 'i',
  number: 'INV-00001',
  organisationId: 'o',
  applicationId: 'a',
  dueOn: '2026-03-31',
  amountMinor: 100_000,
  currency: 'USD',
};
const open: Invoice = { ...issued, status: 'open' };
const paid: Invoice = { ...issued, status: 'paid', receivedOn: '2026-03-02' };
const payment = { amountMinor: 100_000, receivedOn: '2026-03-05' };

test('the whole fee pays an open invoice', () => {
  expect(pay(open, payment, '2026-03-05')).toEqual({
    ok: true,
    value: { ...issued, status: 'paid', receivedOn: '2026-03-05' },
  });
});

test.each([
  ['paid twice', paid, payment, 'already_paid'],
  ['paid in part', open, { ...payment, amountMinor: 99_999 }, 'amount_differs'],
  ['paid too much', open, { ...payment, amountMinor: 100_001 }, 'amount_differs'],
  ['received tomorrow', open, { ...payment, receivedOn: '2026-03-06' }, 'received_in_the_future'],
])('%s is refused', (_why, invoice, given, refusal) => {
  expect(pay(invoice, given, '2026-03-05')).toEqual({ ok: false, refusal });
});

test('money is read with its currency', () => {
  expect(moneyInWords({ amountMinor: 100_000, currency: 'USD' })).toBe('US$1,000.00');
  expect(moneyInWords({ amountMinor: 5000, currency: 'JPY' })).toBe('¥5,000');
});
