import { z } from 'zod';

import { words } from '../../forms.ts';

/** The round the answering person read: nobody confirms what they did not see. */
const seen = { round: z.coerce.number().int().min(1) };

export const confirmForm = z.object(seen);
export type ConfirmForm = z.output<typeof confirmForm>;

export const sendBackForm = z.object({ ...seen, reasons: words('Say what speaks against it') });
export type SendBackForm = z.output<typeof sendBackForm>;
