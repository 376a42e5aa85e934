import { z } from 'zod';

import { words } from '../forms.ts';

export const lodgeForm = z.object({
  grounds: words('Say why the decision is wrong'),
  stayAsked: z
    .enum(['yes', 'no'], { message: 'Say whether you ask for a stay' })
    .default('no')
    .transform((answer) => answer === 'yes'),
});
export type LodgeForm = z.output<typeof lodgeForm>;

export const declareForm = z.object({
  conflicted: z
    .enum(['no', 'yes'], { message: 'Say whether you have a conflict of interest' })
    .transform((answer) => answer === 'yes'),
  statement: z
    .string({ message: 'Say what ties you looked at' })
    .trim()
    .min(10, 'Say in a sentence what ties you looked at, 10 characters at least')
    .max(2000, 'This is too long'),
});
export type DeclareForm = z.output<typeof declareForm>;

export const stayForm = z.object({
  stay: z.enum(['granted', 'refused'], { message: 'Choose one' }),
  reasons: words('Give your reasons'),
});
export type StayForm = z.output<typeof stayForm>;

export const decideForm = z.object({
  outcome: z.enum(['upheld', 'dismissed'], { message: 'Choose one' }),
  reasons: words('Give your reasons'),
});
export type DecideForm = z.output<typeof decideForm>;
