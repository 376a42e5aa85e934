import { z } from 'zod';

import { sectors } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';

import { topics } from './model.ts';

const tooLong = 'This is too long';
const among = (codes: readonly string[]) =>
  z
    .string()
    .default('')
    .transform((code) => code || null)
    .refine((code) => code === null || codes.includes(code), 'Choose from the list');

/** Where it comes from, asked of each version anew: whoever saves has looked at the source today. */
export const provenance = {
  sourceTitle: z
    .string({ message: 'Say what the source is called' })
    .trim()
    .min(3, 'Say what the source is called')
    .max(300, tooLong),
  sourceUrl: z
    .string()
    .trim()
    .max(500, tooLong)
    .default('')
    .transform((text) => text || null)
    .refine(
      (text) => text === null || /^https:\/\/[!-~]+$/.test(text),
      'A page begins with https:// and has no spaces',
    ),
  sourceOn: z.iso.date('Enter the day of the source'),
};
export const version = z.coerce
  .number({ message: 'Open the page again' })
  .int()
  .min(1, 'Open the page again');

const said = {
  title: z.string({ message: 'Say it in a line' }).trim().min(3, 'Say it in a line').max(200, tooLong),
  words: z
    .string({ message: 'Say what holds' })
    .trim()
    .min(10, 'Say what holds, in a sentence at least')
    .max(5000, tooLong),
  ...provenance,
};

export const enterForm = z
  .object({
    topic: z.enum(topics, 'Choose what it is about'),
    origin: among(countryCodes),
    destination: among(countryCodes),
    sector: among(Object.keys(sectors)),
    ...said,
  })
  .refine(({ origin, destination }) => origin === null || origin !== destination, {
    path: ['destination'],
    message: 'A corridor leads from one country to another',
  });
export type EnterForm = z.output<typeof enterForm>;

export const changeForm = z.object({ ...said, version });
export type ChangeForm = z.output<typeof changeForm>;

const why = 'Say why, in a sentence at least';
export const withdrawForm = z.object({
  reason: z.string({ message: why }).trim().min(10, why).max(5000, tooLong),
  version,
});
export type WithdrawForm = z.output<typeof withdrawForm>;
