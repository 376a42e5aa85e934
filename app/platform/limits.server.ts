import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** `points` in `seconds`, then nothing until the window has passed. `name` keeps counters of different things apart. */
export type Limit = { name: string; points: number; seconds: number };
export type Counted = { limit: Limit; key: string };

const limiters = new WeakMap<Pool, Map<string, RateLimiterPostgres>>();

function limiterOf(pool: Pool, { name, points, seconds }: Limit) {
  const known = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, known);
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  known.set(name, limiter);
  return limiter;
}

/** Seconds to wait before another try, 0 when there is room. Counts nothing. */
export async function waitOf(pool: Pool, counted: readonly Counted[]): Promise<number> {
  const waits = await Promise.all(
    counted.map(async ({ limit, key }) => {
      const state = await limiterOf(pool, limit).get(key);
      return state && state.consumedPoints >= limit.points ? Math.ceil(state.msBeforeNext / 1000) : 0;
    }),
  );
  return Math.max(0, ...waits);
}

/** Counts one try of each; seconds to wait when one of them is over its limit, else 0. */
export async function count(pool: Pool, counted: readonly Counted[]): Promise<number> {
  const waits = await Promise.all(
    counted.map(({ limit, key }) =>
      limiterOf(pool, limit)
        .consume(key)
        .then(
          () => 0,
          (full: unknown) => {
            if (full instanceof RateLimiterRes) return Math.ceil(full.msBeforeNext / 1000);
            throw full;
          },
        ),
    ),
  );
  return Math.max(0, ...waits);
}

/** Forgets what was counted, after a success. */
export const forgive = (pool: Pool, counted: readonly Counted[]) =>
  Promise.all(counted.map(({ limit, key }) => limiterOf(pool, limit).delete(key)));
