import { z } from 'zod';

import { askedDay, dayRefusals } from '#app/features/register/past/asked-day.ts';
import type { Day } from '#app/platform/calendar.ts';
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

/** A day that is over or is going on: nobody knows yet what stands at the end of another. */
const dayUntil = (today: Day) =>
  text('asOf').superRefine((day, context) => {
    const asked = askedDay(day ?? null, today);
    if (!asked.ok) context.addIssue({ code: 'custom', message: dayRefusals[asked.refusal] });
  });

/** One item as it is sent, on the day it is sent; what cannot be seen in a name is not part of it. */
export const itemFormOn = (today: Day) =>
  z
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
        asOf: dayUntil(today),
      },
      { error: 'this is no item, or it has a member we do not know' },
    )
    .refine(
      ({ name, registrationNumber, licenceNumber, certificateNumber }) =>
        name ?? registrationNumber ?? licenceNumber ?? certificateNumber,
      'give a name or a number',
    )
    .transform((item): Item => item);
export type ItemForm = ReturnType<typeof itemFormOn>;

export const itemFields = [
  'ref',
  'name',
  'country',
  'registrationNumber',
  'licenceNumber',
  'certificateNumber',
  'asOf',
] as const;

/** A list as a program sends it, whatever its items are: bare, or as the member `items`. */
export const listForm = z.union([
  z.array(z.unknown()),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
]);
