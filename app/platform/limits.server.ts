import { isIPv6 } from 'node:net';

import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** `points` in `seconds`, then nothing until the window has passed. `name` keeps counters of different things apart. */
export type Limit = { name: string; points: number; seconds: number };
export type Counted = { limit: Limit; key: string };

/** Questions a minute to the public API for each key; for visitors see `API_LIMIT_PER_MINUTE`. */
export const perKeyAndMinute = 1200;

/** Where counters are kept that outlive this process. */
export type CounterStore = Pool;

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

/** Takes one try back of what was counted. */
export const giveBack = (pool: Pool, counted: readonly Counted[]) =>
  Promise.all(counted.map(({ limit, key }) => limiterOf(pool, limit).reward(key)));

/** What is left of a limit after a question; `seconds` until it is whole again. */
export type Room = { limit: Limit; left: number; seconds: number; full: boolean };

/**
 * Counts in this process's memory, for the public register: a question that costs one read must not cost a write to be
 * counted. Several processes count apart, so that a limit is then the limit of each; a restart forgets a minute.
 */
export function inMemory(limit: Limit): (key: string) => Promise<Room> {
  const { name: keyPrefix, points, seconds: duration } = limit;
  const limiter = new RateLimiterMemory({ keyPrefix, points, duration });
  const roomOf = (full: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Room => ({
    limit,
    left: remainingPoints,
    seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    full,
  });
  return (key) =>
    limiter.consume(key).then(
      (state) => roomOf(false, state),
      (state: unknown) => {
        if (state instanceof RateLimiterRes) return roomOf(true, state);
        throw state;
      },
    );
}

/** One subscriber: an IPv4 address, or the 64 bits of an IPv6 address that are somebody's line; the rest they choose. */
export function networkOf(address: string) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain)) return plain;
  const [left = [], right] = plain.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - (right?.length ?? 0))).fill('0');
  return [...left, ...(right ? zeros : []), ...(right ?? [])]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
