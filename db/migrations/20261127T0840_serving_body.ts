import { sql, type Kysely } from 'kysely';

/**
 * Which audit body serves an applicant: the one it engaged, and from its first certificate on the one whose certificate
 * stands, or stood last. Two branches, each with its index: one question asked of both at once would walk through all.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create view serving_body as
      select a.id as application_id, a.organisation_id, a.audit_body_id from application a
        where a.audit_body_id is not null and not exists (select 1 from certificate c where c.application_id = a.id)
      union all
      select c.application_id, c.organisation_id, c.audit_body_id from certificate c
        where c.status not in ('superseded', 'transferred');
    create index certificate_serving on certificate (audit_body_id) where status not in ('superseded', 'transferred');
    create index remedy_entry_document on remedy_entry (document_id) where document_id is not null;
  `.execute(db);
}
