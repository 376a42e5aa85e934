import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';

import { visible } from './checking/rules.ts';
import { mostCharacters, type Item } from './model.ts';

const text = (what: string) =>
  z
    .string({ error: `${what} is text` })
    .max(mostCharacters, `${what} has more than ${mostCharacters} characters`)
    .transform((typed) => visible(typed) || undefined)
    .nullish()
    .transform((typed) => typed ?? undefined);

const isCountry = (code: string) => countryCodes.includes(code);

/** One item as a program sends it; what cannot be seen in a name is not part of it. */
export const itemForm = z
  .strictObject(
    {
      ref: z
        .string({ error: 'ref is text' })
        .max(200, 'ref has more than 200 characters')
        .nullish()
        .transform((typed) => typed ?? undefined),
      name: text('name'),
      country: text('country')
        .transform((code) => code?.toUpperCase())
        .refine((code) => code === undefined || isCountry(code), 'country is no code of ISO 3166-1'),
      registrationNumber: text('registrationNumber'),
      licenceNumber: text('licenceNumber'),
      certificateNumber: text('certificateNumber'),
    },
    { error: 'this is no item, or it has a member we do not know' },
  )
  .refine(
    ({ name, registrationNumber, licenceNumber, certificateNumber }) =>
      name ?? registrationNumber ?? licenceNumber ?? certificateNumber,
    'give a name or a number',
  )
  .transform((item): Item => item);

export const itemFields = [
  'ref',
  'name',
  'country',
  'registrationNumber',
  'licenceNumber',
  'certificateNumber',
] as const;

/** A list as a program sends it, whatever its items are: bare, or as the member `items`. */
export const listForm = z.union([
  z.array(z.unknown()),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
]);
