import { z } from 'zod';

import { languageCodes } from '#app/platform/names/languages.ts';
import { questionTypes, type Question, type Words } from '#app/questionnaire/definition.ts';

const tooLong = 'This is too long';
const name = z
  .string({ message: 'Enter a name' })
  .trim()
  .max(64, tooLong)
  .regex(/^[a-z][a-z0-9_]*$/, 'A name begins with a small letter and has small letters, digits and _ only');
const condition = z.string().trim().max(2000, tooLong).optional();
const place = z.coerce.number({ message: 'Enter a place, such as 1' }).int().min(1).max(1000);
const revision = z.coerce.number({ message: 'Open the page again' }).int().min(1, 'Open the page again');

const text = z.string().trim().max(5000, tooLong).optional();

/** A text in each language of the questionnaire; those left empty are not in it. */
function said(languages: readonly string[]) {
  const others = languages.filter((language) => language !== 'en');
  return z.object({ en: text, ...Object.fromEntries(others.map((language) => [language, text])) });
}

type Said = Record<string, string | undefined>;

function wordsOf({ en, ...rest }: Said): Words | undefined {
  const others = Object.entries(rest).filter((each): each is [string, string] => Boolean(each[1]));
  return en ? { en, ...Object.fromEntries(others) } : undefined;
}

/** Must be there in English. */
const words = (languages: readonly string[], message: string) =>
  said(languages).transform((own, context): Words => {
    const found = wordsOf(own);
    if (found) return found;
    context.addIssue({ code: 'custom', path: ['en'], message });
    return z.NEVER;
  });

/** May be left out as a whole; what is said at all is said in English, too. */
const optionalWords = (languages: readonly string[]) =>
  said(languages)
    .optional()
    .transform((own, context): Words | undefined => {
      const found = wordsOf(own ?? {});
      if (found || Object.values(own ?? {}).every((each) => !each)) return found;
      context.addIssue({ code: 'custom', path: ['en'], message: 'English is always there' });
      return z.NEVER;
    });

export const sectionForm = (languages: readonly string[]) =>
  z.object({
    name,
    title: words(languages, 'Enter the title in English'),
    lead: optionalWords(languages),
    place,
    revision,
  });

export const titleForm = (languages: readonly string[]) =>
  z.object({
    title: words(languages, 'Enter the title in English'),
    languages: z
      .string({ message: 'Enter at least en' })
      .max(300, tooLong)
      .transform((typed) => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))])
      .refine((codes) => codes.length > 0 && codes.every((code) => languageCodes.includes(code)), {
        message: 'Enter codes of languages, such as en ne bn',
      }),
    revision,
  });

const kinds = ['email', 'phone', 'web'] as const;

/** As the fields of its page say it; conditions are checked with the whole draft, not here. */
export const questionForm = (languages: readonly string[]) =>
  z
    .object({
      name,
      type: z.enum(questionTypes, 'Choose a type'),
      label: words(languages, 'Enter the question in English'),
      hint: optionalWords(languages),
      noun: optionalWords(languages),
      list: z.string().trim().max(64, tooLong).optional(),
      must: z.enum(['no', 'yes', 'if'], 'Choose an answer'),
      mustIf: condition,
      relevant: condition,
      constraint: condition,
      message: optionalWords(languages),
      latin: z.string().trim().max(64, tooLong).optional(),
      kind: z.enum(kinds, 'Choose from the list').optional(),
      most: z.coerce
        .number('Enter a number')
        .positive('Enter a number above 0')
        .max(1e12, tooLong)
        .optional(),
      place,
      revision,
    })
    .transform((form, context) => {
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (form.must === 'if' && !form.mustIf) wrong('mustIf', 'Enter the condition');
      if (form.constraint && !form.message)
        wrong('constraint', 'Say below what is wrong where this does not hold');
      if (!form.constraint && form.message) wrong('constraint', 'Enter the check this message is for');
      return { question: { ...questionOf(form), place: form.place }, revision: form.revision };
    });

type QuestionSaid = {
  name: string;
  type: Question['type'];
  label: Words;
  hint: Words | undefined;
  noun: Words | undefined;
  list?: string | undefined;
  must: 'no' | 'yes' | 'if';
  mustIf?: string | undefined;
  relevant?: string | undefined;
  constraint?: string | undefined;
  message: Words | undefined;
  latin?: string | undefined;
  kind?: Question['kind'];
  most?: number | undefined;
};

function questionOf(form: QuestionSaid): Question {
  const { hint, noun, list, must, mustIf, relevant, constraint, message, latin, kind, most } = form;
  const required = must === 'yes' ? true : must === 'if' ? mustIf : undefined;
  return {
    name: form.name,
    type: form.type,
    label: form.label,
    ...(hint ? { hint } : {}),
    ...(list ? { list } : {}),
    ...(required ? { required } : {}),
    ...(relevant ? { relevant } : {}),
    ...(constraint && message ? { constraint: { that: constraint, message } } : {}),
    ...(latin ? { latin } : {}),
    ...(kind ? { kind } : {}),
    ...(noun ? { noun } : {}),
    ...(most === undefined ? {} : { most }),
  };
}

const code = z
  .string({ message: 'Enter a code' })
  .trim()
  .min(1, 'Enter a code')
  .max(100, tooLong)
  .regex(/^\S+$/, 'A code has no spaces');

/** Rows in which nothing stands say nothing. */
export const listForm = (languages: readonly string[]) =>
  z
    .object({
      name,
      codes: z
        .array(z.object({ code: code.optional(), label: optionalWords(languages) }))
        .max(200, 'A list has at most 200 codes here')
        .default([]),
      revision,
    })
    .transform(({ codes, ...form }, context) => {
      const seen = new Set<string>();
      const kept = codes.flatMap((each, at) => {
        if (each.code === undefined && each.label === undefined) return [];
        const wrong = (field: string, message: string) =>
          void context.addIssue({ code: 'custom', path: ['codes', at, ...field.split('.')], message });
        if (each.code === undefined) wrong('code', 'Enter a code');
        else if (seen.has(each.code)) wrong('code', 'This code is in the list already');
        if (!each.label) wrong('label.en', 'Enter the label in English');
        if (each.code === undefined || !each.label) return [];
        seen.add(each.code);
        return [{ code: each.code, label: each.label }];
      });
      return { list: { name: form.name, codes: kept }, revision: form.revision };
    });

/** A step that asks nothing but to be sure, of the draft as it was seen. */
export const stepForm = z.object({ revision });
