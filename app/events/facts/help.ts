import { z } from 'zod';

import { day, nothing } from './shapes.ts';

/** All that the directory published of somebody who helps, so that any day's entry is on record; institutions, never a person. */
const published = z.object({
  name: z.string(),
  nameLocal: z.string().nullable(),
  country: z.string(),
  topics: z.array(z.string()),
  languages: z.array(z.string()),
  phones: z.array(z.string()),
  url: z.string().nullable(),
  address: z.string().nullable(),
  hours: z.string().nullable(),
  free: z.boolean(),
  source: z.string(),
  checkedOn: day,
});

/** Facts of the directory of help. Subject: the entry. */
export const helpFacts = {
  'help.listed': published,
  'help.changed': published,
  'help.checked': z.object({ source: z.string(), checkedOn: day }),
  'help.withdrawn': nothing,
} as const;
