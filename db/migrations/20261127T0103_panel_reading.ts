import { sql, type Kysely } from 'kysely';

/**
 * What a member of the panel may read of an application, its audits and findings: whoever declared to be free on each
 * open matter of it, or on one that was decided, and had no part in it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function panel_may_read(application uuid, person uuid) returns boolean language sql stable as $$
      select exists (select 1 from decision_matter m where m.application_id = application and bar_to_vote(m.id, person, now()) is null
          and exists (select 1 from decision_declaration d where d.matter_id = m.id and d.account_id = person))
        and not exists (select 1 from decision_matter m where m.application_id = application and m.state = 'open'
          and not exists (select 1 from decision_declaration d where d.matter_id = m.id and d.account_id = person))
    $$;
  `.execute(db);
}
