import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

import { preparing } from './prepared.ts';
import type { DB } from './schema.ts';

export type Database = DB;

/**
 * Days stay strings: node-pg would turn `2026-06-30` into local midnight, which is the day before in UTC for half the
 * world. Counts come as bigint and are never beyond what a number holds here. Set for the process: nothing else in it
 * speaks to PostgreSQL but us and the queue, which reads neither.
 */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A pool and the query builder on it. `max` connections, 10 unless told; call `destroy()` to close. */
export function connect(url: string, { max = 10 }: { max?: number } = {}) {
  const pool = createPool(url, max);
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) }), pool };
}

function createPool(url: string, max: number) {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    application_name: 'fairroute',
  });
  // An idle connection that the server closes raises here; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So does one that is in use, beside the failure of what it was asked: a database that is stopped must not end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
