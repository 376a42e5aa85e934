import { sql, type Kysely } from 'kysely';

/**
 * Whether a correction lasted is said by people of the next audit of the same holder whom nothing ties to it, while that audit
 * raises findings: the database asks what the command asks.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_ground_for_effectiveness() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f join audit a on a.id = new.audit_id and a.organisation_id = f.organisation_id
        where f.id = new.finding_id and f.state = 'closed' and f.grade <> 'observation' and f.audit_id <> new.audit_id
          and a.state in ('in_progress', 'fieldwork_done', 'report_draft')) then
        raise exception 'whether a correction lasted is judged by the team of the next audit, once it is closed'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(new.audit_id, new.judged_by, (new.judged_at at time zone 'UTC')::date) then
        raise exception 'whether a correction lasted is judged by people whom nothing ties to its holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.reopened_id is not null and not exists (select 1 from finding where id = new.reopened_id
        and repeats_id = new.finding_id and audit_id = new.audit_id) then
        raise exception 'what did not last is raised again in that audit' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
}
