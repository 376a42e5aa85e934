import { z } from 'zod';

import { mostText } from '../complaints/forms.ts';
import { addressees, outcomes, type DeskStep } from './model.ts';
import { leastReasons } from './rules.ts';

const tooLong = 'This is too long';
const text = (empty: string) => z.string({ message: empty }).trim().min(1, empty).max(mostText, tooLong);
const why = 'Say why, in a sentence at least';
const reasons = z.string({ message: why }).trim().min(leastReasons, why).max(5000, tooLong);
const ticked = z
  .literal('on')
  .optional()
  .transform((said) => said === 'on');
const chosen = <T extends readonly [string, ...string[]]>(of: T) => z.enum(of, 'Choose one');

export const answerForm = z.object({ text: text('Write to the reporter first') });

export const noteForm = z.object({ text: text('Write a note first') });

export const translationForm = z.object({ text: text('Write what it says, in English') });

const whyOpen = 'Say in twenty characters or more why you must open it';
export const askForm = z.object({
  reason: z.string({ message: whyOpen }).trim().min(20, whyOpen).max(2000, tooLong),
});
export const accessForm = z.object({ answer: chosen(['grant', 'refuse']) });

export const handOverForm = z.object({ to: z.uuid('Choose a colleague'), reasons });
export type HandOverForm = z.output<typeof handOverForm>;

export const recruiterForm = z.object({
  registrationNumber: z
    .string({ message: 'Enter the registration number' })
    .trim()
    .toUpperCase()
    .min(3, 'Enter the registration number')
    .max(40, tooLong),
});

export const flagsForm = z.object({ danger: ticked, child: ticked, reprisal: ticked, reasons });
export type FlagsForm = z.output<typeof flagsForm>;

const number = 'Enter the number of the other case: four digits, a dash, four digits';
export const linkForm = z.object({
  number: z
    .string({ message: number })
    .trim()
    .regex(/^\d{4}-\d{4}$/, number),
  reason: z
    .string({ message: 'Say why they belong together' })
    .trim()
    .min(3, 'Say why they belong together')
    .max(500, tooLong),
});
export type LinkForm = z.output<typeof linkForm>;

const summary = 'Write what they are to know';

/** A step as its form has it: what it is called, and why it is taken. */
const step = <T extends DeskStep, S extends z.ZodRawShape>(name: T, asked: S) =>
  z.object({ step: z.literal(name).default(name), ...asked, reasons });

/** What each step asks. */
export const stepForms = {
  safety_triage: step('safety_triage', { danger: ticked, child: ticked }),
  acknowledged: step('acknowledged', { answer: text('Write to the reporter first') }),
  admissibility: step('admissibility', {}),
  routed: step('routed', {
    to: chosen(addressees),
    byNecessity: ticked,
    disclosure: z.string().trim().max(mostText, tooLong).default(''),
  }).refine(({ to, disclosure }) => to === 'scheme' || disclosure.length >= leastReasons, {
    path: ['disclosure'],
    message: summary,
  }),
  investigating: step('investigating', {}),
  finding: step('finding', {
    outcome: chosen(outcomes),
    severe: z.enum(['yes', 'no'], 'Say whether it is severe').transform((said) => said === 'yes'),
    whyLighter: z.string().trim().max(5000, tooLong).default(''),
    answer: text('Tell the reporter what was found'),
  }),
  remedy_agreed: step('remedy_agreed', { answer: text('Tell the reporter what was agreed') }),
  remedy_delivered: step('remedy_delivered', { answer: text('Tell the reporter what is said to have come') }),
  closed: step('closed', { answer: text('Tell the reporter that it ends, and why') }),
  inadmissible: step('inadmissible', { answer: text('Tell the reporter why, and who else can help') }),
} as const;
export type StepSaid = z.output<(typeof stepForms)[DeskStep]>;

export const responseForm = z.object({ text: text('Write your answer first') });
