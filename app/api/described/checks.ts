import { z } from 'zod';

import { standings } from '#app/features/certificates/model.ts';
import { itemFields, itemFormOn } from '#app/features/register/verifications/forms.ts';
import { absences, matchedOns, mostItems } from '#app/features/register/verifications/model.ts';
import { watchBody } from '#app/features/watching/forms.ts';

/** What programs send and are answered about lists and watches; closed where we answer, and as the forms read it where they send. */
const text = z.string();
const code = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2');

const candidate = {
  ...{ registrationNumber: text, name: text, nameLocal: text.nullable(), country: code },
  standing: z.strictObject({
    status: z.enum(standings),
    since: text,
    reasonClass: text.nullable().describe('A class, never a story'),
  }),
  match: z.strictObject({
    score: z.number().describe('1 for the very name or number, less the less it is alike'),
    on: z.enum(matchedOns),
  }),
};
const asked = {
  ref: text.nullable().describe('As it was sent'),
  asOf: z.iso.date().optional().describe('Only where a day was asked for'),
};

export const verificationShape = z.strictObject({
  id: text.nullable().describe('Of the receipt; null where none was asked for'),
  checkedAt: z.iso.datetime(),
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.strictObject({ ...asked, outcome: z.literal('match'), ...candidate }),
      z.strictObject({
        ...{ ...asked, outcome: z.literal('ambiguous') },
        candidates: z.array(z.strictObject(candidate)).describe('For somebody to choose among'),
      }),
      z.strictObject({
        ...{ ...asked, outcome: z.literal('no_match') },
        reason: z
          .enum(absences)
          .describe(
            'Nobody ever heard of it, it was taken off the register, or it was not on it by that day',
          ),
      }),
    ]),
  ),
  receiptUrl: z.url().nullable(),
});

/** What an item is does not change with the day; which days it may name does, and is said in words. */
const itemForm = itemFormOn('9999-12-31');

export const listSent = z.union([
  z.strictObject({ items: z.array(itemForm).min(1).max(mostItems) }),
  z.array(itemForm).min(1).max(mostItems),
]);
export const csvSent = z
  .string()
  .describe(
    `UTF-8, UTF-16 or Windows-1252. The first row names the columns: ${itemFields.join(', ')}; others are passed over`,
  );
export const watchSent = watchBody;

const watched = { id: z.uuid(), since: z.iso.datetime() };
const watchShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...watched, kind: z.literal('recruiter'), registrationNumber: text }),
  z.strictObject({
    ...{ ...watched, kind: z.literal('corridor') },
    corridor: z.strictObject({ origin: code, destination: code }),
  }),
  z.strictObject({ ...watched, kind: z.literal('list'), name: text, recruiters: z.int() }),
]);
export const watchesShape = z.strictObject({
  data: z.array(watchShape),
  next: text.nullable().describe('The cursor of the page after'),
});
export const watchMade = z.strictObject({
  id: z.uuid(),
  again: z.boolean().describe('It was watched already'),
  unknown: z.array(text).optional().describe('Of a list: numbers that are on no register'),
});
export const watchEnded = z.strictObject({ id: z.uuid(), ended: z.literal(true) });

/** Of its own specification: here only what every one of them has (W3C Verifiable Credentials 2.0). */
export const credentialShape = z.looseObject({
  '@context': z.array(z.unknown()),
  type: z.array(text),
  issuer: z.union([text, z.looseObject({ id: text })]),
  validFrom: z.iso.datetime({ offset: true }),
  credentialSubject: z.unknown(),
  proof: z.looseObject({ type: text, cryptosuite: text, proofValue: text }).optional(),
});
export const didShape = z.looseObject({
  id: text,
  verificationMethod: z.array(z.looseObject({ id: text, type: text, controller: text })),
});
