import { sql, type Kysely } from 'kysely';

/** Audits that were cancelled before anybody was asked why: what took them away where it is known, else that nobody was asked. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit disable trigger user;
    update audit set cancel_cause = case
      when exists (select 1 from conflict_declaration d where d.audit_id = audit.id and d.conflicted) then 'conflict'
      when exists (select 1 from event where type = 'audit.ended_with_application' and subject = audit.id) then 'application_ended'
      when exists (select 1 from event where type = 'audit.ended_with_certificate' and subject = audit.id) then 'certificate_ended'
      else 'body' end
    where state = 'cancelled';
    update audit set cancel_note = 'Nobody was asked for a reason when this was cancelled.' where cancel_cause = 'body';
    alter table audit enable trigger user;
    alter table audit validate constraint audit_cancelled_with_reason;
  `.execute(db);
}
