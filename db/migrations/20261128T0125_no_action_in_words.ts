import { sql, type Kysely } from 'kysely';

/** A finding that closes without action says what was looked at, by whoever accepted the reason. Older ones say nothing. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create trigger finding_with_words_of_no_action after update on finding for each row
      when (old.state = 'cap_submitted' and new.state = 'closed') execute function require_words_of_closing();
  `.execute(db);
}
