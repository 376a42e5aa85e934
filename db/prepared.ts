import { sql, type PostgresPool } from 'kysely';
import type pg from 'pg';

/**
 * Marks a statement that is asked many times a second, to be planned once a connection and not each time: of a look-up
 * among many tables planning takes longer than answering. Goes to the front of a query (`modifyFront`) or into its text;
 * one name for one text. Behind pgbouncer in transaction mode it needs `max_prepared_statements`.
 */
export const prepared = (name: string) => sql.raw(`/* prepared ${name} */`);

/** At the front alone: every statement is looked at. */
const mark = /^(?:select )?\/\* prepared (\w+) \*\//;

/** A pool that gives marked statements their name. */
export function preparing(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, pg.PoolClient>();
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const naming = known.get(client) ?? named(client);
      known.set(client, naming);
      return naming;
    },
  };
}

/** The builder hands over text and parameters alone; the driver takes a name with them. */
const named = (client: pg.PoolClient) =>
  new Proxy(client, {
    get: (target, key): unknown =>
      key === 'query'
        ? (text: string | pg.Submittable, values: unknown[]) => {
            if (typeof text !== 'string') return target.query(text);
            const name = mark.exec(text)?.[1];
            return target.query(name === undefined ? { text, values } : { name, text, values });
          }
        : Reflect.get(target, key),
  });
