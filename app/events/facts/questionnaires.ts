import { z } from 'zod';

import { nothing } from './shapes.ts';

const named = z.object({ questionnaire: z.string(), version: z.number().int() });

/** Facts of questionnaires while their next version is written. Subject: the draft. */
export const questionnaireFacts = {
  'questionnaire.drafted': named.extend({ from: z.enum(['version', 'file']) }),
  'questionnaire.changed': z.object({
    part: z.enum(['title', 'section', 'question', 'list']),
    name: z.string(),
  }),
  'questionnaire.published': named,
  'questionnaire.discarded': nothing,
} as const;
