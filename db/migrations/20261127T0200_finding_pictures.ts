import { sql, type Kysely } from 'kysely';

/** Pictures count findings by the day they were raised. */
export async function up(db: Kysely<unknown>) {
  await sql`create index finding_raised on finding (raised_at)`.execute(db);
}
