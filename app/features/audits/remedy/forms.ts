import { z } from 'zod';

import { anotherOne, givenId, type Given } from '#app/platform/once.ts';
import { minorAmount } from '#app/platform/payments/money.ts';

import { categories, payers } from './model.ts';

const words = (message: string) =>
  z.string({ message }).trim().min(10, message).max(2000, 'This is too long: 2,000 characters at most');
const people = (message: string, least: number) =>
  z.coerce.number({ message }).int(message).min(least, message).max(1_000_000, message);
const day = z.iso.date('Enter the day');

export const openForm = z.object({
  workers: people('Enter how many workers are affected, as a number', 1),
  happenedOn: day,
  note: words('Say how you know, 10 characters at least'),
});
export type OpenForm = z.output<typeof openForm>;

const currencies = new Set(Intl.supportedValuesOf('currency'));
const enterAmount = 'Enter an amount above zero, such as 1,250';

export const itemForm = z
  .object({
    ...givenId,
    category: z.enum(categories, { message: 'Choose what was charged or kept' }),
    payer: z.enum(payers, { message: 'Choose who pays it back' }),
    currency: z
      .string({ message: 'Enter the currency, such as USD' })
      .trim()
      .toUpperCase()
      .refine((code) => currencies.has(code), 'Enter the currency by its three letters, such as USD'),
    amount: z.string({ message: enterAmount }),
    moreWorkers: people('Enter a number, or leave it empty', 0).optional(),
    happenedOn: day,
    note: words('Say what shows it, 10 characters at least'),
  })
  .transform(({ amount, ...form }, issues) => {
    const amountMinor = currencies.has(form.currency) ? minorAmount(amount, form.currency) : undefined;
    if (amountMinor !== undefined) return { ...form, amountMinor };
    issues.addIssue({ code: 'custom', path: ['amount'], message: enterAmount });
    return z.NEVER;
  });
export type ItemForm = Given<z.output<typeof itemForm>>;
export type ItemFields = z.input<typeof itemForm>;

export const paymentForm = z.object({
  ...givenId,
  ...anotherOne,
  /** An item of the ledger, or `none` where something else than money was given back. */
  item: z.union([z.uuid(), z.literal('none')], { message: 'Choose what you paid' }),
  amount: z.string().optional(),
  workers: people('Enter how many workers have everything back with this, or 0', 0),
  happenedOn: day,
  note: words('Say how it was paid and what shows it, 10 characters at least'),
  /** A version of one of the recruiter's own documents: "<id>/<version>". */
  document: z
    .string()
    .regex(/^[0-9a-f-]{36}\/\d{1,4}$/, 'Choose one of your documents')
    .optional(),
});
export type PaymentForm = Given<z.output<typeof paymentForm>>;
export type PaymentFields = z.input<typeof paymentForm>;

export const correctForm = z.object({
  entry: z.uuid('Choose the entry that is wrong'),
  note: words('Say what was wrong, 10 characters at least'),
});
export type CorrectForm = z.output<typeof correctForm>;

export const confirmForm = z.object({
  ...givenId,
  asked: people('Enter how many workers you asked', 1),
  confirmed: people('Enter how many of them confirm', 0),
  note: words('Say how they were asked, 10 characters at least'),
});
export type ConfirmForm = Given<z.output<typeof confirmForm>>;
