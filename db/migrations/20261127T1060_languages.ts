import { sql, type Kysely } from 'kysely';

/** The scheme's sixteen languages, and those of other recruiters: a certificate is printed in the language of its holder. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table account
      drop constraint account_language,
      add constraint account_language check (language in (
        'en', 'ne', 'bn', 'hi', 'ur', 'tl', 'id', 'my', 'km', 'vi', 'am', 'sw', 'ar', 'es', 'fr', 'th',
        'si', 'ta', 'lo', 'ms', 'pt', 'ru'
      ));
  `.execute(db);
}
