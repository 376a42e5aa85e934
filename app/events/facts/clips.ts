import { z } from 'zod';

const place = z.object({ language: z.string(), answer: z.string() });

/** Facts of recordings of answers. Subject: the recording. */
export const clipFacts = {
  'clip.uploaded': place,
  'clip.removed': place,
  'clip.scanned': z.object({ outcome: z.enum(['clean', 'infected']) }),
} as const;
