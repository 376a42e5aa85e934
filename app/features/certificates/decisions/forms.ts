import { z } from 'zod';

import { words } from '../forms.ts';

export const decideForm = z.object({
  outcome: z.enum(['granted', 'refused'], { message: 'Choose whether the certificate is granted' }),
  reasons: words('Give the panel’s reasons'),
});
export type DecideForm = z.output<typeof decideForm>;
