import { sql, type Kysely } from 'kysely';

/** An answer names the ways people come by, with how many and what they earn, beside who brings them. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table chain_statement add column corridors jsonb not null default '[]' check (jsonb_typeof(corridors) = 'array');
  `.execute(db);
}
