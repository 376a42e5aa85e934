import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findingStates } from '../findings/model.ts';
import { inState, today } from '../findings/states.test-data.ts';
import type { Entry, Remedy } from './model.ts';
import * as rules from './rules.ts';

const owed: Entry = {
  ...{ id: 'i', position: 2, correctsId: null, kind: 'owed', workers: 0 },
  ...{ category: 'COST_MEDICAL', payer: 'recruiter', currency: 'NPR', amountMinor: 1000 },
};
const affected: Entry = { id: 'a', position: 1, correctsId: null, kind: 'affected', workers: 4 };
const begun: Remedy = {
  ...{ id: 'r', harm: 'fee_charged', dueOn: '2026-05-30', completed: false },
  ...{ entries: [affected, owed], confirmations: [] },
};
const open = inState.cap_accepted;

/** What a remedy is once this was paid. */
const paid = (remedy: Remedy, amountMinor: number, workers: number): Remedy => {
  const position = remedy.entries.length + remedy.confirmations.length + 1;
  const entry: Entry = {
    ...owed,
    id: `p${position}`,
    position,
    kind: 'paid',
    itemId: 'i',
    amountMinor,
    workers,
  };
  return { ...remedy, entries: [...remedy.entries, entry] };
};

test('the recruiter’s part is done once all is entered as paid to everybody, until a worker says no', () => {
  expect(rules.isPaid(begun)).toBe(false);
  expect(rules.isPaid(paid(begun, 1000, 3))).toBe(false);
  expect(rules.isPaid(paid(begun, 999, 4))).toBe(false);
  const all = paid(begun, 1000, 4);
  expect(rules.isPaid(all)).toBe(true);
  const said = (confirmed: number, position: number) => ({
    ...all,
    confirmations: [{ position, asked: 2, confirmed }],
  });
  expect(rules.isPaid(said(1, 9))).toBe(false);
  expect(rules.isPaid(said(2, 9))).toBe(true);
  // Said before the last payment was entered.
  expect(rules.isPaid(said(1, 1))).toBe(true);
  const nothingOwed: Remedy = {
    ...begun,
    entries: [affected, { ...affected, id: 'b', position: 3, kind: 'returned' }],
  };
  expect(rules.isPaid(nothingOwed)).toBe(false);
  expect(rules.isPaid({ ...nothingOwed, harm: 'documents_held' })).toBe(true);
});

describe('a remedy is opened', () => {
  test.each(findingStates)('for harm that was told and is not over: %s', (state) => {
    const outcome = rules.openRemedy({ ...inState[state], remedy: 'owed' }, today);
    if (state === 'closed' || state === 'withdrawn')
      expect(outcome).toEqual({ ok: false, refusal: `finding_is_${state}` });
    else expect(outcome).toEqual({ ok: true, value: { dueOn: '2026-05-30' } });
  });

  test('once, and only where workers were harmed', () => {
    expect(rules.openRemedy({ ...open, remedy: 'none' }, today)).toEqual({ ok: false, refusal: 'no_harm' });
    expect(rules.openRemedy({ ...open, remedy: 'open' }, today)).toEqual({
      ok: false,
      refusal: 'remedy_opened',
    });
    expect(rules.openRemedy({ ...open, remedy: 'owed', issuedOn: null }, today)).toEqual({
      ok: false,
      refusal: 'finding_is_raised',
    });
  });

  test('so many days after it was told, or after it was opened if that was later', () => {
    expect(rules.openRemedy({ ...open, remedy: 'owed' }, '2026-05-25')).toEqual({
      ...{ ok: true, value: { dueOn: '2026-08-23' } },
    });
  });

  test('always where an indicator says that somebody paid', () => {
    const critical = { principle: '1', defaultGrade: 'critical' };
    expect(rules.mustBeFee(critical, 'minor')).toBe(true);
    expect(rules.mustBeFee(critical, 'observation')).toBe(false);
    expect(rules.mustBeFee({ ...critical, principle: '2' }, 'critical')).toBe(false);
    expect(rules.mustBeFee({ ...critical, defaultGrade: 'major' }, 'critical')).toBe(false);
  });
});

