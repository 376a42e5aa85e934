import { z } from 'zod';

import { elements, type Answer, type Maturity } from './model.ts';

export const startForm = z.object({
  from: z.enum(['blank', 'last'], { message: 'Choose how to begin' }),
});
export type StartForm = z.infer<typeof startForm>;

/** `sent` tells a page with nothing ticked from no page at all. */
export const evidenceForm = z.object({
  sent: z.literal('yes', { message: 'Nothing was sent: open the page again' }),
  documents: z
    .array(z.uuid({ message: 'Choose documents from the list' }))
    .max(200)
    .default([]),
});
export type EvidenceForm = z.infer<typeof evidenceForm>;

const choice = z.enum(['0', '1', '2', '3', '4'], { message: 'Choose a step from 0 to 4' }).optional();
const maturity: Record<'0' | '1' | '2' | '3' | '4', Maturity> = { '0': 0, '1': 1, '2': 2, '3': 3, '4': 4 };
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep it under ${most.toLocaleString('en-GB')} characters`)
    .transform((typed) => typed.replaceAll('\r\n', '\n'))
    .optional();

const step = z.number().int().min(0).max(4).nullable();
const seenShape = z.tuple([step, step, step, step, step, z.string().nullable(), z.string().nullable()]);

/** What the author of an answer saw before: what they did not touch gives way to what others saved. */
const seenAnswer = z
  .string()
  .max(30_000)
  .transform((sent, context) => {
    try {
      return seenShape.parse(JSON.parse(sent));
    } catch {
      context.addIssue({ code: 'custom', message: 'This page was altered on its way: open it again' });
      return z.NEVER;
    }
  })
  .transform(
    ([policies, communication, skills, monitoring, improvement, notApplicableReason, comment]): Answer => ({
      scores: scoresOf([policies, communication, skills, monitoring, improvement]),
      notApplicableReason,
      comment,
    }),
  );

const indicatorForm = z
  .object({
    code: z.string().max(20),
    revision: z.coerce.number().int().min(0).max(1_000_000),
    seen: seenAnswer,
    policies: choice,
    communication: choice,
    skills: choice,
    monitoring: choice,
    improvement: choice,
    notApplicable: z.literal('on').optional(),
    reason: text(2000),
    comment: text(4000),
  })
  .superRefine(({ notApplicable, reason }, context) => {
    if (notApplicable && (reason ?? '').length < 10) {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'Say in a sentence why it does not apply to your agency',
      });
    }
  })
  .transform(({ code, revision, seen, notApplicable, reason, comment, ...chosen }) => ({
    code,
    revision,
    seen,
    answer: {
      scores: scoresOf(
        elements.map((element) => {
          const value = chosen[element];
          return notApplicable || value === undefined ? null : maturity[value];
        }),
      ),
      notApplicableReason: notApplicable ? (reason ?? null) : null,
      comment: comment || null,
    } satisfies Answer,
  }));

/** Indicators of one criterion; any of it may still be open. */
export const criterionForm = z.object({
  indicators: z
    .array(indicatorForm, { message: 'Nothing was sent: open the page again' })
    .min(1, 'Nothing was sent: open the page again')
    .max(40),
});
export type CriterionForm = z.output<typeof criterionForm>;
export type SentIndicator = CriterionForm['indicators'][number];

/** As the fields of the page send it. */
export type CriterionFields = {
  indicators: ({
    code: string;
    revision: string;
    seen: string;
    notApplicable: string;
    reason: string;
    comment: string;
  } & Record<(typeof elements)[number], string>)[];
};

function scoresOf(values: readonly (number | null)[]) {
  const at = (place: number): Maturity | null => {
    const value = values[place];
    return value === 0 || value === 1 || value === 2 || value === 3 || value === 4 ? value : null;
  };
  return {
    policies: at(0),
    communication: at(1),
    skills: at(2),
    monitoring: at(3),
    improvement: at(4),
  };
}
