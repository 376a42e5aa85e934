import { sql, type Kysely } from 'kysely';

/**
 * Whether a correction lasted is asked of every closed finding of the holder until somebody said so, not of the latest report's
 * alone: what was closed after another report came in between would never be looked at again.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create index finding_closed_of_organisation on finding (organisation_id) where state = 'closed';
    create or replace function refuse_unfinished_fieldwork() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from worker_interview where audit_id = new.id and outcome = 'open') then
        raise exception 'audit %: an interview has no outcome', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.type <> 'stage1' and exists (select 1 from finding f
        where f.organisation_id = new.organisation_id and f.state = 'closed' and f.audit_id <> new.id
          and not exists (select 1 from finding_effectiveness e where e.finding_id = f.id)) then
        raise exception 'audit %: a correction of an earlier audit was not judged', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
}
