import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import { anotherOne, givenId, type Given } from '#app/platform/once.ts';

import { gradingField } from './grading/forms.ts';
import { requirementFields, whatIsMissing } from './requirement/forms.ts';

const text = (message: string) =>
  z.string({ message }).trim().min(10, message).max(10_000, 'This is too long: 10,000 characters at most');

/** The round the answering person read: nobody answers one they did not see. */
const seen = { round: z.coerce.number().int().min(1) };

/** Said where the grade would hide what was suffered. */
const harmIsGraded = 'Workers were harmed: such a finding is no observation. Choose a graver grade';

export const raiseForm = z
  .object({
    ...givenId,
    ...anotherOne,
    grade: z.enum(grades, { message: 'Choose a grade' }),
    statement: text('State what does not conform, 10 characters at least'),
    evidence: text('Say what you saw or heard, 10 characters at least'),
    ...gradingField,
    ...requirementFields,
  })
  .superRefine((form, context) => {
    if (form.grade === 'observation' && form.harm)
      context.addIssue({ code: 'custom', path: ['harm'], message: harmIsGraded });
    whatIsMissing(form, (field, message) => context.addIssue({ code: 'custom', path: [field], message }));
  });
export type RaiseForm = Given<z.output<typeof raiseForm>>;

export const correctiveActionForm = z.object({
  rootCause: text('Say why it happened, 10 characters at least'),
  correction: text('Say how you put it right for those affected, 10 characters at least'),
  correctiveAction: text('Say what you change so that the cause is gone, 10 characters at least'),
  preventiveAction: text('Say how you keep it from happening elsewhere, 10 characters at least'),
  /** The rule asks for it where workers were harmed; elsewhere there is nothing to make good. */
  remedyToWorkers: z
    .string()
    .trim()
    .max(10_000, 'This is too long: 10,000 characters at most')
    .refine(
      (words) => words === '' || words.length >= 20,
      'Say what is owed, to whom and how they are asked, 20 characters at least',
    )
    .default(''),
  owner: z
    .string({ message: 'Name who is responsible' })
    .trim()
    .min(2, 'Name who is responsible')
    .max(200, 'This name is too long'),
  targetOn: z.iso.date('Enter the day by which it is done'),
});
export type CorrectiveActionForm = z.output<typeof correctiveActionForm>;

export const acceptPlanForm = z.object(seen);
export type AcceptPlanForm = z.output<typeof acceptPlanForm>;

/** Sends a plan back, or says why evidence is not enough. */
export const rejectForm = z.object({ ...seen, reason: text('Give your reason, 10 characters at least') });
export type RejectForm = z.output<typeof rejectForm>;

export const evidenceForm = z.object({
  description: text('Say what was done and what shows it, 10 characters at least'),
});
export type EvidenceForm = z.output<typeof evidenceForm>;
