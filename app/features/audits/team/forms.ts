import { z } from 'zod';

import { text } from '../forms.ts';
import { initialTypes } from '../model.ts';

/** How what the team does not cover is done; absent where it covers all. */
export const gapReason = z
  .string()
  .trim()
  .min(20, 'Say how it is done, 20 characters at least')
  .max(5000, 'This is too long')
  .optional();

export const scheduleForm = z.object({
  type: z.enum(initialTypes, { message: 'Choose stage 1 or stage 2' }),
  colleagues: z.array(z.uuid('Choose from the list')).max(20, 'Choose at most 20 people').default([]),
  gapReason,
});
export type ScheduleForm = z.output<typeof scheduleForm>;

export const declareForm = z.object({
  conflicted: z
    .enum(['no', 'yes'], { message: 'Say whether you have a conflict of interest' })
    .transform((answer) => answer === 'yes'),
  statement: text('Say in a sentence what ties you looked at, 10 characters at least', 10),
});
export type DeclareForm = z.output<typeof declareForm>;
