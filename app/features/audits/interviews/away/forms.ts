import { z } from 'zod';

import { text } from '../../forms.ts';
import { recordForm } from '../forms.ts';
import { failures } from '../model.ts';

const worker = recordForm.omit({ id: true });

/** What a device sealed of one worker, once it is opened: as the two forms with a network ask for it, in one. */
export const heardForm = z.discriminatedUnion('outcome', [
  worker.extend({ outcome: z.literal('done'), notes: text('Write what the worker said') }),
  worker.extend({ outcome: z.enum(failures) }),
]);
export type HeardForm = z.output<typeof heardForm>;
