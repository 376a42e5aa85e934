import { sql, type Kysely } from 'kysely';

/** Certificates under watch, the longest first: an officer's desk asks which of them have nothing left to watch. */
export async function up(db: Kysely<unknown>) {
  await sql`create index certificate_watched on certificate (since, id) where status = 'active_under_watch'`.execute(
    db,
  );
}
