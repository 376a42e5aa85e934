import { z } from 'zod';

import { day } from './shapes.ts';

const written = z.object({ version: z.number(), source: z.string(), checkedOn: day });
const withdrawn = z.object({ version: z.number() });

/** Facts of the corridor book. Subject: the entry, the rule or the import; what each version says stands in its own row. */
export const corridorFacts = {
  'corridor.written': written.extend({ topic: z.string() }),
  'corridor.withdrawn': withdrawn,
  'national_rule.written': written.extend({ country: z.string() }),
  'national_rule.withdrawn': withdrawn,
  'risk_inputs.imported': z.object({ count: z.number() }),
} as const;
