import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';

import { revocationReasonCodes, suspensionReasonCodes } from './model.ts';

const words = (message: string, most = 300) =>
  z.string({ message }).trim().min(1, message).max(most, 'This is too long');

export const declareForm = z
  .object({
    authority: words('Enter the authority that issued the licence'),
    country: z
      .string({ message: 'Choose a country' })
      .refine((code) => countryCodes.includes(code), 'Choose a country'),
    number: words('Enter the number as printed on the licence', 100),
    type: z
      .string()
      .trim()
      .max(200, 'This is too long')
      .transform((text) => text || undefined)
      .optional(),
    issuedOn: z.iso.date('Enter the day on which the licence was issued').optional(),
    validUntil: z.iso.date('Enter the last day on which the licence is valid'),
    registerUrl: z
      .url({ protocol: /^https?$/, message: 'Enter a whole address, such as https://register.example/12' })
      .max(500, 'This is too long')
      .optional(),
  })
  .refine(({ issuedOn, validUntil }) => !issuedOn || issuedOn <= validUntil, {
    path: ['validUntil'],
    message: 'The last day comes before the day of issue: check both',
  });
export type DeclareForm = z.output<typeof declareForm>;

export const renewForm = z.object({
  validUntil: z.iso.date('Enter the last day on which the renewed licence is valid'),
});
export type RenewForm = z.output<typeof renewForm>;

const note = (message: string) => z.string({ message }).trim().min(10, message).max(5000, 'This is too long');

export const confirmForm = z.object({
  note: note('Say in a few words how you checked, such as the register you looked at'),
});
export type ConfirmForm = z.output<typeof confirmForm>;

const reasoned = note('Give the reasons, in a sentence at least');

export const suspendForm = z.object({
  reasonClass: z.enum(suspensionReasonCodes, { message: 'Choose a reason' }),
  note: reasoned,
});
export type SuspendForm = z.output<typeof suspendForm>;

export const reinstateForm = z.object({ note: reasoned });
export type ReinstateForm = z.output<typeof reinstateForm>;

export const revokeForm = z.object({
  reasonClass: z.enum(revocationReasonCodes, { message: 'Choose a reason' }),
  note: reasoned,
});
export type RevokeForm = z.output<typeof revokeForm>;
