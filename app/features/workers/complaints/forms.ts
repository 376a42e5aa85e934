import { z } from 'zod';

import { isFeeCategory } from '#app/questionnaire/fee-categories.ts';

import {
  complainants,
  consentParties,
  issueCodes,
  outcomesWanted,
  workerStages,
  type ComplaintSection,
} from './model.ts';

/** Characters of one text: a long evening's writing, and no more than a form may hold. */
export const mostText = 8000;
const line = z.string().trim().max(300, 'too_long').default('');
const text = z.string().trim().max(mostText, 'too_long');
const ticked = z
  .literal('on')
  .optional()
  .transform((said) => said === 'on');
/** A form has nothing, one thing or a list under a name. */
const asList = (said: unknown): unknown[] =>
  said === undefined ? [] : Array.isArray(said) ? said.map((each: unknown) => each) : [said];
const choices = <T extends readonly string[]>(codes: T) =>
  z.preprocess(asList, z.array(z.enum(codes)).max(codes.length));

/** The first page: what happened, to whom it is laid, and whether somebody is in danger. `id`: drawn by the page that asks. */
export const reportForm = z.object({
  id: z.uuid(),
  happened: text.min(1, 'empty').default(''),
  whom: line,
  danger: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((said) => said === 'yes'),
  child: ticked,
});
export type ReportForm = z.output<typeof reportForm>;

export const returnForm = z.object({
  number: z.string().max(40).default(''),
  code: z.string().max(80).default(''),
});

export const messageForm = z.object({ text: text.min(1, 'empty').default('') });

const payments = 5;
const each = <S extends z.ZodType>(schema: S) => z.array(schema).length(payments);
const columns = (form: Record<string, unknown>, name: string) =>
  Array.from({ length: payments }, (_, at) => form[`${name}${at}`] ?? '');

const payment = z
  .object({
    category: z.union([z.literal(''), z.string().refine(isFeeCategory)]).catch(''),
    amount: line,
    currency: z.string().trim().toUpperCase().max(20).default(''),
    to: line,
  })
  .partial();

/** What somebody may tell beyond the first page: a form for each section, all of it optional. */
export const sectionForms = {
  about_you: z.object({
    complainant: z.enum(complainants).optional(),
    stage: z.enum(workerStages).optional(),
    others: z.string().trim().max(20).default(''),
  }),
  what_was_done: z.object({ issues: choices(issueCodes), elsewhere: line }),
  payments: z.preprocess(
    (form) => {
      const said = z.record(z.string(), z.unknown()).parse(form);
      const [category, amount, currency, to] = ['category', 'amount', 'currency', 'to'].map((name) =>
        columns(said, name),
      );
      return {
        lines: Array.from({ length: payments }, (_, at) => ({
          ...{ category: category?.[at], amount: amount?.[at] },
          ...{ currency: currency?.[at], to: to?.[at] },
        })),
      };
    },
    z.object({ lines: each(payment) }),
  ),
  where: z.object({
    ...{ agent: line, employer: line, place: line },
    ...{ from: line, to: line, when: line },
  }),
  outcome: z.object({ wanted: choices(outcomesWanted), other: line }),
  contact: z.object({ how: line, when: line, words: line }),
  consents: z.object({ parties: choices(consentParties) }),
} as const satisfies Record<Exclude<ComplaintSection, 'files'>, z.ZodType>;

export type WrittenSection = keyof typeof sectionForms;
export const isWrittenSection = (section: string): section is WrittenSection =>
  Object.hasOwn(sectionForms, section);
export type SectionSaid = { [S in WrittenSection]: z.output<(typeof sectionForms)[S]> };
/** A section and what was told of it so far. */
export type SectionShown = {
  [S in WrittenSection]: { section: S; said: SectionSaid[S] | undefined };
}[WrittenSection];
export { payments as paymentLines };
