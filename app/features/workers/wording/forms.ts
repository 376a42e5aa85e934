import { z } from 'zod';

import { bases } from './model.ts';

const stale = 'Open the page again';

/** A line and the text that was read, as its box on the page has it: `check.later:0f3a…`. */
const meant = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_.]{1,119}:[0-9a-f]{32}$/, stale)
  .transform((value) => {
    const [key = '', hash = ''] = value.split(':');
    return { key, hash };
  });
const several = z.array(meant).min(1, 'Tick the texts you mean').max(100, stale);

export const wordingForm = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('approve'),
    said: several,
    basis: z.enum(bases, 'Say on whose word these texts are approved'),
  }),
  z.object({ step: z.literal('take_back'), said: several }),
]);
export type WordingForm = z.output<typeof wordingForm>;
