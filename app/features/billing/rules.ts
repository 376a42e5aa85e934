import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Invoice, Paid } from './model.ts';

export type Payment = { amountMinor: number; receivedOn: Day };

/** A fee is paid whole, once, and not from the future. */
export function pay(invoice: Invoice, { amountMinor, receivedOn }: Payment, today: Day) {
  switch (invoice.status) {
    case 'open':
      if (receivedOn > today) return refuse('received_in_the_future');
      if (amountMinor !== invoice.amountMinor) return refuse('amount_differs');
      return ok<Paid>({ ...invoice, status: 'paid', receivedOn });
    case 'paid':
      return refuse('already_paid');
  }
}
