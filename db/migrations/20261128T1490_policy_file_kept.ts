import { sql, type Kysely } from 'kysely';

/** What is deleted row by row under a rule is not emptied at a stroke either. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create trigger supply_policy_file_no_truncate before truncate on supply_policy_file execute function refuse_change();
  `.execute(db);
}
