import type { FeeCategory } from '#app/questionnaire/fee-categories.ts';
import type { Day } from '#app/platform/calendar.ts';

type Written = { id: string; correctsId: string | null; day: Day };
type Money = { currency: string; amountMinor: number };

/**
 * A line of a repayment ledger. A correction has the kind of what it takes back, and its numbers below zero. `day` of an
 * instalment is the day it is promised for.
 */
export type Entry = Written &
  (
    | { kind: 'affected' | 'confirmed'; workers: number }
    | (Money & { kind: 'owed'; category: FeeCategory })
    | (Money & { kind: 'instalment' })
    | (Money & {
        kind: 'paid';
        category: FeeCategory;
        itemId: string;
        workers: number;
        overWhy: string | null;
      })
  );
export type EntryKind = Entry['kind'];

/** What is owed of one kind of fee in one currency, and repaid of it. */
export type Item = { id: string; category: FeeCategory; currency: string; owed: number; paid: number };
