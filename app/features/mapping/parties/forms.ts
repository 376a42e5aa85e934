import { z } from 'zod';

export const matchForm = z.object({
  number: z.string({ message: 'Choose who it is' }).trim().max(60, 'This is too long'),
});

export const mergeForm = z.object({
  into: z.uuid('Choose the other name'),
});
