import { z } from 'zod';

import { isSector, sectors, type SectorCode } from '#app/platform/industries.ts';
import { countryCodes, countryName } from '#app/platform/places.ts';

import { reasoned } from '../forms.ts';

export const sectorCodes = Object.keys(sectors).filter(isSector);

const codeOf = (typed: string) =>
  countryCodes.find((code) => code === typed.toUpperCase()) ??
  countryCodes.find((code) => countryName(code).toLowerCase() === typed.toLowerCase());

/** Countries by name or code, with commas or lines between them; none is an answer, too. */
export const anyCountries = z
  .string()
  .max(5000, 'This is too long')
  .default('')
  .transform((text, context) => {
    const typed = text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const unknown = typed.filter((part) => !codeOf(part));
    if (unknown.length > 0)
      context.addIssue({
        code: 'custom',
        message: `We know no country called ${unknown.join(', ')}. Write it as in the register`,
      });
    return [...new Set(typed.flatMap((part) => codeOf(part) ?? []))].sort();
  });

const countries = anyCountries.refine((codes) => codes.length > 0, 'Enter at least one country');

export const approvalForm = z
  .object({
    countries,
    sectors: z
      .array(
        z.custom<SectorCode>((code) => typeof code === 'string' && isSector(code), 'Choose from the list'),
      )
      .min(1, 'Choose at least one sector')
      .default([]),
    validFrom: z.iso.date('Enter the first day'),
    validUntil: z.iso.date('Enter the last day'),
    ground: reasoned('Say what the approval rests on, in a sentence at least'),
  })
  .refine(({ sectors: chosen }) => chosen.length > 0, {
    path: ['sectors'],
    message: 'Choose at least one sector',
  })
  .refine(({ validFrom, validUntil }) => validFrom <= validUntil, {
    path: ['validUntil'],
    message: 'The last day comes before the first: check both',
  });
export type ApprovalForm = z.output<typeof approvalForm>;
