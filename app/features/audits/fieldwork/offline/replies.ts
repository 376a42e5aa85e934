import * as z from 'zod/mini';

import { evidenceTypeNames, grades } from '#app/features/scheme/model.ts';

import { conformities } from '../../model.ts';
import type { Bundle, Result } from './model.ts';

/** What the server says, read before it is believed: a page kept for weeks may meet a younger server. */

const conformity = z.enum(conformities);
const words = z._default(z.nullable(z.string()), '');
const text = z.pipe(
  words,
  z.transform((value) => value ?? ''),
);

const namesOf: Record<string, string> = evidenceTypeNames;
const indicator = z.pipe(
  z.object({
    ...{ code: z.string(), principle: text, criterion: text, text },
    ...{ evidenceTypes: z._default(z.array(z.string()), []), gradingNote: text },
    defaultGrade: z.optional(z.enum(grades)),
  }),
  z.transform(({ evidenceTypes, gradingNote, ...asked }) => {
    const by = evidenceTypes.map((type) => namesOf[type] ?? type).join(', ');
    const hint = [by ? `Judged by ${by}.` : '', gradingNote ? `${gradingNote}.` : '']
      .filter(Boolean)
      .join(' ');
    return { ...asked, hint };
  }),
);

const raised = { id: z.string(), name: z.string(), grade: z.enum(grades) };

const declared = z.object({ value: z.string(), section: text, question: text, answer: text });

const bundle = z.object({
  audit: z.object({ id: z.string(), reference: z.string(), recruiter: z.string(), state: z.string() }),
  indicators: z.array(indicator),
  assessments: z.array(
    z.object({
      code: z.string(),
      conformity,
      note: text,
      evidence: text,
      revision: z.number(),
      by: text,
      at: text,
    }),
  ),
  findings: z._default(z.array(z.object({ ...raised, code: z.string(), statement: text, by: text })), []),
  interviews: z._default(z.array(z.string()), []),
  sample: z._default(z.array(z.object({ term: z.string(), value: z.string() })), []),
  lock: z.optional(
    z.object({
      ...{ kty: z.literal('EC'), crv: z.literal('P-256') },
      ...{ x: z.string(), y: z.string(), kid: z.string() },
    }),
  ),
  declared: z._default(z.array(declared), []),
  me: z.object({ accountId: z.string(), name: z.string() }),
});

const theirs = z.object({ conformity, note: text, evidence: text, by: text, at: text });
const result = z.discriminatedUnion('outcome', [
  z.object({ id: z.string(), outcome: z.literal('applied'), revision: z.number() }),
  z.object({ id: z.string(), outcome: z.literal('raised'), finding: z.object(raised) }),
  z.object({ id: z.string(), outcome: z.literal('recorded'), pseudonym: z.string() }),
  z.object({ id: z.string(), outcome: z.literal('conflict'), revision: z.number(), theirs }),
  z.object({ id: z.string(), outcome: z.literal('refused'), refusal: z.string(), message: z.string() }),
]);
const results = z.object({ results: z.array(result) });

export const readBundle = (said: unknown): Bundle | undefined => bundle.safeParse(said).data;
export const readResults = (said: unknown): Result[] | undefined => results.safeParse(said).data?.results;
