import { z } from 'zod';

import { words } from '../../forms.ts';
import { checkOutcomes } from '../model.ts';

export const confirmUseForm = z.object({
  outcome: z.enum(checkOutcomes, { message: 'Choose one' }),
  note: words('Say what you did, or why nothing had to be done'),
});
export type ConfirmUseForm = z.output<typeof confirmUseForm>;
