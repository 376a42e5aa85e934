import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Cancelled, Invoice, Money, RefundReason } from './model.ts';

export type Payment = { amountMinor: number; receivedOn: Day };

/** What an officer may record by hand for an invoice: the whole fee, and not from the future. */
export function pay(invoice: Invoice, { amountMinor, receivedOn }: Payment, today: Day) {
  if (receivedOn > today) return refuse('received_in_the_future');
  if (amountMinor !== invoice.amountMinor) return refuse('amount_differs');
  return ok(invoice);
}

export type Settlement =
  { kind: 'credit' } | { kind: 'return'; reason: RefundReason } | { kind: 'keep'; because: string };

/** What becomes of money that arrived: an invoice is paid whole, by one payment; what comes after goes back. */
export function settle(invoice: Invoice | undefined, money: Money): Settlement {
  if (!invoice) return { kind: 'keep', because: 'no_invoice' };
  if (money.currency !== invoice.currency) return { kind: 'keep', because: 'currency_differs' };
  if (money.amountMinor !== invoice.amountMinor) return { kind: 'keep', because: 'amount_differs' };
  switch (invoice.status) {
    case 'open':
      return { kind: 'credit' };
    case 'paid':
      return { kind: 'return', reason: 'paid_twice' };
    case 'cancelled':
      return { kind: 'return', reason: 'invoice_cancelled' };
  }
}

export function cancel(invoice: Invoice, because: string) {
  switch (invoice.status) {
    case 'open':
      return ok<Cancelled>({ ...invoice, status: 'cancelled', cancelledBecause: because });
    case 'paid':
      return refuse('already_paid');
    case 'cancelled':
      return refuse('already_cancelled');
  }
}

/** Derived, never stored: late the day after. */
export const isOverdue = (invoice: { status: string; dueOn: Day }, today: Day) =>
  invoice.status === 'open' && invoice.dueOn < today;

const daysBefore = 7;
export type Told = { before: boolean; due: boolean };

/** Which reminder an open invoice is owed today. Once on the day itself, what came before is past. */
export function reminderDue(invoice: { status: string; dueOn: Day }, told: Told, today: Day) {
  if (invoice.status !== 'open') return undefined;
  if (today >= invoice.dueOn) return told.due ? undefined : 'due';
  return today >= addDays(invoice.dueOn, -daysBefore) && !told.before ? 'before' : undefined;
}

/** The first days of the years a certificate has begun by today; a year that nobody ran the clock in counts as well. */
export function begunYears({ validFrom, validUntil }: { validFrom: Day; validUntil: Day }, today: Day) {
  const begun: Day[] = [];
  for (let year = 0; year < 30; year += 1) {
    const first = addMonths(validFrom, 12 * year);
    if (first > today || first >= validUntil) break;
    begun.push(first);
  }
  return begun;
}

export type Refundable = { creditedAt: Date | null; invoiceId: string | null; refundId: string | null };

/** A payment goes back once, whole. */
export function giveBack(payment: Refundable) {
  if (payment.refundId) return refuse('already_refunded');
  return ok<RefundReason>(payment.invoiceId ? 'officer' : 'no_invoice');
}
