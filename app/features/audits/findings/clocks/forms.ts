import { z } from 'zod';

export const extendForm = z.object({
  until: z.iso.date('Enter the new day'),
  reason: z
    .string({ message: 'Give your reason, 10 characters at least' })
    .trim()
    .min(10, 'Give your reason, 10 characters at least')
    .max(10_000, 'This is too long: 10,000 characters at most'),
});
export type ExtendForm = z.output<typeof extendForm>;
