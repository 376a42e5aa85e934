import { z } from 'zod';

import { anyText, text } from '../forms.ts';
import { conformities, readinessOutcomes } from '../model.ts';

/** `revision` is the one the person saw, 0 where nobody had assessed; `next` is where their button leads. */
export const assessForm = z
  .object({
    conformity: z.enum(conformities, { message: 'Choose what you found' }),
    note: anyText,
    evidence: anyText,
    revision: z.coerce.number().int().min(0).default(0),
    next: z.enum(['indicator', 'finding']).default('indicator'),
  })
  .refine(({ conformity, note }) => note !== '' || conformity === 'conforms' || conformity === 'come_back', {
    path: ['note'],
    message: 'Say why in a note',
  });
export type AssessForm = z.output<typeof assessForm>;

export const readinessForm = z.object({
  readiness: z.enum(readinessOutcomes, { message: 'Choose the outcome of stage 1' }),
  summary: text('Sum up what stage 1 found, 20 characters at least', 20),
});
export type ReadinessForm = z.output<typeof readinessForm>;
