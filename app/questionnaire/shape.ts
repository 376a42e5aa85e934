import { z } from 'zod';

import { houseLists, questionTypes, type Questionnaire } from './definition.ts';
import { faultsOf } from './checking/faults.ts';

const name = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9_]*$/, 'A name begins with a small letter and has small letters, digits and _ only');
const words = z
  .object({ en: z.string().trim().min(1, 'English is always there') })
  .catchall(z.string().trim().min(1));
const expression = z.string().min(1).max(2000);

const asked = {
  name,
  type: z.enum(questionTypes),
  label: words,
  hint: words.optional(),
  list: z.string().optional(),
  required: z.union([z.literal(true), expression]).optional(),
  relevant: expression.optional(),
  constraint: z.object({ that: expression, message: words }).optional(),
  latin: name.optional(),
  kind: z.enum(['email', 'phone', 'web']).optional(),
  noun: words.optional(),
  most: z.number().positive().optional(),
};
const column = z.object({ ...asked, type: z.enum(questionTypes, 'Rows hold no rows').exclude(['rows']) });
const code = z.string().min(1).max(100).regex(/^\S+$/, 'A code has no spaces');
const list = z.object({
  name: name.refine((own) => !houseLists.some((each) => each === own), 'The house has a list of that name'),
  codes: z.array(z.object({ code, label: words })),
});

/** `least`: how many parts a part must have: one where it is asked, none while it is being written. */
function shapeOf(least: 0 | 1) {
  const question = z.object({ ...asked, columns: z.array(column).min(least).max(60).optional() });
  const section = z.object({
    name,
    title: words,
    lead: words.optional(),
    questions: z.array(question).min(least).max(300),
  });
  return z.object({
    id: z.string().max(100),
    name: z.string().regex(/^[a-z][a-z0-9_-]*$/, 'A name has small letters, digits, _ and - only'),
    version: z.number().int().positive(),
    title: words,
    languages: z.array(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)).min(1),
    lists: z.array(list.extend({ codes: list.shape.codes.min(least) })),
    sections: z.array(section).min(least),
  });
}

/** A questionnaire while it is written: well formed, but it may lead nowhere yet (`faultsFound`). */
export const draftShape: z.ZodType<Questionnaire> = shapeOf(0);

/** A questionnaire that can be asked: every name, list and condition leads somewhere. */
export const questionnaireShape: z.ZodType<Questionnaire> = shapeOf(1).superRefine(
  (questionnaire, context) => {
    for (const message of faultsOf(questionnaire)) context.addIssue({ code: 'custom', message });
  },
);
