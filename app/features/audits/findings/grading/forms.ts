import { z } from 'zod';

export const leastReasons = 'Give your reasons, 10 characters at least';

/** Only where the grade asks for reasons, which its rule knows; nothing else is made of an empty field. */
export const gradingField = {
  gradingReasons: z
    .string()
    .trim()
    .max(10_000, 'This is too long: 10,000 characters at most')
    .refine((words) => words === '' || words.length >= 10, leastReasons)
    .transform((words) => words || undefined)
    .optional(),
};
