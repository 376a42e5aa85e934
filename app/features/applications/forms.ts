import { z } from 'zod';

/** Reasons are read by the applicant, and in five years by whoever asks why. */
export const reviewForm = z.object({
  reasons: z
    .string({ message: 'Give your reasons' })
    .trim()
    .min(10, 'Give your reasons in at least 10 characters')
    .max(5000),
});
export type ReviewForm = z.output<typeof reviewForm>;

export const engageForm = z.object({ auditBodyId: z.uuid('Choose an audit body') });
export type EngageForm = z.output<typeof engageForm>;
