/** How many digits stand behind the point: 2 for the dollar, 0 for the yen, 3 for the Kuwaiti dinar. */
export const digitsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "USD 1,000.00": where several currencies stand side by side. `amountMinor` is whole minor units. */
export const amountWithCode = ({ amountMinor, currency }: { amountMinor: number; currency: string }) =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' }).format(
    amountMinor / 10 ** digitsOf(currency),
  );

const most = 1_000_000_000_000_000;

/** "1,250.50" in whole minor units of its currency; undefined for anything else. */
export function minorAmount(text: string, currency: string) {
  const digits = digitsOf(currency);
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,3}))?$/.exec(text.trim());
  const [, whole = '', part = ''] = match ?? [];
  if (!match || part.length > digits) return undefined;
  const minor = Number(whole.replaceAll(',', '') + part.padEnd(digits, '0'));
  return minor > 0 && minor <= most ? minor : undefined;
}
