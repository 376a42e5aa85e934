import { z } from 'zod';

import { text } from '../../forms.ts';

export const moreTimeForm = z.object({
  until: z.iso.date('Enter the day until which the audit body has time'),
  reasons: text('Say why, in 20 characters at least', 20),
});
export type MoreTimeForm = z.output<typeof moreTimeForm>;
