import { sql, type Kysely } from 'kysely';

/** A team is whoever did the audit: nobody joins or leaves it once the report is final, or the audit over. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_team_under_way() returns trigger language plpgsql as $$
    declare a audit;
    begin
      -- Whoever makes the report final at this moment waits for us, or we for them.
      select * into a from audit where id = new.audit_id for share;
      if a.state not in ('scheduled', 'team_assigned', 'planned', 'notified', 'postponed', 'in_progress', 'fieldwork_done',
          'report_draft', 'fact_check', 'tech_review') then
        raise exception 'audit %: its team stands once its report is final or it is over', a.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_team_until_final';
      end if;
      if (to_jsonb(new) ->> tg_argv[0])::timestamptz < a.scheduled_at then
        raise exception 'audit %: its team changes after it was scheduled', a.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_team_in_time';
      end if;
      return new;
    end $$;
    create trigger audit_team_member_until_final before insert or update on audit_team_member
      for each row execute function require_team_under_way('assigned_at');
    create trigger audit_team_departure_until_final before insert on audit_team_departure
      for each row execute function require_team_under_way('left_at');
  `.execute(db);
}
