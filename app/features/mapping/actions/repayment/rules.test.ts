import { describe, expect, test } from 'vitest';

import type { Entry } from './model.ts';
import {
  confirm,
  correct,
  instalmentsOf,
  isComplete,
  itemsOf,
  moneyOf,
  nextDue,
  pay,
  peopleOf,
} from './rules.ts';

const written = (id: string, correctsId: string | null = null) => ({ id, correctsId, day: '2026-03-01' });
const affected: Entry = { ...written('a'), kind: 'affected', workers: 8 };
const owed: Entry = {
  ...written('o'),
  kind: 'owed',
  category: 'COST_MEDICAL',
  currency: 'NPR',
  amountMinor: 96_000,
};
const elsewhere: Entry = { ...owed, id: 'e', currency: 'QAR', amountMinor: 500 };
const paid = (id: string, amountMinor: number, workers: number): Entry => ({
  ...{ ...written(id), kind: 'paid', category: 'COST_MEDICAL', currency: 'NPR', itemId: 'o' },
  ...{ amountMinor, workers, overWhy: null },
});
const promised = (id: string, day: string, amountMinor: number): Entry => ({
  ...{ ...written(id), day, kind: 'instalment', currency: 'NPR', amountMinor },
});
const said = (workers: number): Entry => ({ ...written('c'), kind: 'confirmed', workers });
const sent = { itemId: 'o', amountMinor: 36_000, workers: 3, overWhy: undefined };

describe('a repayment ledger', () => {
  const ledger = [affected, owed, elsewhere, paid('p', 60_000, 5)];

  test('tells money in each currency by itself, and people', () => {
    expect(moneyOf(ledger)).toEqual([
      { currency: 'NPR', owed: 96_000, paid: 60_000, over: 0 },
      { currency: 'QAR', owed: 500, paid: 0, over: 0 },
    ]);
    expect(peopleOf([...ledger, said(2)])).toEqual({ affected: 8, madeWhole: 5, confirmed: 2 });
    expect(itemsOf([...ledger, { ...elsewhere, ...written('x', 'e'), amountMinor: -500 }])[1]).toMatchObject({
      owed: 0,
    });
  });

  test('takes no more than is owed without saying why, and makes nobody whole twice', () => {
    expect(pay(ledger, sent)).toMatchObject({ ok: true, value: { overWhy: null } });
    expect(pay(ledger, { ...sent, amountMinor: 36_001 })).toEqual({ ok: false, refusal: 'more_than_owed' });
    const overWhy = 'Interest on the loan they took';
    expect(pay(ledger, { ...sent, amountMinor: 36_001, overWhy })).toMatchObject({
      ok: true,
      value: { overWhy },
    });
    // A reason for what is not over is no part of the record.
    expect(pay(ledger, { ...sent, overWhy })).toMatchObject({ ok: true, value: { overWhy: null } });
    expect(pay(ledger, { ...sent, workers: 4 })).toEqual({ ok: false, refusal: 'more_than_affected' });
    expect(pay(ledger, { ...sent, itemId: 'a' })).toEqual({ ok: false, refusal: 'no_such_item' });
    expect(moneyOf([...ledger, paid('q', 40_000, 0)])[0]).toMatchObject({ over: 4000 });
  });

  test('is confirmed by no more workers than were made whole', () => {
    expect(confirm([...ledger, said(2)], 3).ok).toBe(true);
    expect(confirm([...ledger, said(2)], 4)).toEqual({ ok: false, refusal: 'more_than_made_whole' });
  });

  test('is corrected by one counter-entry, never under what rests on it', () => {
    const refused = (entries: readonly Entry[], id: string) => {
      const outcome = correct(entries, id);
      return outcome.ok ? undefined : outcome.refusal;
    };
    expect(refused(ledger, 'p')).toBeUndefined();
    expect(refused(ledger, 'e')).toBeUndefined();
    expect(refused(ledger, 'o')).toBe('paid_already');
    expect(refused(ledger, 'a')).toBe('made_whole_already');
    expect(refused([...ledger, said(1)], 'p')).toBe('confirmed_already');
    expect(refused(ledger, 'z')).toBe('no_such_entry');
    const taken: Entry = { ...elsewhere, ...written('x', 'e'), amountMinor: -500 };
    expect(refused([...ledger, taken], 'e')).toBe('corrected_before');
    expect(refused([...ledger, taken], 'x')).toBe('no_such_entry');
  });

  test('pays the earliest promise first, and says which is late', () => {
    const plan = [...ledger, promised('late', '2026-04-01', 50_000), promised('soon', '2026-03-01', 40_000)];
    expect(instalmentsOf(plan, '2026-04-02')).toMatchObject([
      { id: 'soon', paid: 40_000, overdue: false },
      { id: 'late', paid: 20_000, overdue: true },
    ]);
    expect(instalmentsOf(plan, '2026-04-01')[1]).toMatchObject({ overdue: false });
    expect(nextDue(plan, '2026-03-02')).toBe('2026-04-01');
    expect(nextDue([...plan, paid('q', 30_000, 0)], '2026-03-02')).toBeUndefined();
    const back: Entry = { ...promised('b', '2026-04-01', -50_000), correctsId: 'late' };
    expect(nextDue([...plan, back], '2026-03-02')).toBeUndefined();
  });

  test('is complete when all is paid and everybody confirmed', () => {
    const whole = [affected, owed, paid('p', 96_000, 8), said(8)];
    expect(isComplete(whole)).toBe(true);
    expect(isComplete([affected, owed, paid('p', 96_000, 8), said(7)])).toBe(false);
    expect(isComplete([affected, owed, elsewhere, paid('p', 96_000, 8), said(8)])).toBe(false);
    expect(isComplete([])).toBe(false);
  });
});
