import { sql, type Kysely } from 'kysely';

/** A check of one recruiter that was asked on its page, by a company or by anybody: of those nothing says who asked. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table verification
      drop constraint verification_channel_check,
      drop constraint verification_list_is_owned;
    alter table verification
      add constraint verification_channel_check check (channel in ('api', 'list', 'page')),
      add constraint verification_list_is_owned check (channel <> 'list' or organisation_id is not null);
  `.execute(db);
}
