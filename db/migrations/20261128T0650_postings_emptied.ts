import { sql, type Kysely } from 'kysely';

/** Whoever empties the names empties what they are found by. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function empty_postings() returns trigger language plpgsql as $$
    begin
      truncate register_posting;
      return null;
    end $$;
    create trigger register_name_emptied after truncate on register_name for each statement execute function empty_postings();
  `.execute(db);
}
