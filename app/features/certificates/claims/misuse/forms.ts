import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';

import { words } from '../../forms.ts';

export const fileForm = z.object({
  title: z
    .string({ message: 'Say what the file shows' })
    .trim()
    .min(3, 'Say what the file shows')
    .max(200, 'This is too long: 200 characters at most'),
});
export type FileForm = z.output<typeof fileForm>;

export const misuseForm = z.object({
  ...givenId,
  place: z.string({ message: 'Say where' }).trim().min(3, 'Say where').max(300, 'This is too long'),
  seenOn: z.iso.date('Enter the day it was seen'),
  what: words('Say what was shown or said'),
  evidence: z
    .string({ message: 'Say what shows it' })
    .trim()
    .min(10, 'Say what shows it, in at least 10 characters')
    .max(5000, 'This is too long'),
  claimId: z.uuid('Choose one of the list').optional(),
});
export type MisuseForm = Given<z.output<typeof misuseForm>>;
