import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';
import { minorAmount } from '#app/platform/payments/money.ts';
import { countryCodes } from '#app/platform/places.ts';
import { currencyCodes } from '#app/questionnaire/lists.ts';

import { officerReasons, ownReasons, provisions, wagePeriods, type JobTerms } from './model.ts';

const words = (message: string, least: number, most: number) =>
  z.string({ message }).trim().min(least, message).max(most, 'This is too long');
const whole = (message: string, most: number) =>
  z.coerce.number({ message }).int(message).min(1, message).max(most, message);
const country = (message: string) =>
  z.string({ message }).refine((code) => countryCodes.includes(code), message);
const provision = z.enum(provisions, { message: 'Choose one' });
const enterAmount = 'Enter an amount above zero, such as 1,250';

/** What the pages send; `step` is the button that was pressed. */
const said = z.object({
  ...givenId,
  employer: words('Enter the name of the employer', 2, 200),
  employerLocal: z.string().trim().max(200, 'This is too long').optional(),
  occupation: words('Say what the work is', 2, 120),
  origin: country('Choose where workers come from'),
  country: country('Choose the country of the work'),
  city: words('Enter the town or district of the work', 1, 120),
  positions: whole('Enter how many workers are wanted, as a number', 100_000),
  wage: z.string({ message: enterAmount }),
  currency: z
    .string({ message: 'Choose the currency' })
    .refine((code) => currencyCodes.includes(code), 'Choose the currency'),
  wagePeriod: z.enum(wagePeriods, { message: 'Choose for how long the wage is' }),
  weeklyHours: whole('Enter the hours of a week before overtime, 84 at most', 84),
  contractMonths: whole('Enter how many months the contract lasts, 120 at most', 120),
  startsFrom: z.iso.date('Enter the first day on which work may begin'),
  startsUntil: z.iso.date('Enter the last day on which work begins'),
  closesOn: z.iso.date('Enter the last day on which workers may apply'),
  lodging: provision,
  lodgingAmount: z.string().optional(),
  food: provision,
  foodAmount: z.string().optional(),
  noCosts: z.literal('on', { message: 'Only jobs that cost the worker nothing are published' }),
  step: z.enum(['check', 'change', 'publish']).default('check'),
});
type Said = z.output<typeof said>;
export type JobFields = { [Name in keyof z.input<typeof said>]-?: string };

export const jobOrderForm = said.transform((form, issues) => {
  const wrong = (field: keyof Said, message: string) =>
    issues.addIssue({ code: 'custom', path: [field], message });
  const amount = (field: 'wage' | 'lodgingAmount' | 'foodAmount') => {
    const minor = minorAmount(form[field] ?? '', form.currency);
    if (minor === undefined) wrong(field, enterAmount);
    return minor ?? 0;
  };
  if (form.origin === form.country) wrong('country', 'Choose another country than workers come from');
  if (form.startsUntil < form.startsFrom) wrong('startsUntil', 'The last day is not before the first');
  const terms = termsOf(form, amount);
  const taken = (terms.lodgingMinor ?? 0) + (terms.foodMinor ?? 0);
  if (form.wagePeriod === 'month' && taken >= terms.wageMinor && terms.wageMinor > 0)
    wrong('lodgingAmount', 'More would be taken from the wage than there is of it');
  return { id: form.id, step: form.step, terms };
});

function termsOf(form: Said, amount: (field: 'wage' | 'lodgingAmount' | 'foodAmount') => number): JobTerms {
  const { employer, occupation, origin, country: to, city, positions } = form;
  const { currency, wagePeriod, weeklyHours, contractMonths, startsFrom, startsUntil, closesOn } = form;
  const { lodging, food } = form;
  return {
    ...{ employer, occupation, origin, country: to, city, positions, currency, wagePeriod },
    ...{ weeklyHours, contractMonths, startsFrom, startsUntil, closesOn, lodging, food },
    employerLocal: form.employerLocal || null,
    wageMinor: amount('wage'),
    lodgingMinor: lodging === 'deducted' ? amount('lodgingAmount') : null,
    foodMinor: food === 'deducted' ? amount('foodAmount') : null,
  };
}
export type JobOrderForm = Given<{ id: string; terms: JobTerms }>;

const longest = z.string().trim().max(2000, 'This is too long');

export const withdrawOwnForm = z.object({
  reason: z.enum(ownReasons, { message: 'Choose why' }),
  note: longest.optional(),
});
export const withdrawByOfficerForm = z.object({
  reason: z.enum(officerReasons, { message: 'Choose why' }),
  note: words('Give your reasons, 20 characters at least', 20, 2000),
});
export type WithdrawJobForm = z.output<typeof withdrawOwnForm> | z.output<typeof withdrawByOfficerForm>;
