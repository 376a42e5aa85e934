import { z } from 'zod';

const text = (message: string, least: number) =>
  z.string({ message }).trim().min(least, message).max(10_000, 'This is too long: 10,000 characters at most');

export const disputeForm = z.object({
  statement: text('Say what you contest and what shows it, 20 characters at least', 20),
});
export type DisputeForm = z.output<typeof disputeForm>;

export const answerDisputeForm = z.object({
  outcome: z.enum(['kept', 'withdrawn'], { message: 'Choose an answer' }),
  reason: text('Give your reason, 10 characters at least', 10),
});
export type AnswerDisputeForm = z.output<typeof answerDisputeForm>;
