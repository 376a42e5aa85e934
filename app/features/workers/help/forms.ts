import { z } from 'zod';

import { languageCodes, languageName } from '#app/platform/names/languages.ts';
import { readPhone } from '#app/platform/names/phone.ts';
import { countryCodes, countryName } from '#app/platform/places.ts';

import { mostPhones, topics, type Contents } from './model.ts';

const tooLong = 'This is too long';
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, tooLong)
    .default('')
    .transform((text) => text || null);
const revision = z.number({ message: 'Open the page again' }).int().min(1, 'Open the page again');

/** The page it was read from, or what the document is called. */
const source = z
  .string({ message: 'Say where it was checked: a page, or a document' })
  .trim()
  .min(3, 'Say where it was checked: a page, or a document')
  .max(300, tooLong)
  .refine(
    (text) => !/^[a-z]+:\/\//i.test(text) || /^https:\/\/[!-~]+$/.test(text),
    'A page begins with https:// and has no spaces. Anything else is written as the name of a document',
  );

const said = z.object({
  name: z.string({ message: 'Enter the name' }).trim().min(2, 'Enter the name').max(200, tooLong),
  nameLocal: optional(200),
  country: z
    .string({ message: 'Choose a country' })
    .refine((code) => countryCodes.includes(code), 'Choose a country'),
  topics: z.array(z.enum(topics, 'Choose from the list')).default([]),
  languages: z.string({ message: 'Enter the languages that are spoken there' }).max(1000, tooLong),
  phones: z.string().max(500, tooLong).default(''),
  url: z.string().trim().max(300, tooLong).default(''),
  address: optional(500).refine((text) => text === null || text.length >= 3, 'Enter the whole address'),
  hours: optional(200),
  free: z.enum(['yes', 'no'], 'Say whether it costs anything'),
  source,
});

type Said = z.output<typeof said>;
type Wrong = (field: keyof Said, message: string) => void;

const parts = (typed: string, between: RegExp) =>
  typed
    .split(between)
    .map((each) => each.trim())
    .filter(Boolean);
const quoted = (typed: string) => `“${typed.slice(0, 40).replace(/\p{C}/gu, ' ')}”`;

/** A language by its code or its English name. */
const languageOf = (typed: string) =>
  languageCodes.find((code) => code.toLowerCase() === typed.toLowerCase()) ??
  languageCodes.find((code) => languageName(code).toLowerCase() === typed.toLowerCase());

function languagesIn(typed: string, wrong: Wrong) {
  const named = parts(typed, /[,;\n]/);
  if (named.length === 0 || named.length > 40)
    wrong('languages', 'Enter the languages that are spoken there');
  return onceEach(
    named.flatMap((each) => {
      const code = languageOf(each);
      if (!code) wrong('languages', `We know no language called ${quoted(each)}`);
      return code ? [code] : [];
    }),
  );
}

function phonesIn(typed: string, country: string, wrong: Wrong) {
  const named = parts(typed, /[\n;,/،]+/);
  if (named.length > mostPhones) wrong('phones', `Enter at most ${mostPhones} phone numbers`);
  return onceEach(
    named.flatMap((each) => {
      const phone = readPhone(each, country);
      if (!phone) wrong('phones', `${quoted(each)} is no phone number of ${countryName(country)}`);
      return phone ? [phone] : [];
    }),
  );
}

/** As browsers read it, so that the page we show is the page that opens. */
function addressIn(typed: string, wrong: Wrong) {
  if (!typed) return null;
  const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  const named = url && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname) && !url.port && !url.username;
  if (url?.protocol === 'https:' && named && url.href.length <= 300) return url.href;
  wrong('url', `${quoted(typed)} is no web address that begins with https`);
  return null;
}

const onceEach = <T>(all: readonly T[]) => [...new Set(all)];

function contentsOf(form: Said, wrong: Wrong): Contents {
  const contents = {
    ...form,
    topics: onceEach(form.topics),
    languages: languagesIn(form.languages, wrong),
    phones: phonesIn(form.phones, form.country, wrong),
    url: addressIn(form.url, wrong),
    free: form.free === 'yes',
  };
  if (contents.topics.length === 0) wrong('topics', 'Choose what they help with');
  if (!form.phones && !form.url && !contents.address)
    wrong('phones', 'Enter a way to reach them: a number, a page or an address');
  return contents;
}

type Context = { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void };
const wrongIn =
  (context: Context): Wrong =>
  (field, message) =>
    context.addIssue({ code: 'custom', path: [field], message });

export const listForm = said
  .extend({ example: z.literal('on').optional() })
  .transform(({ example, ...form }, context) => ({
    ...contentsOf(form, wrongIn(context)),
    demonstration: example === 'on',
  }));
export type ListForm = z.output<typeof listForm>;

export const changeForm = said.extend({ revision }).transform(({ revision: seen, ...form }, context) => ({
  ...contentsOf(form, wrongIn(context)),
  revision: seen,
}));
export type ChangeForm = z.output<typeof changeForm>;

export const checkForm = z.object({ source, revision });
export type CheckForm = z.output<typeof checkForm>;

const why = 'Say why, in a sentence at least';
export const withdrawForm = z.object({
  reason: z.string({ message: why }).trim().min(10, why).max(5000, tooLong),
});
export type WithdrawForm = z.output<typeof withdrawForm>;
