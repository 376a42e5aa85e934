import { z } from 'zod';

const texts = z.object({ language: z.string(), keys: z.array(z.string()) });

/** Facts of the words of pages for workers, by the keys of their lines. Subject: the review. */
export const wordingFacts = {
  'wording.approved': texts,
  'wording.taken_back': texts,
} as const;
