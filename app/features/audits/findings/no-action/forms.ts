import { z } from 'zod';

import { verificationMethods } from '../model.ts';

const least = 'Say why nothing is planned, 20 characters at least';

export const noActionForm = z.object({
  noActionReason: z
    .string({ message: least })
    .trim()
    .min(20, least)
    .max(10_000, 'This is too long: 10,000 characters at most'),
});
export type NoActionForm = z.output<typeof noActionForm>;

const looked = 'Say what you looked at, 20 characters at least';

/** The round that was read, how the reason was looked at, and at what. */
export const acceptNoActionForm = z.object({
  round: z.coerce.number().int().min(1),
  method: z.enum(verificationMethods, { message: 'Say how you verified it' }),
  words: z
    .string({ message: looked })
    .trim()
    .min(20, looked)
    .max(10_000, 'This is too long: 10,000 characters at most'),
});
export type AcceptNoActionForm = z.output<typeof acceptNoActionForm>;
