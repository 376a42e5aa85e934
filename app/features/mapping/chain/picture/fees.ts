import type { ChainEdge, ChainPayment } from '../model.ts';

export type Fee = { currency: string; least: number; most: number };
/** `unknown`: somebody says that workers pay, and not how much. */
export type Fees = { fees: Fee[]; unknown: boolean };

/** What workers pay on some edges, as each respondent says of each journey: the least of them to the most. */
export function feesOn(
  edges: readonly ChainEdge[],
  counts: (payment: ChainPayment) => boolean = () => true,
): Fees {
  const statements = new Map<string, { currency: string; sum: number }>();
  let unknown = false;
  for (const { id, payments } of edges) {
    for (const payment of payments) {
      const { payer, amount, currency, source } = payment;
      if (payer !== 'worker' || amount === 0 || !counts(payment)) continue;
      if (amount === null || currency === null) {
        unknown = true;
        continue;
      }
      const key = JSON.stringify([id, source.responseId, currency]);
      statements.set(key, { currency, sum: (statements.get(key)?.sum ?? 0) + amount });
    }
  }
  const fees = new Map<string, Fee>();
  for (const { currency, sum } of statements.values()) {
    const { least, most } = fees.get(currency) ?? { least: sum, most: sum };
    fees.set(currency, { currency, least: Math.min(least, sum), most: Math.max(most, sum) });
  }
  return { fees: [...fees.values()], unknown };
}

const amountInWords = (amount: number) => amount.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** "BDT 60,000 to 95,000"; empty where nobody says that workers pay. */
export function feesInWords({ fees, unknown }: Fees): string {
  const known = fees.map(({ currency, least, most }) =>
    least === most
      ? `${currency} ${amountInWords(least)}`
      : `${currency} ${amountInWords(least)} to ${amountInWords(most)}`,
  );
  if (known.length === 0) return unknown ? 'a fee, amount unknown' : '';
  return [...known, ...(unknown ? ['more, amount unknown'] : [])].join(' and ');
}
