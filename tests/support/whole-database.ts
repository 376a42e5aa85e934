import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** Every row of every table, the queue's too, as whoever stole a copy would search it. */
export async function wholeDatabase(db: Kysely<Database>) {
  const { rows } = await sql<{ name: string }>`select table_schema || '.' || table_name as name
    from information_schema.tables where table_type = 'BASE TABLE'
    and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const dumps: string[] = [];
  for (const { name } of rows) {
    const dump = await sql<{ text: string | null }>`select string_agg(to_jsonb(t)::text, ' ') as text
      from ${sql.table(name)} t`.execute(db);
    dumps.push(dump.rows[0]?.text ?? '');
  }
  return dumps.join(' ');
}
