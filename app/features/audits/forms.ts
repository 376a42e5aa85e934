import { z } from 'zod';

export const text = (message: string, least = 1) =>
  z.string({ message }).trim().min(least, message).max(10_000, 'This is too long: 10,000 characters at most');
export const anyText = z
  .string()
  .trim()
  .max(10_000, 'This is too long: 10,000 characters at most')
  .default('');

export const reasonForm = z.object({ reason: text('Give your reason, 10 characters at least', 10) });
export type ReasonForm = z.output<typeof reasonForm>;
