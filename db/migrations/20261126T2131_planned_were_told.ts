import { sql, type Kysely } from 'kysely';

/** Until now a recruiter was told of an audit in the moment it was planned: those that wait to begin count as notified. */
export async function up(db: Kysely<unknown>) {
  await sql`
    update audit set window_from = starts_on, window_until = ends_on + 1 where state = 'planned' and notice_type = 'semi_announced';
    update audit set state = 'notified', notified_at = planned_at,
      notice_reason = 'Told when it was planned, before a notice of its own existed.'
      where state = 'planned' and notice_type <> 'unannounced';
  `.execute(db);
}
