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

/** The round that was read, and how the reason was looked at. */
export const acceptNoActionForm = z.object({
  round: z.coerce.number().int().min(1),
  method: z.enum(verificationMethods, { message: 'Say how you verified it' }),
});
export type AcceptNoActionForm = z.output<typeof acceptNoActionForm>;
