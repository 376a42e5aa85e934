import { z } from 'zod';

import checklistFile from '#db/reference/policy-checklist.json' with { type: 'json' };

const item = z.object({
  code: z.string(),
  covers: z.array(z.string()).min(1),
  question: z.string(),
  sufficient: z.string(),
  clause: z.string(),
});
/** What a policy is asked, in our own words, with a suggested clause for each. */
export const checklist = z
  .object({ version: z.string(), source: z.string(), items: z.array(item).min(1) })
  .parse(checklistFile);

export const findItem = (code: string) => checklist.items.find((one) => one.code === code);
