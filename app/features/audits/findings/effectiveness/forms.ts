import { z } from 'zod';

export const judgeForm = z.object({
  effective: z.enum(['yes', 'no'], { message: 'Say whether the correction lasted' }),
  note: z
    .string({ message: 'Say what you saw, 10 characters at least' })
    .trim()
    .min(10, 'Say what you saw, 10 characters at least')
    .max(10_000, 'This is too long: 10,000 characters at most'),
});
export type JudgeForm = z.output<typeof judgeForm>;
