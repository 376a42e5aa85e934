import { z } from 'zod';

import { verificationMethods } from '../model.ts';

const tooLong = 'This is too long: 10,000 characters at most';
const words = (message: string) => z.string({ message }).trim().min(20, message).max(10_000, tooLong);
const workers = (message: string) =>
  z.coerce.number({ message }).int(message).min(0, message).max(1_000_000, message);

/** Each method asks something of its own; what it does not ask is left empty. */
export const verifyForm = z
  .object({
    /** The round the answering person read: nobody answers one they did not see. */
    round: z.coerce.number().int().min(1),
    method: z.enum(verificationMethods, { message: 'Say how you verified it' }),
    seen: words('Say what you saw, 20 characters at least'),
    seenOn: z.iso.date('Enter the day you saw it'),
    documents: z.array(z.uuid()).max(100).default([]),
    place: z.string().trim().max(500, 'This is too long: 500 characters at most').optional(),
    confirmed: workers('Enter how many workers confirm it, as a number').optional(),
    affected: workers('Enter how many workers are affected, as a number').optional(),
  })
  .superRefine(({ method, documents, place, confirmed, affected }, context) => {
    const asks = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (method === 'desk' && documents.length === 0) asks('documents', 'Tick what you looked at');
    if (method === 'on_site' && (place ?? '').length < 3) asks('place', 'Say where you saw it');
    if (method !== 'worker_confirmed') return;
    if (!confirmed) asks('confirmed', 'Enter how many workers confirm it, one at least');
    if (!affected) asks('affected', 'Enter how many workers are affected');
  });
export type VerifyForm = z.output<typeof verifyForm>;

export const closeForm = z.object({
  words: words('Say what you relied on, 20 characters at least'),
});
export type CloseForm = z.output<typeof closeForm>;
