import { z } from 'zod';

import { isSector } from '#app/platform/industries.ts';
import { languageCodes } from '#app/platform/names/languages.ts';

import { anyCountries } from '../approvals/forms.ts';
import { reasoned } from '../forms.ts';
import { languageLevels, levels, witnessOutcomes } from './model.ts';

const code = (is: (value: string) => boolean) => z.array(z.string().refine(is, 'Choose from the list'));

export const competenceForm = z
  .object({
    principles: code((value) => /^[A-Z0-9]{1,8}$/.test(value)).default([]),
    sectors: code(isSector).default([]),
    countries: anyCountries,
    evidence: reasoned('Say what shows it: a certificate, years of work, an assessment'),
    assessedBy: z
      .string({ message: 'Enter who assessed it' })
      .trim()
      .min(2, 'Enter who assessed it')
      .max(200, 'This is too long'),
    assessedOn: z.iso.date('Enter the day of the assessment'),
  })
  .refine(({ principles, sectors, countries }) => principles.length + sectors.length + countries.length > 0, {
    path: ['principles'],
    message: 'Choose what the competence is in: a principle, a sector or a country',
  });
export type CompetenceForm = z.output<typeof competenceForm>;

export const languageForm = z.object({
  language: z
    .string({ message: 'Choose a language' })
    .refine((value) => languageCodes.includes(value), 'Choose a language'),
  level: z.enum(languageLevels, { message: 'Choose what it is good enough for' }),
  evidence: reasoned('Say how it is known: mother tongue, a certificate, an interview'),
});
export type LanguageForm = z.output<typeof languageForm>;

const elsewhere = 'Choose the audit, or say in a sentence which audit it was';

export const witnessForm = z
  .object({
    audit: z.uuid('Choose from the list').optional(),
    elsewhere: z.string().trim().max(1000, 'This is too long').default(''),
    witness: z
      .string({ message: 'Enter who watched' })
      .trim()
      .min(2, 'Enter who watched')
      .max(200, 'This is too long'),
    witnessedOn: z.iso.date('Enter the day'),
    outcome: z.enum(witnessOutcomes, { message: 'Choose the outcome' }),
    notes: reasoned('Say what was seen, in a sentence at least'),
  })
  .refine(({ audit, elsewhere: words }) => audit !== undefined || words.length >= 10, {
    path: ['elsewhere'],
    message: elsewhere,
  })
  .refine(({ audit, elsewhere: words }) => audit === undefined || words === '', {
    path: ['elsewhere'],
    message: 'Choose an audit of this body or describe another one, not both',
  });
export type WitnessForm = z.output<typeof witnessForm>;

export const askForm = z.object({
  level: z.enum(levels, { message: 'Choose what is asked for' }),
  request: reasoned('Say why this person is ready for it, in a sentence at least'),
});
export type AskForm = z.output<typeof askForm>;

export const grantForm = z
  .object({
    validFrom: z.iso.date('Enter the first day'),
    validUntil: z.iso.date('Enter the last day'),
    reasons: reasoned('Say what the approval rests on, in a sentence at least'),
  })
  .refine(({ validFrom, validUntil }) => validFrom <= validUntil, {
    path: ['validUntil'],
    message: 'The last day comes before the first: check both',
  });
export type GrantForm = z.output<typeof grantForm>;

export const reasonForm = z.object({
  reason: reasoned('Give the reason, in a sentence at least. The auditor and the body read it'),
});
export type ReasonForm = z.output<typeof reasonForm>;
