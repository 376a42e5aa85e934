import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

import type { DB } from './schema.ts';

export type Database = DB;

const { builtins } = pg.types;
const asText = (value: string) => value;

/**
 * Days stay strings: node-pg would turn `2026-06-30` into local midnight, which is the day before in UTC for half the
 * world. Counts come as bigint and are never beyond what a number holds here.
 */
const parsers = new Map<number, (value: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.INT8, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : (parsers.get(oid) ?? pg.types.getTypeParser(oid, 'text')),
};

/** A pool and the query builder on it. `max` connections, 10 unless told; call `destroy()` to close. */
export function connect(url: string, { max = 10 }: { max?: number } = {}) {
  const pool = createPool(url, max);
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool };
}

function createPool(url: string, max: number) {
  const pool = new pg.Pool({ connectionString: url, max, types, connectionTimeoutMillis: 5000, application_name: 'fairroute' });
  // An idle connection that the server closes raises here; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
