/** One line of a bank statement: money that came in. */
export type BankLine = {
  /** The bank's own id with day and amount, else a hash of what the line says: the same line is never taken twice. */
  lineId: string;
  receivedOn: string;
  amountMinor: number;
  currency: string;
  reference: string;
  counterparty: string;
};

export type Untaken = { row: number; why: string };

/** An invoice as matching sees it. */
export type Candidate = {
  id: string;
  number: string;
  amountMinor: number;
  currency: string;
  status: 'open' | 'paid' | 'cancelled';
  /** The days on which transfers for it were recorded by hand. */
  handRecordedOn: readonly string[];
};

/** What a line is: booked to an invoice, kept for an officer, or left alone. */
export type Match =
  | { kind: 'taken' }
  | { kind: 'books'; invoice: Candidate; surplus: boolean }
  | { kind: 'keeps'; because: 'no_number' | 'amount_differs' | 'currency_differs' | 'several'; near?: string }
  | { kind: 'recorded_by_hand'; invoice: Candidate };

export const keptBecause = {
  no_number: 'No invoice number in its text',
  amount_differs: 'The amount is not the invoice’s',
  currency_differs: 'The currency is not the invoice’s',
  several: 'It names more than one invoice',
} as const;

/** Why a row of the file is no line of ours. */
export const rowProblems: Record<string, string> = {
  money_out: 'Money that went out',
  no_currency: 'No currency of three letters',
  no_amount: 'No amount that can be read',
  no_day: 'No day that can be read in one way: write it as 2026-03-31',
};
