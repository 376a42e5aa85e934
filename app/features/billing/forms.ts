import { z } from 'zod';

import { digitsOf } from '#app/platform/payments/money.ts';

import { minorUnits } from './model.ts';

const reference = z
  .string({ message: 'Enter the reference of the transfer' })
  .trim()
  .min(3, 'Enter the reference of the transfer')
  .max(140, 'This is too long');

const example = (currency: string) =>
  `Enter an amount like 1,000${['', '.0', '.00', '.000'][digitsOf(currency)]}`;

/** The amount is read in the currency of the invoice: two digits behind the point, none, or three. */
export const paymentForm = (currency: string) =>
  z.object({
    receivedOn: z.iso.date('Enter the day the money arrived'),
    amount: z.string({ message: 'Enter the amount as on the bank statement' }).transform((text, issues) => {
      const minor = minorUnits(text, currency);
      if (minor !== undefined) return minor;
      issues.addIssue({ code: 'custom', message: example(currency) });
      return z.NEVER;
    }),
    reference,
  });
export type PaymentForm = z.output<ReturnType<typeof paymentForm>>;
export type PaymentFields = z.input<ReturnType<typeof paymentForm>>;

const currencies = new Set(Intl.supportedValuesOf('currency'));
const currency = z
  .string({ message: 'Enter the currency, such as USD' })
  .trim()
  .toUpperCase()
  .refine((code) => currencies.has(code), 'Enter the currency by its three letters, such as USD');

export const arrivalForm = z.object({
  receivedOn: z.iso.date('Enter the day the money arrived'),
  currency,
  amount: z
    .string({ message: 'Enter the amount as on the bank statement' })
    .trim()
    .max(30, 'This is too long'),
  reference,
  description: z.string().trim().max(500, 'This is too long').optional(),
});
export type ArrivalForm = z.output<typeof arrivalForm>;
export type ArrivalFields = z.input<typeof arrivalForm>;

export const assignForm = z.object({
  number: z
    .string({ message: 'Enter the number of the invoice' })
    .trim()
    .toUpperCase()
    .min(5, 'Enter the number of the invoice')
    .max(40, 'This is too long'),
});
export type AssignFields = z.input<typeof assignForm>;

export const giveBackForm = z.object({
  note: z
    .string({ message: 'Say why the money goes back' })
    .trim()
    .min(5, 'Say why the money goes back')
    .max(500, 'This is too long'),
});
export type GiveBackForm = z.output<typeof giveBackForm>;
export type GiveBackFields = z.input<typeof giveBackForm>;

export const refundForm = z.object({
  madeOn: z.iso.date('Enter the day you sent the money'),
  reference,
});
export type RefundForm = z.output<typeof refundForm>;
export type RefundFields = z.input<typeof refundForm>;

export const sureForm = z.object({
  sure: z.literal('on', { message: 'Tick the box when you are sure' }),
});
export type SureFields = { sure: string };
