import { sql, type Kysely } from 'kysely';

/** The days to object run for each member of a team: from the notice, or from the day they joined where that was later. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_objection_in_time() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit a join audit_team_member t on t.audit_id = a.id and t.account_id = new.account_id
        where a.id = new.audit_id and (new.raised_at at time zone 'UTC')::date
          <= (greatest(coalesce(a.notified_at, a.planned_at), t.assigned_at) at time zone 'UTC')::date
            + audit_clock(a.scheme_version_id, 'objectionDays', 5)) then
        raise exception 'the days to object to this member of the team are over' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_objection_in_time before insert on audit_objection
      for each row execute function require_objection_in_time();
  `.execute(db);
}
