import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';

const reason = z
  .string({ message: 'Give your reason, 10 characters at least' })
  .trim()
  .min(10, 'Give your reason, 10 characters at least')
  .max(10_000, 'This is too long: 10,000 characters at most');

export const proposeForm = z.object({ grade: z.enum(grades, { message: 'Choose a grade' }), reason });
export type ProposeForm = z.output<typeof proposeForm>;

/** `grade` is the one the answering person read. */
export const answerRegradeForm = z.object({
  grade: z.enum(grades),
  outcome: z.enum(['approved', 'dismissed'], { message: 'Say whether you approve' }),
  reason,
});
export type AnswerRegradeForm = z.output<typeof answerRegradeForm>;
