import { z } from 'zod';

import { isFeeCategory } from '#app/questionnaire/fee-categories.ts';
import { givenId, type Given } from '#app/platform/once.ts';
import { minorAmount } from '#app/platform/payments/money.ts';

import { words } from '../forms.ts';

const people = (message: string, least: number) =>
  z.coerce.number({ message }).int(message).min(least, message).max(1_000_000, message);
const day = z.iso.date('Enter the day');
const note = words('Say what shows it, 10 characters at least');
const currencies = new Set(Intl.supportedValuesOf('currency'));
const enterAmount = 'Enter an amount above zero, such as 1,250';

const currency = z
  .string({ message: 'Enter the currency, such as USD' })
  .trim()
  .toUpperCase()
  .refine((code) => currencies.has(code), 'Enter the currency by its three letters, such as USD');

type Sum = { amount: string; currency: string };
/** The amount in whole minor units of its currency. */
const inMinor = <F extends Sum>({ amount, ...form }: F, issues: z.core.$RefinementCtx) => {
  const amountMinor = currencies.has(form.currency) ? minorAmount(amount, form.currency) : undefined;
  if (amountMinor !== undefined) return { ...form, amountMinor };
  issues.addIssue({ code: 'custom', path: ['amount'], message: enterAmount });
  return z.NEVER;
};

export const planForm = z.object({
  ...givenId,
  title: z
    .string({ message: 'Enter a name of 3 to 200 characters' })
    .trim()
    .min(3, 'Enter a name of 3 to 200 characters')
    .max(200, 'Enter a name of 3 to 200 characters'),
  party: z.uuid('Choose a party from the list').optional(),
  workers: people('Enter how many workers are affected, as a number', 1),
  note: words('Say how you know, 10 characters at least'),
});
export type PlanForm = Given<z.output<typeof planForm>>;
export type PlanFields = z.input<typeof planForm>;

export const affectedForm = z.object({
  ...givenId,
  workers: people('Enter how many more workers are affected, as a number', 1),
  day,
  note,
});
export type AffectedForm = Given<z.output<typeof affectedForm>>;
export type AffectedFields = z.input<typeof affectedForm>;

export const confirmForm = z.object({
  ...givenId,
  workers: people('Enter how many workers confirm that they have everything back', 1),
  day,
  note: words('Say how they were asked, 10 characters at least'),
});
export type ConfirmForm = Given<z.output<typeof confirmForm>>;
export type ConfirmFields = z.input<typeof confirmForm>;

export const owedForm = z
  .object({
    ...givenId,
    category: z
      .string({ message: 'Choose what was charged' })
      .refine((code) => isFeeCategory(code), 'Choose what was charged'),
    currency,
    amount: z.string({ message: enterAmount }),
    day,
    note,
  })
  .transform((form, issues) => inMinor(form, issues));
export type OwedForm = Given<z.output<typeof owedForm>>;
export type OwedFields = z.input<typeof owedForm>;

export const instalmentForm = z
  .object({ ...givenId, currency, amount: z.string({ message: enterAmount }), day, note })
  .transform((form, issues) => inMinor(form, issues));
export type InstalmentForm = Given<z.output<typeof instalmentForm>>;
export type InstalmentFields = z.input<typeof instalmentForm>;

export const paidForm = z.object({
  ...givenId,
  item: z.uuid('Choose what you paid'),
  amount: z.string({ message: enterAmount }),
  workers: people('Enter how many workers have everything back with this, or 0', 0),
  day,
  note,
  overWhy: words('Say why more is paid than is owed, 10 characters at least').optional(),
});
export type PaidForm = Given<z.output<typeof paidForm>>;
export type PaidFields = z.input<typeof paidForm>;

export const correctForm = z.object({
  entry: z.uuid('Choose the entry that is wrong'),
  note: words('Say what was wrong, 10 characters at least'),
});
export type CorrectForm = z.output<typeof correctForm>;
