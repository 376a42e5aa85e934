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
