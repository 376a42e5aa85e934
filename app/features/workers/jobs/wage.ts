import { plainDigits } from '#app/platform/names/phone.ts';
import { currencyCodes } from '#app/questionnaire/lists.ts';

import type { JobTerms } from './model.ts';

/**
 * "QAR 1,200.50", "१२००" or "1.200 €" as people type it; undefined where no amount above zero stands in it. Three digits
 * behind the last sign are thousands, one or two are parts of one.
 */
export function readWage(typed: string): { amount: number; currency: string | undefined } | undefined {
  const text = plainDigits(typed.slice(0, 60).normalize('NFKC')).replaceAll('٫', '.').replaceAll('٬', ',');
  const run = /\d[\d.,'’\s]*/.exec(text)?.[0].replace(/[^\d]+$/, '');
  if (!run) return undefined;
  const parted = /^(.*)[.,](\d{1,2})$/.exec(run);
  const [whole = '', part = ''] = parted ? [parted[1], parted[2]] : [run];
  const amount = Number(`${whole.replace(/\D/g, '')}.${part || '0'}`);
  const currency = currencyCodes.find((code) => new RegExp(`(?<!\\p{L})${code}(?!\\p{L})`, 'u').test(text));
  return amount > 0 && amount <= 1e13 ? { amount, currency } : undefined;
}

type Paid = Pick<JobTerms, 'wagePeriod' | 'weeklyHours'>;

/** A wage as it is published, and what it makes in a month: people say either. */
export function wagesOf({ wagePeriod, weeklyHours }: Paid, wage: number): [number, ...number[]] {
  const weeks = 52 / 12;
  switch (wagePeriod) {
    case 'month':
      return [wage];
    case 'week':
      return [wage, wage * weeks];
    case 'day':
      return [wage, wage * 5 * weeks, wage * 6 * weeks];
    case 'hour':
      return [wage, wage * weeklyHours, wage * weeklyHours * weeks];
  }
}
