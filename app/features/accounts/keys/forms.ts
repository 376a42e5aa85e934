import { z } from 'zod';

import { givenId } from '#app/platform/once.ts';

import { keyScopes, overlaps } from './model.ts';

export const makeKeyForm = z.object({
  ...givenId,
  name: z
    .string({ message: 'Enter a name' })
    .trim()
    .min(1, 'Enter a name')
    .max(100, 'This name is too long: use 100 characters at most'),
  scopes: z
    .array(z.enum(keyScopes, { message: 'Choose from the list' }))
    .min(1, 'Choose what the key is for')
    .transform((chosen) => [...new Set(chosen)]),
});
export type MakeKeyForm = z.output<typeof makeKeyForm>;

export const replaceKeyForm = z.object({
  overlap: z.enum(overlaps, { message: 'Choose how long the old key goes on' }),
});
export type ReplaceKeyForm = z.output<typeof replaceKeyForm>;
