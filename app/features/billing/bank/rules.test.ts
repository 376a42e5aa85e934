import { describe, expect, test } from 'vitest';

import type { BankLine, Candidate } from './model.ts';
import { columnsOf, dayFrom, isNear, lineFrom, match } from './rules.ts';

const invoice: Candidate = {
  id: 'i',
  number: '2026-000012',
  amountMinor: 100_000,
  currency: 'USD',
  status: 'open',
  handRecordedOn: [],
};
const other: Candidate = { ...invoice, id: 'o', number: 'INV-00007' };
const line: BankLine = {
  lineId: 'l',
  receivedOn: '2026-03-05',
  amountMinor: 100_000,
  currency: 'USD',
  reference: 'Fee 2026-000012 thank you',
  counterparty: 'Himal Workforce',
};
const none = new Set<string>();

describe('a line books an invoice', () => {
  test.each([
    '2026-000012',
    'fee 2026 000012',
    'RE:2026000012/NP',
    'inv 20 26 - 00 00 12',
    'ref.2026-000012.',
  ])('named as %s', (reference) => {
    const found = match({ ...line, reference }, [invoice, other], none);
    expect(found).toEqual({ kind: 'books', invoice, surplus: false });
  });

  test('of the older kind, in small letters', () => {
    expect(match({ ...line, reference: 'inv-00007' }, [invoice, other], none)).toMatchObject({
      invoice: { id: 'o' },
    });
  });

  test('that is paid, as money too much', () => {
    const paid: Candidate = { ...invoice, status: 'paid' };
    expect(match(line, [paid], none)).toEqual({ kind: 'books', invoice: paid, surplus: true });
  });
});

describe('a line books nothing', () => {
  test.each<[string, Partial<BankLine>, unknown]>([
    ['without a number', { reference: 'Thanks' }, { kind: 'keeps', because: 'no_number' }],
    [
      'inside a longer number',
      { reference: '12026-0000123' },
      { kind: 'keeps', because: 'no_number', near: '2026-000012' },
    ],
    [
      'with a slip, which is suggested',
      { reference: '2026-000013' },
      { kind: 'keeps', because: 'no_number', near: '2026-000012' },
    ],
    ['in part', { amountMinor: 99_999 }, { kind: 'keeps', because: 'amount_differs' }],
    ['in another currency', { currency: 'EUR' }, { kind: 'keeps', because: 'currency_differs' }],
    ['with two numbers', { reference: '2026-000012 and INV-00007' }, { kind: 'keeps', because: 'several' }],
  ])('%s', (_what, change, expected) => {
    expect(match({ ...line, ...change }, [invoice, other], none)).toEqual(expected);
  });

  test('that was taken before, or recorded by hand on these days', () => {
    expect(match(line, [invoice], new Set(['l']))).toEqual({ kind: 'taken' });
    const byHand: Candidate = { ...invoice, status: 'paid', handRecordedOn: ['2026-03-03'] };
    expect(match(line, [byHand], none)).toEqual({ kind: 'recorded_by_hand', invoice: byHand });
  });
});

test.each([
  ['2026-00012', true],
  ['2026-0000122', true],
  ['2026-000021', true],
  ['2026-000034', false],
  ['2025-000012', true],
  ['', false],
])('%s is near 2026-000012: %s', (text, near) => {
  expect(isNear(text, '2026-000012')).toBe(near);
});

test('thousands of open invoices are held against a long text in no time', () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({
    ...invoice,
    number: `2026-${100_000 + index}`,
  }));
  const reference = '2026-1'.repeat(80);
  const began = performance.now();
  match({ ...line, reference }, many, none);
  expect(performance.now() - began).toBeLessThan(2000);
});

test.each([
  ['2026-03-31', '2026-03-31'],
  ['2026-03-31T10:00:00Z', '2026-03-31'],
  ['31.03.2026', '2026-03-31'],
  ['1.3.2026', '2026-03-01'],
  ['31/03/2026', '2026-03-31'],
  ['03/04/2026', undefined],
  ['05/05/2026', '2026-05-05'],
  ['31.02.2026', undefined],
  ['soon', undefined],
])('the day %s is %s', (text, day) => {
  expect(dayFrom(text)).toBe(day);
});

test('columns are found by their headers, in any order and case', () => {
  expect(columnsOf(['Currency', 'AMOUNT', 'Description', ' Booking date ', 'Id'])).toEqual({
    currency: 0,
    amount: 1,
    reference: 2,
    date: 3,
    id: 4,
  });
  expect(columnsOf(['Amount', 'Description', 'Date'])).toBeUndefined();
});

describe('a row', () => {
  const columns = { date: 0, amount: 1, currency: 2, reference: 3, counterparty: 4 };
  const row = (...texts: string[]) => lineFrom({ row: 2, texts, lineId: 'hash' }, columns);
  test('becomes a line', () => {
    expect(row('2026-03-05', '1,000.00', 'usd', 'Fee 2026-000012 thank you', 'Himal Workforce')).toEqual({
      ok: true,
      value: { ...line, lineId: 'hash' },
    });
  });
  test.each([
    [['2026-03-05', '-5.00', 'USD', 'x'], 'money_out'],
    [['2026-03-05', '5.00', '', 'x'], 'no_currency'],
    [['2026-03-05', 'five', 'USD', 'x'], 'no_amount'],
    [['2026-03-05', '5.5', 'JPY', 'x'], 'no_amount'],
    [['03/04/2026', '5.00', 'USD', 'x'], 'no_day'],
    [[], 'no_currency'],
  ])('%j is not taken: %s', (texts, refusal) => {
    expect(row(...texts)).toEqual({ ok: false, refusal });
  });
});
