/** Money is whole minor units: cents, paisa, fils. */
export type Money = { amountMinor: number; currency: string };

type Issued = Money & {
  id: string;
  number: string;
  organisationId: string;
  applicationId: string;
  dueOn: string;
};
export type Open = Issued & { status: 'open' };
export type Paid = Issued & { status: 'paid'; receivedOn: string };
export type Invoice = Open | Paid;

export const statusNames: Record<Invoice['status'], string> = { open: 'Waiting for payment', paid: 'Paid' };

/** "US$1,000.00". */
export function moneyInWords({ amountMinor, currency }: Money) {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const words = format.format(amountMinor / 10 ** digits);
  return currency === 'USD' ? `US${words}` : words;
}
