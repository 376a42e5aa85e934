import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';
import { countryCodes } from '#app/platform/places.ts';
import { isSector } from '#app/platform/industries.ts';

import { text } from '../forms.ts';
import { failures, sexes, ways, workerStages } from './model.ts';

const country = (message: string) =>
  z.string({ message }).refine((code) => countryCodes.includes(code), message);
const short = (most: number, message: string) => z.string().trim().max(most, message).default('');
/** The number of a group of the sample plan, where one is chosen. */
const group = z.preprocess(
  (said) => (said === '' || said === null ? undefined : said),
  z.coerce.number({ message: 'Choose from the list' }).int().min(0).max(10_000).optional(),
);
const identity = {
  name: short(200, 'A name has 200 characters at most'),
  phone: short(50, 'A telephone number has 50 characters at most'),
};

export const recordForm = z.object({
  ...givenId,
  origin: country('Choose the country the worker comes from'),
  destination: country('Choose the country the worker goes to'),
  sector: z.string({ message: 'Choose the sector' }).refine(isSector, 'Choose the sector'),
  sex: z.enum(sexes, { message: 'Choose one' }),
  stage: z.enum(workerStages, { message: 'Choose where the worker is on the way' }),
  reached: z.enum(ways, { message: 'Choose how the worker was reached' }),
  employer: group,
  subAgent: group,
  ...identity,
});
export type RecordForm = Given<z.output<typeof recordForm>>;

/** `revision` of the notes the writer saw; 0 where there were none. */
export const notesForm = z.object({
  notes: text('Write what the worker said'),
  revision: z.coerce.number().int().min(0).default(0),
  ...identity,
});
export type NotesForm = z.output<typeof notesForm>;

export const failureForm = z.object({ outcome: z.enum(failures, { message: 'Choose what happened' }) });
