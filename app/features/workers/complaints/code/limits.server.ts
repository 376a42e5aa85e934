import type { Pool } from 'pg';

import { count, forgive, type Counted } from '#app/platform/limits.server.ts';

/**
 * How many complaints are taken: of all together, and of one agency. Never by address: behind one may stand a bus, a
 * dormitory or a whole country's phones.
 */
const overall = { name: 'complaints', points: 900, seconds: 60 };
const ofOne = { name: 'complaints_about', points: 600, seconds: 3600 };

/** Seconds to wait until one more is taken; 0 while there is room. */
export const roomFor = (pool: Pool, about: Buffer | null) =>
  count(pool, [
    { limit: overall, key: 'all' },
    ...(about ? [{ limit: ofOne, key: about.toString('base64url') }] : []),
  ]);

const tries = (mark: string): { counted: Counted; waitMs: number }[] => [
  { counted: { limit: { name: 'complaint_code', points: 4, seconds: 900 }, key: mark }, waitMs: 2000 },
  { counted: { limit: { name: 'complaint_codes', points: 20, seconds: 3600 }, key: mark }, waitMs: 8000 },
];

/** How long a try at the code of one case waits, right or wrong: the more were wrong, the longer, and never for good. */
export async function slowness(pool: Pool, mark: string) {
  const waits = await Promise.all(
    tries(mark).map(async ({ counted, waitMs }) => ((await count(pool, [counted])) > 0 ? waitMs : 0)),
  );
  return Math.max(...waits);
}

export const forgiveTries = (pool: Pool, mark: string) =>
  forgive(
    pool,
    tries(mark).map(({ counted }) => counted),
  );
