import { z } from 'zod';

import { isDay } from '#app/questionnaire/fitting.ts';
import { countryCodes } from '#app/platform/places.ts';

import { mappingLanguages, respondentRoles } from '../model.ts';

const tooLong = 'This is too long';
const day = z
  .string({ message: 'Enter a day' })
  .trim()
  .refine((text) => isDay(text), 'Enter a day such as 2027-03-31');

export const campaignForm = z.object({
  name: z
    .string({ message: 'Enter a name' })
    .trim()
    .min(1, 'Enter a name')
    .max(100, 'This name is too long: use 100 characters at most'),
  message: z.string().trim().max(2000, tooLong).default(''),
  dueOn: day,
});
export type CampaignForm = z.output<typeof campaignForm>;

export const moreTimeForm = z.object({ dueOn: day });
export type MoreTimeForm = z.output<typeof moreTimeForm>;

/** One supplier, as somebody types it or as a row of a list says it. */
export const supplierForm = z.object({
  name: z
    .string({ message: 'Enter the name' })
    .trim()
    .min(1, 'Enter the name')
    .max(200, 'This name is too long: use 200 characters at most'),
  role: z.enum(respondentRoles, 'Choose what they are'),
  country: z
    .string({ message: 'Choose a country' })
    .refine((code) => countryCodes.includes(code), 'Choose a country'),
  place: z.string().trim().max(200, tooLong).default(''),
  licence: z.string().trim().max(100, tooLong).default(''),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, tooLong)
    .refine(
      (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
      'Enter an address such as name@example.com',
    )
    .default(''),
  language: z.enum(mappingLanguages, 'Choose a language').default('en'),
});
export type SupplierForm = z.output<typeof supplierForm>;
