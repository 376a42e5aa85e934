import { z } from 'zod';

import { reasonNames, standings } from '#app/features/certificates/model.ts';

import { problems } from '../problem.ts';

/** What the API answers, closed: what is not described here is not answered. Tests hold every answer against it. */
const day = z.iso.date();
const text = z.string();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2');
const reasonClass = z.literal(Object.keys(reasonNames)).nullable().describe('A class, never a story');
const status = z.enum(standings);

const standing = z.strictObject({
  status,
  since: z.union([day, z.iso.datetime()]).describe('A moment where one is known, else a day'),
  reasonClass,
});
const corridor = z.strictObject({ origin: country, destination: country });
const certificateShape = z.strictObject({
  ...{ number: text, validFrom: day, validUntil: day },
  standard: z.strictObject({ id: text, version: text }),
  scope: z.strictObject({
    corridors: z.array(corridor),
    sectors: z.array(text.describe('ISIC Rev. 4 section')),
  }),
  auditBody: text,
  lastAudit: z
    .strictObject({ type: z.enum(['stage2', 'surveillance', 'recertification']), endedOn: day })
    .nullable(),
  nextAudit: z
    .strictObject({ from: day, until: day })
    .nullable()
    .describe('A window: its days are not published'),
});
const licence = z.strictObject({
  ...{ authority: text, number: text, validUntil: day, status: z.enum(['declared', 'ended']) },
});

const contact = z.strictObject({
  phones: z.array(text.describe('E.164')),
  website: z.url().nullable(),
  email: text.nullable(),
  social: z.array(z.url()).describe('Its own pages in social networks'),
});

export const recruiterShape = z.strictObject({
  ...{
    registrationNumber: text,
    name: text,
    nameLocal: text.nullable(),
    tradingNames: z.array(text),
    country,
  },
  ...{ licences: z.array(licence), standing, certificate: certificateShape.nullable(), url: z.url() },
  contact: contact
    .nullable()
    .optional()
    .describe('What it publishes as its own, null where nothing; left out where a day was asked for'),
  asOf: day.optional().describe('Only where a day was asked for'),
  asToday: z
    .array(z.enum(['name', 'nameLocal', 'tradingNames', 'licences']))
    .optional()
    .describe('Told as they are today: none are kept of that day'),
});
export const recruitersShape = z.strictObject({
  data: z.array(
    recruiterShape.extend({
      match: z
        .strictObject({ score: z.number(), on: text, text })
        .optional()
        .describe('Where a name or number was asked for: what it matched on, 1 for the very same'),
    }),
  ),
  next: text.nullable().describe('The cursor of the page after'),
  asOf: z.iso.datetime(),
});
export const historyShape = z.strictObject({
  data: z.array(z.strictObject({ at: z.iso.datetime(), status, reasonClass })),
});
export const certificateAnswer = z.strictObject({
  ...{ number: text, status: standing, replacedBy: text.nullable() },
  certificate: certificateShape.nullable().describe('Only where it is the one that counts'),
  recruiter: recruiterShape,
  verifyUrl: z.url(),
});
const label = z.strictObject({
  code: text,
  labels: z.record(z.string(), text).describe('By language, BCP 47'),
});
export const enumerationsShape = z.strictObject({
  data: z.array(z.strictObject({ name: text, codes: z.array(label) })),
});
export const problemShape = z.strictObject({
  ...{ type: text, code: z.literal(Object.keys(problems)), status: z.int(), title: text },
  detail: text.optional(),
});
