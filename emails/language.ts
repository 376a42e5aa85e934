/** Languages mails are written in, and how days and money read in them. */
export const languages = ['en', 'fr', 'es', 'ar', 'hi', 'ne', 'bn', 'id'] as const;
export type Language = (typeof languages)[number];

export const languageOf = (code: string): Language =>
  languages.find((candidate) => candidate === code) ?? 'en';

export const directionOf = (language: Language) => (language === 'ar' ? ('rtl' as const) : ('ltr' as const));

/** English as in the rest of the house; the others as their readers write. */
const locale = (language: string) => (language === 'en' ? 'en-GB' : language);

/** "16 December 2026" from `2026-12-16`; papers are in more languages than mails. */
export const dayIn = (language: string, day: string) =>
  new Intl.DateTimeFormat(locale(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(new Date(`${day}T00:00:00Z`));

/** Whole minor units of any currency, with its code: "USD 1,000.00". */
export function moneyIn(
  language: Language,
  { amountMinor, currency }: { amountMinor: number; currency: string },
) {
  const format = new Intl.NumberFormat(locale(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
  });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** "in 7 days", "tomorrow", "today". */
export const daysAheadIn = (language: Language, days: number) =>
  new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' }).format(days, 'day');

/** "16 December 2026, 09:41 UTC": by twenty-four hours, since what half of the day it is would be another zone's. */
export const momentIn = (language: string, at: Date) =>
  `${dayIn(language, at.toISOString().slice(0, 10))}, ${new Intl.DateTimeFormat(locale(language), {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' },
  }).format(at)} UTC`;