describe('the ledger', () => {
  test.each(findingStates)('is written while the finding is open: %s', (state) => {
    const over = state === 'closed' || state === 'withdrawn';
    const finding = inState[state];
    const payment = { itemId: 'i', amountMinor: 1000, workers: 4 };
    expect(rules.addItem(begun, finding).ok).toBe(!over);
    expect(rules.pay(begun, finding, payment).ok).toBe(!over);
    expect(rules.correct(begun, finding, 'i').ok).toBe(!over);
    expect(rules.confirm(begun, finding, { asked: 1, confirmed: 1 }).ok).toBe(!over);
    const done = { ...begun, completed: true };
    expect(rules.addItem(done, open)).toEqual({ ok: false, refusal: 'remedy_completed' });
  });

  test('takes no more than is owed, for no more people than are affected', () => {
    const pay = (amountMinor: number, workers: number, itemId: string | null = 'i') =>
      rules.pay(begun, open, { itemId, amountMinor, workers });
    expect(pay(1001, 0)).toEqual({ ok: false, refusal: 'more_than_owed' });
    expect(pay(1, 5)).toEqual({ ok: false, refusal: 'more_than_affected' });
    expect(pay(1, 0, 'x')).toEqual({ ok: false, refusal: 'no_such_item' });
    expect(pay(0, 0, null)).toEqual({ ok: false, refusal: 'nobody_made_whole' });
    expect(pay(0, 2, null)).toEqual({ ok: true, value: { item: null } });
  });

  test('is corrected once, and nothing is taken back that others rest on', () => {
    const half = paid(begun, 500, 2);
    expect(rules.correct(half, open, 'i')).toEqual({ ok: false, refusal: 'paid_already' });
    expect(rules.correct(half, open, 'a')).toEqual({ ok: false, refusal: 'made_whole_already' });
    expect(rules.correct(half, open, 'x')).toEqual({ ok: false, refusal: 'no_such_entry' });
    expect(rules.correct(half, open, 'p3')).toMatchObject({ ok: true });
    expect(rules.correctable(half, open, true).map(({ id }) => id)).toEqual(['p3']);
    const back: Entry = { ...owed, id: 'b', position: 3, correctsId: 'i', amountMinor: -1000 };
    const twice = { ...begun, entries: [...begun.entries, back] };
    expect(rules.correct(twice, open, 'i')).toEqual({ ok: false, refusal: 'corrected_before' });
  });

  test('is complete when all is paid, everybody whole, and enough workers say so after it', () => {
    const all = paid(begun, 1000, 4);
    expect(rules.leastAsked(4)).toBe(2);
    const said = (remedy: Remedy, asked: number, confirmed: number) =>
      rules.confirm(remedy, open, { asked, confirmed });
    expect(said(all, 2, 2)).toEqual({ ok: true, value: { completed: true } });
    expect(said(all, 1, 1)).toEqual({ ok: true, value: { completed: false } });
    expect(said(all, 2, 1)).toEqual({ ok: true, value: { completed: false } });
    expect(said(paid(begun, 999, 4), 2, 2)).toEqual({ ok: true, value: { completed: false } });
    expect(said(paid(begun, 1000, 3), 2, 2)).toEqual({ ok: true, value: { completed: false } });
    expect(said(all, 5, 5)).toEqual({ ok: false, refusal: 'asked_more_than_affected' });
    expect(said(all, 2, 3)).toEqual({ ok: false, refusal: 'confirmed_more_than_asked' });
    const early = { ...all, confirmations: [{ position: 2, asked: 4, confirmed: 4 }] };
    expect(rules.missing(early)).toEqual(['Ask 2 workers at least, after the last entry, who all confirm']);
    expect(rules.missing({ ...begun, harm: 'documents_held', entries: [affected] })).not.toContain(
      'Add what is owed',
    );
  });
});

