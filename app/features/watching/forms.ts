import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';

import { mostListed, rhythms } from './model.ts';

/** As people type it: "lrn 0012 2604". */
const registrationNumber = z
  .string({ message: 'Enter the registration number' })
  .transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^LRN[0-9]{8,14}$/, 'A registration number is LRN and 8 to 14 digits'));

const country = (what: string) =>
  z.string({ message: what }).refine((code) => countryCodes.includes(code), { message: what });

export const watchRecruiterForm = z.object({ registrationNumber });
export type WatchRecruiterForm = z.output<typeof watchRecruiterForm>;

export const watchCorridorForm = z.object({
  origin: country('Choose the country that workers leave'),
  destination: country('Choose the country that workers go to'),
});
export type WatchCorridorForm = z.output<typeof watchCorridorForm>;

const name = z
  .string({ message: 'Enter a name' })
  .trim()
  .min(1, 'Enter a name')
  .max(100, 'This name is too long: use 100 characters at most');
const tooLong = `A list names ${mostListed.toLocaleString('en')} recruiters at most`;

export const watchListForm = z.object({
  name,
  numbers: z
    .string({ message: 'Enter at least one registration number' })
    .max(mostListed * 20, tooLong)
    .transform((text) => text.split(/[\n,;]+/).filter((line) => line.trim() !== ''))
    .pipe(
      z.array(registrationNumber).min(1, 'Enter at least one registration number').max(mostListed, tooLong),
    )
    .transform((numbers) => [...new Set(numbers)]),
});

export const rhythmForm = z.object({ rhythm: z.enum(rhythms, { message: 'Choose when' }) });
export type RhythmForm = z.output<typeof rhythmForm>;

/** What `POST /api/v1/watches` takes: exactly one of the three. */
export const watchBody = z.union(
  [
    z.strictObject({ registrationNumber }),
    z.strictObject({ corridor: z.strictObject(watchCorridorForm.shape) }),
    z.strictObject({ name, registrationNumbers: z.array(registrationNumber).min(1).max(mostListed) }),
  ],
  {
    message:
      'give registrationNumber, or corridor with origin and destination, or name with registrationNumbers',
  },
);
export type WatchBody = z.output<typeof watchBody>;
