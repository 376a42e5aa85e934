import { z } from 'zod';

import { inLatinDigits } from '#app/questionnaire/reading/answer.ts';

import { markLanguageCodes } from '../../register/marks/model.ts';
import { mostLanguages } from './model.ts';

const codes: readonly string[] = markLanguageCodes;

/** Conform reads one ticked box as a text, and several as a list. */
const ticked = z.preprocess(
  (sent) => (typeof sent === 'string' ? [sent] : (sent ?? [])),
  z.array(z.string().refine((code) => codes.includes(code), { message: 'Choose from the list' })),
);

export const posterForm = z.object({
  languages: ticked.pipe(
    z
      .array(z.string())
      .min(1, 'Choose at least one language')
      .max(mostLanguages, `A poster speaks ${mostLanguages} languages at most: make a second one`),
  ),
});
export type PosterForm = z.output<typeof posterForm>;

/** What goes along with every page of the questions. */
export const sentForm = z.object({
  id: z.uuid(),
  version: z.string().regex(/^mapping_worker-\d{1,6}$/),
  page: z.coerce.number().int().min(0).max(40),
  go: z.enum(['next', 'back', 'send']),
});

/** Digits of any script, with or without gaps, as somebody reads them from a wall. */
export const codeTyped = (typed: string) => {
  const code = inLatinDigits(typed).replace(/\D/g, '');
  return code.length === 12 ? code : undefined;
};
