import { sql, type Kysely } from 'kysely';

/**
 * An applicant in audit engages another body between two audits, in the place of one whose people trained or advised it:
 * that one puts nobody on an audit any more, and the application would lapse. What was held stays with who held it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger application_engaged on application;
    create trigger application_engaged after update on application for each row
      when (old.engaged_at is not null and not (old.state = new.state and old.state in ('engaged', 'in_audit')))
      execute function refuse_rewriting('audit_body_id', 'engaged_at');

    create or replace function require_another_body() returns trigger language plpgsql as $$
    begin
      if old.state = 'in_audit' then
        if new.audit_body_id = old.audit_body_id or new.engaged_at < greatest(old.engaged_at, old.audit_started_at)
          or to_jsonb(new) - '{audit_body_id,engaged_at}'::text[] <> to_jsonb(old) - '{audit_body_id,engaged_at}'::text[]
          or not body_advised(old.audit_body_id, old.organisation_id, (new.engaged_at at time zone 'UTC')::date)
          or exists (select 1 from audit where application_id = new.id and state not in ('closed', 'failed', 'cancelled')) then
          raise exception 'application %: in audit another audit body is engaged between two audits, instead of one that advised it',
            new.reference using errcode = 'integrity_constraint_violation';
        end if;
      elsif new.audit_body_id = old.audit_body_id or new.engaged_at < old.engaged_at
        or exists (select 1 from audit where application_id = new.id and state <> 'cancelled') then
        raise exception 'application %: another audit body is engaged while no audit is arranged', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    drop trigger application_engages_another on application;
    create trigger application_engages_another after update on application for each row
      when (old.state = new.state and old.state in ('engaged', 'in_audit')
        and (old.audit_body_id is distinct from new.audit_body_id or old.engaged_at is distinct from new.engaged_at))
      execute function require_another_body();
  `.execute(db);
}
