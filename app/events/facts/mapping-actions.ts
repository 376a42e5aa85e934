import { z } from 'zod';

import { day, nothing } from './shapes.ts';

/** Facts of what a company does about its chain. Subject: the action, the repayment plan, or the file that was kept. */
export const mappingActionFacts = {
  'mapping_paper.kept': nothing,
  'mapping_paper.scanned': z.object({ outcome: z.enum(['clean', 'infected']) }),
  'mitigation.planned': z.object({ dueOn: day }),
  'mitigation.moved': z.object({
    state: z.enum(['planned', 'under_way', 'done', 'effective', 'not_effective']),
  }),
  'mitigation.shown': nothing,
  'mitigation.changed': z.object({ dueOn: day }),
  'repayment.opened': z.object({ workers: z.number().int() }),
  'repayment.paid': z.object({ currency: z.string(), amountMinor: z.number().int() }),
} as const;
