import { z } from 'zod';

import { text } from '../../forms.ts';

export const releaseForm = z.object({
  successor: z.uuid('Choose from the list').optional(),
  reason: text('Say what became known, 10 characters at least', 10),
});
export type ReleaseForm = z.output<typeof releaseForm>;
