import { z } from 'zod';

export const settleForm = z.object({
  outcome: z.enum(['met', 'not_met'], { message: 'Say whether the condition was met' }),
  evidence: z
    .string({ message: 'Say what shows it' })
    .trim()
    .min(10, 'Say what shows it, in at least 10 characters')
    .max(5000, 'This is too long'),
});
export type SettleForm = z.output<typeof settleForm>;
