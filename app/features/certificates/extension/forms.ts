import { z } from 'zod';

import { isSector } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';

import { words } from '../forms.ts';

const country = z.string().refine((code) => countryCodes.includes(code), 'Choose from the list');

const corridor = z
  .object({ from: country.optional(), to: country.optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'Choose both countries, or neither',
  })
  .refine(({ from, to }) => from === undefined || from !== to, {
    path: ['to'],
    message: 'A corridor leads from one country to another',
  });

/** What shall be added; an empty row of the list asks for nothing. */
export const askForm = z.object({
  corridors: z
    .array(corridor)
    .max(50, 'Ask for at most 50 at once')
    .default([])
    .transform((rows) => rows.flatMap(({ from, to }) => (from && to ? [`${from}-${to}`] : []))),
  sectors: z.array(z.string().refine(isSector, 'Choose from the list')).default([]),
  offices: z
    .string()
    .max(2000, 'This is too long')
    .default('')
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  grounds: words('Say why, and what has been set up for it'),
});
export type AskForm = z.output<typeof askForm>;

export const answerForm = z
  .object({
    outcome: z.enum(['extended', 'audit_needed', 'refused'], { message: 'Choose an answer' }),
    answer: words('Give the reasons'),
    /** By when the audit has to be done. */
    dueOn: z.iso.date('Enter the last day of the audit').optional(),
  })
  .transform(({ outcome, dueOn, ...form }, context) => {
    if (outcome !== 'audit_needed') return { ...form, outcome };
    if (dueOn !== undefined) return { ...form, outcome, dueOn };
    context.addIssue({ code: 'custom', path: ['dueOn'], message: 'Enter the last day of the audit' });
    return z.NEVER;
  });
export type AnswerForm = z.output<typeof answerForm>;
