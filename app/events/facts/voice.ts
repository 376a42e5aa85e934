import { nothing } from './shapes.ts';

/**
 * Facts of workers' own voice. Subject: the poster; related: the company that made it. An answer is none: a fact has a time,
 * and an answer has none.
 */
export const voiceFacts = {
  'voice.poster_made': nothing,
  'voice.poster_ended': nothing,
} as const;
