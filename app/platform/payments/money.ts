/** How many digits stand behind the point: 2 for the dollar, 0 for the yen, 3 for the Kuwaiti dinar. */
export const digitsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "USD 1,000.00": where several currencies stand side by side. `amountMinor` is whole minor units. */
export const amountWithCode = ({ amountMinor, currency }: { amountMinor: number; currency: string }) =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' }).format(
    amountMinor / 10 ** digitsOf(currency),
  );
