import { z } from 'zod';

import { readPhone } from '#app/platform/names/phone.ts';
import { countryCodes, countryName } from '#app/platform/places.ts';

import { forms, kinds, mostPhones, type Details } from './model.ts';

const tooLong = 'This is too long';
const words = (message: string, most = 300) =>
  z.string({ message }).trim().min(1, message).max(most, tooLong);
/** Nothing but spaces is nothing. */
const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most, tooLong)
    .transform((text) => text || undefined)
    .optional();

/** What somebody says of a partner, by hand or in a row of a list. */
const said = z.object({
  kind: z.enum(kinds, { message: 'Choose what kind of partner this is' }),
  form: z.enum(forms, { message: 'Choose registered business or individual person' }),
  name: words('Enter the name'),
  nameLocal: maybe(300),
  country: z
    .string({ message: 'Choose a country' })
    .refine((code) => countryCodes.includes(code), 'Choose a country'),
  place: words('Enter the town or district'),
  registrationNumber: maybe(100),
  since: z.iso.date('Enter a whole date, or leave it empty').optional(),
  contact: maybe(300),
  phones: z.string().max(1000, tooLong).default(''),
  parentId: z.uuid('Choose an agency of the list').optional(),
  note: maybe(5000),
});
type Said = z.output<typeof said>;

/** One number a line; in lists also with a semicolon between them. Slashes and commas stand between numbers, too. */
const numbersIn = (text: string) =>
  text
    .split(/[\n;,/،]+/)
    .map((each) => each.trim())
    .filter(Boolean);

function detailsOf(partner: Said, context: z.RefinementCtx): Details {
  const wrong = (field: keyof Said, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  const { kind, form, country, registrationNumber, parentId } = partner;
  const typed = numbersIn(partner.phones);
  const phones = typed.flatMap((each) => {
    const phone = readPhone(each, country);
    if (!phone) wrong('phones', `“${each.slice(0, 40)}” is no phone number of ${countryName(country)}`);
    return phone ? [phone] : [];
  });
  if (typed.length > mostPhones) wrong('phones', `Enter at most ${mostPhones} phone numbers`);
  if (kind === 'partner_agency' && form === 'individual')
    wrong('form', 'A partner agency is a registered business');
  if (form === 'registered' && (kind === 'sub_agent' || kind === 'partner_agency') && !registrationNumber)
    wrong('registrationNumber', 'Enter the registration or licence number');
  if (parentId && kind !== 'sub_agent') wrong('parentId', 'Only a sub-agent works under a partner agency');
  return {
    ...{ kind, form, country, name: partner.name, place: partner.place },
    nameLocal: partner.nameLocal ?? null,
    registrationNumber: registrationNumber ?? null,
    since: partner.since ?? null,
    contact: partner.contact ?? null,
    note: partner.note ?? null,
    phones: [...new Set(phones)],
    parentId: parentId ?? null,
  };
}

export const detailsForm = said.transform(detailsOf);

const anyway = { anyway: z.literal('yes').optional() };

export const addForm = said.extend(anyway).transform((form, context) => ({
  details: detailsOf(form, context),
  anyway: form.anyway === 'yes',
}));
export type AddForm = z.output<typeof addForm>;

/** `revision`: the one the person saw, so that nobody overwrites what they did not see. */
export const changeForm = said
  .extend({ ...anyway, revision: z.number({ message: 'Open the page again' }).int().min(1) })
  .transform((form, context) => ({
    details: detailsOf(form, context),
    anyway: form.anyway === 'yes',
    revision: form.revision,
  }));
export type ChangeForm = z.output<typeof changeForm>;

export const authoriseForm = z.object({
  phones: z
    .array(z.string().regex(/^\+[1-9]\d{6,14}$/, 'Choose numbers of the list'))
    .min(1, 'Choose at least one number')
    .max(mostPhones, 'Choose fewer numbers'),
});
export type AuthoriseForm = z.output<typeof authoriseForm>;

export const endForm = z.object({ endedOn: z.iso.date('Enter the day on which the work with it ended') });
export type EndForm = z.output<typeof endForm>;

export const takeForm = z.object({
  duplicates: z.enum(['skip', 'add'], { message: 'Choose what to do with those you seem to have' }),
});
export type TakeForm = z.output<typeof takeForm>;
