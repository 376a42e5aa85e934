import { sql, type Kysely } from 'kysely';

/**
 * Applications a member of the panel reads, with their audits and findings: where it declared to be free on what is
 * before the panel, and where it may decide an appeal. The body is read when it is asked, for appeals of certificates
 * have their tables from the next migration on.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function panel_reads(person uuid) returns setof uuid language plpgsql stable as $$
    begin
      return query
        select m.application_id from decision_declaration d join decision_matter m on m.id = d.matter_id
          where d.account_id = person and panel_may_read(m.application_id, person)
        union select p.application_id from application_appeal p
          where p.outcome is null and not is_involved(p.application_id, person)
        union select c.application_id from certificate_appeal_declaration d join certificate_appeal p on p.id = d.appeal_id
            join certificate c on c.id = p.certificate_id
          where d.account_id = person and not d.conflicted and p.outcome is null and bar_to_appeal(p.id, person, now()) is null;
    end $$;
  `.execute(db);
}
