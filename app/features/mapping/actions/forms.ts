import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';

import { indicators } from '../risk/model.ts';
import { states } from './model.ts';
import { trainingModules } from './suggestions.ts';

export const words = (message: string) =>
  z.string({ message }).trim().min(10, message).max(2000, 'This is too long: 2,000 characters at most');

const risk = z.coerce
  .number({ message: 'Enter a number from 0 to 100' })
  .min(0, 'Enter a number from 0 to 100')
  .max(100, 'Enter a number from 0 to 100')
  .optional();

const modules = new Set(trainingModules.map(({ code }) => code));

const owned = {
  /** A colleague's account; or a name where the person has none here. */
  owner: z.uuid('Choose a colleague from the list').optional(),
  ownerName: z.string().trim().max(100, 'This name is too long: 100 characters at most').optional(),
  dueOn: z.iso.date('Enter the day by which it is done'),
};

type Owned = { owner?: string | undefined; ownerName?: string | undefined };

const oneOwner = (form: Owned, issues: z.core.$RefinementCtx) => {
  if (Boolean(form.owner) === Boolean(form.ownerName))
    issues.addIssue({
      code: 'custom',
      path: ['owner'],
      message: 'Choose a colleague, or write who does it: one of the two',
    });
};

export const actionForm = z
  .object({
    ...givenId,
    party: z.uuid('Choose a party from the list').optional(),
    indicator: z.enum(indicators, { message: 'Choose an indicator from the list' }).optional(),
    what: words('Say what is done, 10 characters at least'),
    module: z
      .string()
      .refine((code) => modules.has(code), 'Choose a module from the list')
      .optional(),
    ...owned,
    risk,
    riskWhy: words('Say how you judged the risk, 10 characters at least').optional(),
  })
  .superRefine(oneOwner);
export type ActionForm = Given<z.output<typeof actionForm>>;
export type ActionFields = z.input<typeof actionForm>;

export const stepForm = z.object({
  to: z.enum(states, { message: 'Choose where it stands now' }),
  note: words('Say what was done and what shows it, 10 characters at least'),
  risk,
  riskWhy: words('Say how you judged the risk, 10 characters at least').optional(),
});
export type StepForm = z.output<typeof stepForm>;

export const evidenceForm = z.object({ note: words('Say what this shows, 10 characters at least') });
export type EvidenceForm = z.output<typeof evidenceForm>;

export const changeForm = z
  .object({ ...owned, note: words('Say why it changes, 10 characters at least') })
  .superRefine(oneOwner);
export type ChangeForm = z.output<typeof changeForm>;
