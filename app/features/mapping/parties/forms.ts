import { z } from 'zod';

export const matchForm = z.object({
  number: z.string({ message: 'Choose who it is' }).trim().max(60, 'This is too long'),
});

export const mergeForm = z.object({
  into: z.uuid('Choose the other name'),
});

export const reviewForm = z.object({
  note: z
    .string({ message: 'Say what you found, in a sentence at least' })
    .trim()
    .min(10, 'Say what you found, in a sentence at least')
    .max(5000, 'This is too long'),
});
