import { digitsOf } from '#app/platform/payments/money.ts';

/** Money is whole minor units: cents, paisa, fils. */
export type Money = { amountMinor: number; currency: string };

export const purposes = ['application_fee', 'extra_fee', 'annual_levy'] as const;
export type Purpose = (typeof purposes)[number];
export const purposeNames: Record<Purpose, string> = {
  application_fee: 'Application fee',
  extra_fee: 'Extra fee after a late answer',
  annual_levy: 'Annual levy',
};

type Issued = Money & {
  id: string;
  number: string;
  organisationId: string;
  applicationId: string;
  purpose: Purpose;
  issuedAt: Date;
  dueOn: string;
};
export type Open = Issued & { status: 'open' };
export type Paid = Issued & { status: 'paid'; receivedOn: string; paymentId: string };
export type Cancelled = Issued & { status: 'cancelled'; cancelledBecause: string };
export type Invoice = Open | Paid | Cancelled;

export const statusNames: Record<Invoice['status'], string> = {
  open: 'Waiting for payment',
  paid: 'Paid',
  cancelled: 'Cancelled',
};

export type Method = 'card' | 'bank_transfer';
export const methodNames: Record<Method, string> = { card: 'Card', bank_transfer: 'Bank transfer' };

export const refundReasons = [
  'paid_twice',
  'invoice_cancelled',
  'no_invoice',
  'officer',
  'made_elsewhere',
] as const;
export type RefundReason = (typeof refundReasons)[number];
export const refundReasonNames: Record<RefundReason, string> = {
  paid_twice: 'The invoice was paid already',
  invoice_cancelled: 'The invoice was cancelled',
  no_invoice: 'The money belongs to no invoice',
  officer: 'Decided by an officer',
  made_elsewhere: 'Given back at the card processor',
};

/** "US$1,000.00". */
export function moneyInWords({ amountMinor, currency }: Money) {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const words = format.format(amountMinor / 10 ** digitsOf(currency));
  return currency === 'USD' ? `US${words}` : words;
}

/** Whole minor units of an amount as people write it, `1,000.00`; undefined for what is no amount of this currency. */
export function minorUnits(text: string, currency: string): number | undefined {
  const digits = digitsOf(currency);
  const match = /^(\d{1,3}(?:,?\d{3})*)(?:\.(\d+))?$/.exec(text.trim());
  const [, whole = '', part = ''] = match ?? [];
  if (!match || part.length > digits) return undefined;
  const minor = Number(whole.replaceAll(',', '') + part.padEnd(digits, '0'));
  return minor > 0 && minor <= 2_147_483_647 ? minor : undefined;
}
