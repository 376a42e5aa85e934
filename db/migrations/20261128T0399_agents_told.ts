import { sql, type Kysely } from 'kysely';

/** The public record names who may speak for a recruiter: whoever keeps it hears of that too. */
export async function up(db: Kysely<unknown>) {
  for (const table of ['partner', 'partner_authorisation'])
    await sql
      .raw(
        `create trigger ${table}_register_told after insert or delete or update on ${table}
           for each statement execute function tell_register_changed();
         create trigger ${table}_register_told_emptied after truncate on ${table}
           for each statement execute function tell_register_changed();`,
      )
      .execute(db);
}
