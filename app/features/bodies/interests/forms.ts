import { z } from 'zod';

import { interestKinds } from './model.ts';

const statement = 'Say in a sentence what ties you, or what you looked at';

export const interestForm = z
  .object({
    recruiter: z
      .string({ message: 'Enter the recruiter' })
      .trim()
      .min(1, 'Enter the recruiter')
      .max(300, 'This is too long'),
    kind: z.enum(interestKinds, { message: 'Choose what ties you, or that nothing does' }),
    statement: z.string({ message: statement }).trim().min(10, statement).max(5000, 'This is too long'),
    fromOn: z.iso.date('Enter the day on which it began').optional(),
    untilOn: z.iso.date('Enter the day on which it ended').optional(),
  })
  .refine(({ kind, fromOn }) => kind === 'none' || fromOn !== undefined, {
    path: ['fromOn'],
    message: 'Enter the day on which it began, as well as you know it',
  })
  .refine(({ fromOn, untilOn }) => !fromOn || !untilOn || fromOn <= untilOn, {
    path: ['untilOn'],
    message: 'It ended before it began: check both days',
  });
export type InterestForm = z.output<typeof interestForm>;

export const endForm = z.object({
  untilOn: z.iso.date('Enter the day on which it ended'),
  statement: z
    .string({ message: 'Say how it ended' })
    .trim()
    .min(10, 'Say how it ended, in a sentence')
    .max(5000, 'This is too long'),
});
export type EndForm = z.output<typeof endForm>;
