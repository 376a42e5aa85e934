import { sql, type Compilable, type CompiledQuery, type Kysely, type PostgresPool } from 'kysely';
import type pg from 'pg';

import type { DB } from './schema.ts';

/**
 * Marks a statement that is asked many times a second, to be planned once a connection and not each time: of a look-up
 * among many tables planning takes longer than answering. Stands at the front of its text; one name for one text. Behind pgbouncer in transaction mode it needs `max_prepared_statements`.
 */
export const prepared = (name: string) => sql.raw(`/* prepared ${name} */`);

/**
 * Any number of values as one parameter, whose number the plan does not see: a plan for few would look dearer when it is
 * kept than when it is made anew, and be made anew each time.
 */
export const among = (column: 'register_entry.number' | 'register_entry.organisation_id', values: string[]) =>
  sql<boolean>`${sql.ref(column)} = any (array(select unnest(${values}::${sql.raw(column === 'register_entry.number' ? 'text' : 'uuid')}[])))`;

type Values = Record<string, string | string[]>;
type Built<Row> = { query: CompiledQuery<Row>; names: (string | undefined)[] };

/**
 * A marked query whose text is built once in a process and asked with other values each time: of a record, building it
 * took longer than all else that is done for it here. `standIns` are values nobody asks with: they show where the real
 * ones go. Throws where one of them is nowhere in the query.
 */
export function preparedQuery<V extends Values, Row>(
  name: string,
  standIns: V,
  build: (db: Kysely<DB>, values: V) => Compilable<Row>,
) {
  let built: Built<Row> | undefined;
  return async (db: Kysely<DB>, values: V): Promise<Row[]> => {
    const { query, names } = (built ??= withPlaces(name, standIns, build(db, standIns).compile()));
    const parameters = query.parameters.map((fixed, at) => values[names[at] ?? ''] ?? fixed);
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

function withPlaces<Row>(name: string, standIns: Values, query: CompiledQuery<Row>): Built<Row> {
  const entries = Object.entries(standIns);
  const names = query.parameters.map((value) => entries.find(([, standIn]) => standIn === value)?.[0]);
  const missing = entries.find(([key]) => !names.includes(key));
  if (missing) throw new Error(`${missing[0]} is nowhere in ${name}`);
  return { query: { ...query, sql: `/* prepared ${name} */ ${query.sql}` }, names };
}

/** At the front alone: every statement is looked at. */
const mark = /^\/\* prepared (\w+) \*\//;

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
