import { sql, type Kysely } from 'kysely';

/** Recertification opened and overdue, told once each, beside what the clock announces of its own changes (domain 2.6). */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table certificate_announcement drop constraint certificate_announcement_change_check;
    alter table certificate_announcement add constraint certificate_announcement_change_check
      check (change in ('expiry', 'withdrawal', 'suspension', 'recertification', 'recertification_late'));
  `.execute(db);
}
