import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';

import { verdicts } from './model.ts';

const words = z
  .string({ message: 'Paste the text' })
  .trim()
  .min(100, 'Paste the whole text: 100 characters at least')
  .max(200_000, 'This text is too long: 200,000 characters at most');
const named = 'Enter a name of 3 to 200 characters';

export const policyForm = z.object({
  ...givenId,
  title: z.string({ message: named }).trim().min(3, named).max(200, named),
  words,
});
export type PolicyForm = Given<z.output<typeof policyForm>>;
export type PolicyFields = z.input<typeof policyForm>;

export const versionForm = z.object({ words });
export type VersionForm = z.output<typeof versionForm>;

export const verdictForm = z.object({
  verdict: z.enum(verdicts, { message: 'Choose one' }),
  passage: z
    .string()
    .trim()
    .min(10, 'Quote 10 characters at least')
    .max(5000, 'Quote 5,000 characters at most')
    .optional(),
  note: z.string().trim().max(2000, 'This is too long: 2,000 characters at most').optional(),
});
export type VerdictForm = z.output<typeof verdictForm>;

const day = z.iso.date('Enter the day');

export const sendForm = z.object({
  party: z.uuid('Choose a party from the list'),
  sentOn: day,
  dueOn: day,
  how: z
    .string({ message: 'Say how it was sent, such as by mail to the owner' })
    .trim()
    .min(3, 'Say how it was sent, such as by mail to the owner')
    .max(500, 'This is too long: 500 characters at most'),
});
export type SendForm = z.output<typeof sendForm>;

export const acknowledgedForm = z.object({
  on: day,
  by: z
    .string({ message: 'Enter who acknowledged it' })
    .trim()
    .min(1, 'Enter who acknowledged it')
    .max(200, 'This is too long: 200 characters at most'),
  evidence: z
    .string({ message: 'Say what shows it, 10 characters at least' })
    .trim()
    .min(10, 'Say what shows it, 10 characters at least')
    .max(2000, 'This is too long: 2,000 characters at most'),
});
export type AcknowledgedForm = z.output<typeof acknowledgedForm>;

export const fileForm = z.object({ sent: z.literal('yes') });
