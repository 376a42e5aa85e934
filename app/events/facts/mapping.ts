import { z } from 'zod';

import { nothing } from './shapes.ts';

/**
 * Facts of mapping. Subject: the campaign, the invitation or the party; related: the company that maps. Never what was
 * answered, nor by whom.
 */
export const mappingFacts = {
  'mapping.campaign_made': nothing,
  'mapping.campaign_opened': nothing,
  'mapping.campaign_closed': nothing,
  'mapping.more_time_given': z.object({ until: z.string() }),
  'mapping.suppliers_named': z.object({ count: z.number() }),
  'mapping.invited': nothing,
  'mapping.reminded': z.object({ days: z.number() }),
  'mapping.handed': nothing,
  'mapping.answered': nothing,
  'mapping.declined': nothing,
  'mapping.share_withdrawn': nothing,
  'mapping.party_merged': z.object({ into: z.string() }),
  'mapping.party_matched': z.object({ recruiter: z.string().nullable() }),
} as const;

/**
 * Facts of workers' own voice. Subject: the poster; related: the company that made it. An answer is none: a fact has a time,
 * and an answer has none.
 */
export const voiceFacts = {
  'voice.poster_made': nothing,
  'voice.poster_ended': nothing,
} as const;
