import { z } from 'zod';

import { kinds } from './model.ts';

const dates = {
  evidenceOn: z.iso.date('Enter the day the document stands for'),
  validUntil: z.iso.date('Enter a whole day, or leave this empty').optional(),
};

export const documentForm = z.object({
  kind: z.enum(kinds, { message: 'Choose what it is' }),
  title: z
    .string({ message: 'Give it a name' })
    .trim()
    .min(3, 'Give it a name, 3 characters at least')
    .max(200, 'This is too long: 200 characters at most'),
  ...dates,
});
export type DocumentForm = z.output<typeof documentForm>;

export const versionForm = z.object(dates);
export type VersionForm = z.output<typeof versionForm>;
