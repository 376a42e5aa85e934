import { z } from 'zod';

export const containForm = z.object({
  containment: z
    .string({ message: 'Say how the harm was stopped, 20 characters at least' })
    .trim()
    .min(20, 'Say how the harm was stopped, 20 characters at least')
    .max(10_000, 'This is too long: 10,000 characters at most'),
});
export type ContainForm = z.output<typeof containForm>;

/** Believing asks no words; what is not believed is to be stopped again, and says why. */
export const answerForm = z
  .object({
    round: z.coerce.number().int().min(1),
    outcome: z.enum(['contained', 'not_contained'], { message: 'Say whether the harm is stopped' }),
    reason: z.string().trim().max(10_000, 'This is too long: 10,000 characters at most').optional(),
  })
  .superRefine(({ outcome, reason }, context) => {
    if (outcome === 'not_contained' && (reason ?? '').length < 10)
      context.addIssue({ code: 'custom', path: ['reason'], message: 'Say why not, 10 characters at least' });
  });
export type AnswerForm = z.output<typeof answerForm>;
