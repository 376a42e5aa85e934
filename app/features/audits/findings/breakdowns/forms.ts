import { z } from 'zod';

const text = (message: string) =>
  z.string({ message }).trim().min(10, message).max(10_000, 'This is too long: 10,000 characters at most');

export const keepForm = z.object({
  reason: text('Say why these are slips and no breakdown, 10 characters at least'),
});
export type KeepForm = z.output<typeof keepForm>;

export const majorForm = z.object({
  indicator: z.string({ message: 'Choose the indicator' }).min(1, 'Choose the indicator').max(20),
  statement: text('State what is missing or has collapsed, 10 characters at least'),
  evidence: text('Say what shows it, 10 characters at least'),
});
export type MajorForm = z.output<typeof majorForm>;
