import { z } from 'zod';

export const paymentForm = z.object({
  receivedOn: z.iso.date('Enter the day the money arrived'),
  amount: z
    .string({ message: 'Enter the amount as on the bank statement' })
    .trim()
    .regex(/^\d{1,3}(,?\d{3})*(\.\d{1,2})?$/, 'Enter an amount like 1,000.00')
    .transform((text) => Math.round(Number(text.replaceAll(',', '')) * 100)),
  reference: z
    .string({ message: 'Enter the reference of the transfer' })
    .trim()
    .min(3, 'Enter the reference of the transfer')
    .max(140, 'This is too long'),
});
export type PaymentForm = z.output<typeof paymentForm>;
export type PaymentFields = z.input<typeof paymentForm>;
