import { z } from 'zod';

const atLeast = (field: z.ZodString, least: number, message: string) =>
  field.trim().min(least, message).max(5000, 'This is too long');

export const declareForm = z.object({
  conflicted: z.enum(['no', 'yes'], { message: 'Choose one' }).transform((answer) => answer === 'yes'),
  reason: atLeast(
    z.string({ message: 'Say what you looked at' }),
    10,
    'Say what you looked at in at least 10 characters',
  ),
});
export type DeclareForm = z.output<typeof declareForm>;

/** One line of the checklist; a gap says what is missing, for the applicant reads it. */
export const checkForm = z
  .object({
    state: z.enum(['in_order', 'gap'], { message: 'Choose one' }),
    note: z.string().trim().max(2000, 'This is too long').default(''),
    version: z.number().int().min(1),
  })
  .refine(({ state, note }) => state !== 'gap' || note.length >= 10, {
    path: ['note'],
    message: 'Say what is missing in at least 10 characters',
  });
export type CheckForm = z.output<typeof checkForm>;
export type CheckFields = z.input<typeof checkForm>;

export const assignForm = z.object({ accountId: z.uuid('Choose somebody') });
export type AssignForm = z.output<typeof assignForm>;
