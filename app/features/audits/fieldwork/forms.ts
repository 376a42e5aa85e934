import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';

import { anyText, text } from '../forms.ts';
import { requirementKinds } from '../findings/model.ts';
import { conformities, readinessOutcomes } from '../model.ts';
import { harms } from '../remedy/model.ts';
import { concernsField } from './concerns/forms.ts';
import { needsNote } from './rules.ts';

/** `revision` is the one the person saw, 0 where nobody had assessed; `next` is where their button leads. */
export const assessForm = z
  .object({
    conformity: z.enum(conformities, { message: 'Choose what you found' }),
    note: anyText,
    evidence: anyText,
    revision: z.coerce.number().int().min(0).default(0),
    next: z.enum(['indicator', 'finding']).default('indicator'),
  })
  .refine((wording) => !needsNote(wording), { path: ['note'], message: 'Say why in a note' });
export type AssessForm = z.output<typeof assessForm>;

/** `choice`: what stands, the id of an edit that met it, or new words; only those are looked at. */
export const resolveForm = z
  .object({
    choice: z.union([z.enum(['standing', 'new']), z.uuid()], { message: 'Choose what holds' }),
    seen: z.string().max(10_000).default(''),
    conformity: z.enum(conformities, { message: 'Choose what you found' }).default('come_back'),
    note: anyText,
    evidence: anyText,
  })
  .refine((form) => form.choice !== 'new' || !needsNote(form), {
    path: ['note'],
    message: 'Say why in a note',
  });
export type ResolveForm = z.output<typeof resolveForm>;

/**
 * Why fewer workers were heard than planned, and why a surveillance left a principle out, where that is so; and which of those that are away without having sent are not
 * waited for, and why.
 */
export const closingForm = z.object({
  reasons: anyText,
  coverage: anyText,
  without: z
    .array(z.uuid({ message: 'Choose from the list' }))
    .max(200)
    .default([]),
  awayReasons: anyText,
});
export type ClosingForm = z.output<typeof closingForm>;

export const readinessForm = z.object({
  readiness: z.enum(readinessOutcomes, { message: 'Choose the outcome of stage 1' }),
  summary: text('Sum up what stage 1 found, 20 characters at least', 20),
  concerns: concernsField,
});
export type ReadinessForm = z.output<typeof readinessForm>;

// A device counts its edits of one audit from 1; `base` is the revision it last had from here, never a guess.
const seq = z.number().int().min(1).max(1_000_000);
// No keyboard types a null character, and PostgreSQL stores none. How long a text may be is the rule's to say of each
// edit: one that is too long, turned away here, would hold up all behind it.
const storable = z.string().transform((text) => text.replaceAll('\0', '').trim());

/** The clock of a device orders nothing: one that is out of its mind costs its day, and no work. */
function timeOf(text: string) {
  const time = new Date(text);
  const year = time.getUTCFullYear();
  return year >= 1970 && year < 10_000 ? time : new Date(0);
}

const stamp = { id: z.uuid(), seq, madeAt: z.string().max(40).transform(timeOf) };
const code = z.string().min(1).max(20);
const assessing = z.object({
  ...{ ...stamp, code },
  kind: z.literal('assess'),
  conformity: z.enum(conformities),
  note: storable,
  evidence: storable,
  base: z.number().int().min(0).max(1_000_000),
});
// What a finding may say is the command's to judge, of each by itself; `findingId` stays with it under every count.
const raising = z.object({
  ...{ ...stamp, code },
  kind: z.literal('raise'),
  findingId: z.uuid(),
  grade: z.enum(grades),
  statement: storable,
  evidence: storable,
  requirementKind: z.enum(requirementKinds),
  lawInstrument: storable,
  lawPlace: storable,
  harm: z.enum(harms).optional(),
  // An older page sends none of these.
  declaration: z.string().max(20).optional(),
  gradingReasons: storable.default(''),
});
// Whether it opens, and what it says then, is judged of each by itself.
const hearing = z.object({
  ...stamp,
  kind: z.literal('interview'),
  interviewId: z.uuid(),
  pseudonym: z.string().regex(/^W-[1-9][0-9]{2}$/),
  sealed: z.string(),
});
const operation = z.discriminatedUnion('kind', [assessing, raising, hearing]);
export const syncForm = z.object({ device: z.uuid(), operations: z.array(operation).max(50) });
export type SyncForm = z.output<typeof syncForm>;
type Operation = SyncForm['operations'][number];
export type Assessing = Extract<Operation, { kind: 'assess' }>;
export type Raising = Extract<Operation, { kind: 'raise' }>;
export type Hearing = Extract<Operation, { kind: 'interview' }>;

const photo = { photoId: z.uuid(), code: z.string().min(1).max(20) };
/** `seq` is the device's own count: photos are shown in that order. */
export const photoForm = z.object({
  ...photo,
  name: z.string().trim().min(1).max(200).default('photo'),
  seq: z.coerce.number().int().min(1).max(1_000_000).optional(),
});
export type PhotoForm = Omit<z.output<typeof photoForm>, 'photoId'>;

/** A photo from the page's own form, which gave it its number. */
export const photoOf = (fields: FormData, code: string) =>
  photoForm.safeParse({ photoId: fields.get('photoId'), code }).data;

export const evidenceForm = z.object({
  sent: z.literal('yes', { message: 'Nothing was sent: open the page again' }),
  documents: z
    .array(z.uuid({ message: 'Choose documents from the list' }))
    .max(200)
    .default([]),
});
export type EvidenceForm = z.output<typeof evidenceForm>;