/** Any order of acts; what a rule refuses is not written. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('affected' as const), workers: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('owed' as const),
    currency: fc.constantFrom('NPR', 'QAR', 'JPY'),
    amountMinor: fc.integer({ min: 1, max: 500 }),
  }),
  fc.record({
    kind: fc.constant('paid' as const),
    which: fc.nat(20),
    amountMinor: fc.integer({ min: 1, max: 500 }),
    workers: fc.nat(4),
  }),
  fc.record({ kind: fc.constant('correct' as const), which: fc.nat(40) }),
  fc.record({ kind: fc.constant('confirm' as const), asked: fc.integer({ min: 1, max: 5 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

function next(remedy: Remedy, given: Act): Remedy {
  const position = remedy.entries.length + remedy.confirmations.length + 1;
  const line = { id: `e${position}`, position, correctsId: null };
  const write = (entry: Entry): Remedy => ({ ...remedy, entries: [...remedy.entries, entry] });
  switch (given.kind) {
    case 'affected':
      return remedy.completed ? remedy : write({ ...line, kind: 'affected', workers: given.workers });
    case 'owed': {
      if (!rules.addItem(remedy, open).ok) return remedy;
      const { currency, amountMinor } = given;
      return write({
        ...line,
        kind: 'owed',
        workers: 0,
        category: 'WAGES',
        payer: 'employer',
        currency,
        amountMinor,
      });
    }
    case 'paid': {
      const items = rules.itemsOf(remedy.entries);
      const itemId = items[given.which % Math.max(1, items.length)]?.id ?? 'none';
      const outcome = rules.pay(remedy, open, { ...given, itemId });
      if (!outcome.ok || !outcome.value.item) return remedy;
      const { category, payer, currency } = outcome.value.item;
      const { amountMinor, workers } = given;
      return write({ ...line, kind: 'paid', itemId, category, payer, currency, amountMinor, workers });
    }
    case 'correct': {
      const id = remedy.entries[given.which % Math.max(1, remedy.entries.length)]?.id ?? '';
      const outcome = rules.correct(remedy, open, id);
      if (!outcome.ok) return remedy;
      const { entry } = outcome.value;
      const back = { id: line.id, position, correctsId: entry.id };
      if (entry.kind === 'owed') return write({ ...entry, ...back, amountMinor: -entry.amountMinor });
      if (entry.kind === 'paid')
        return write({ ...entry, ...back, amountMinor: -entry.amountMinor, workers: -entry.workers });
      return write({ ...entry, ...back, workers: -entry.workers });
    }
    case 'confirm': {
      const said = { asked: given.asked, confirmed: given.asked };
      const outcome = rules.confirm(remedy, open, said);
      if (!outcome.ok) return remedy;
      const confirmations = [...remedy.confirmations, { ...said, position }];
      return { ...remedy, confirmations, completed: outcome.value.completed };
    }
  }
}

test('whatever is done in whatever order, the totals are the sum of the entries, and never too much is paid', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const remedy = acts.reduce(next, { ...begun, entries: [], confirmations: [] });
      const { entries } = remedy;
      const { affected: harmed, madeWhole } = rules.peopleOf(entries);
      expect(madeWhole).toBeGreaterThanOrEqual(0);
      expect(madeWhole).toBeLessThanOrEqual(harmed);
      const items = rules.itemsOf(entries);
      for (const { owed: due, paid: back } of items) {
        expect(back).toBeGreaterThanOrEqual(0);
        expect(back).toBeLessThanOrEqual(due);
      }
      for (const { currency, owed: due, paid: back } of rules.moneyOf(entries)) {
        const own = items.filter((item) => item.currency === currency);
        expect(due).toBe(own.reduce((total, item) => total + item.owed, 0));
        expect(back).toBe(own.reduce((total, item) => total + item.paid, 0));
      }
      if (remedy.completed) {
        expect(madeWhole).toBe(harmed);
        expect(rules.missing(remedy)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test('a payment is like one of the same day, amount, fee and person that was not taken back', () => {
  const one = { happenedOn: '2026-03-01', by: 'mina' };
  const payment: Entry = {
    ...owed,
    id: 'p',
    position: 3,
    kind: 'paid',
    itemId: 'i',
    amountMinor: 400,
    workers: 1,
  };
  const entries = [{ ...payment, ...one }];
  const sent = { category: 'COST_MEDICAL' as const, currency: 'NPR', amountMinor: 400, ...one };
  expect(rules.alikePayment(entries, sent)).toBe(entries[0]);
  for (const other of [{ amountMinor: 401 }, { currency: 'INR' }, { happenedOn: '2026-03-02' }, { by: 'x' }])
    expect(rules.alikePayment(entries, { ...sent, ...other })).toBeUndefined();
  expect(rules.alikePayment(entries, { ...sent, category: 'OTHER' })).toBeUndefined();
  const back = { ...payment, ...one, id: 'b', correctsId: 'p', amountMinor: -400 };
  expect(rules.alikePayment([...entries, back], sent)).toBeUndefined();
});
