import { z } from 'zod';

export const appealForm = z.object({
  grounds: z
    .string({ message: 'Say why the decision is wrong' })
    .trim()
    .min(20, 'Say why the decision is wrong in at least 20 characters')
    .max(10_000, 'This is too long'),
});
export type AppealForm = z.output<typeof appealForm>;

export const decideAppealForm = z.object({
  outcome: z.enum(['upheld', 'dismissed'], { message: 'Choose one' }),
  reasons: z
    .string({ message: 'Give your reasons' })
    .trim()
    .min(20, 'Give your reasons in at least 20 characters')
    .max(10_000, 'This is too long'),
});
export type DecideAppealForm = z.output<typeof decideAppealForm>;
