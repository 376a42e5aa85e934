import { z } from 'zod';

import { text } from '../../forms.ts';

/** More than stage 1 has ever named. */
const most = 50;

/** `indicator` by its code; `concern`: what stage 2 is to look at. */
export const concernsField = z
  .array(
    z.object({
      indicator: z.string({ message: 'Choose the indicator' }).min(1, 'Choose the indicator').max(20),
      concern: text('Say what to look at, 10 characters at least', 10),
    }),
  )
  .max(most, 'These are more than 50 concerns: stage 2 may not be ready to begin')
  .optional();
export type NamedConcern = NonNullable<z.output<typeof concernsField>>[number];

export const closeConcernForm = z.object({
  note: text('Say what you found, 10 characters at least', 10),
});
export type CloseConcernForm = z.output<typeof closeConcernForm>;
