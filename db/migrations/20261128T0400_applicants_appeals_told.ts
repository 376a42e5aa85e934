import { sql, type Kysely } from 'kysely';

/** The history of a recruiter forgets a refusal that an appeal undid: whoever keeps answers of the register hears of it. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create trigger application_appeal_register_told after insert or delete or update of outcome, decided_at on application_appeal
      for each statement execute function tell_register_changed();
    create trigger application_appeal_register_told_emptied after truncate on application_appeal
      for each statement execute function tell_register_changed();
  `.execute(db);
}
