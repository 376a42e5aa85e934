import { count, type CounterStore } from '#app/platform/limits.server.ts';

/**
 * How many answers are taken: of all posters together, and of one. Never by address: behind one may stand a whole
 * dormitory.
 */
const overall = { name: 'voice', points: 900, seconds: 60 };
const ofPoster = { name: 'voice_poster', points: 400, seconds: 3600 };

/** Seconds to wait until one more is taken; 0 while there is room. */
export const roomFor = (pool: CounterStore, posterId: string) =>
  count(pool, [
    { limit: overall, key: 'all' },
    { limit: ofPoster, key: posterId },
  ]);
