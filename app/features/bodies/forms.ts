import { z } from 'zod';

export const reasoned = (message: string) =>
  z.string({ message }).trim().min(10, message).max(5000, 'This is too long');

export const endApprovalForm = z.object({
  reason: reasoned('Give the reason, in a sentence at least. The body reads it'),
});
export type EndApprovalForm = z.output<typeof endApprovalForm>;
