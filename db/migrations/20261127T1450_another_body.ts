import { sql, type Kysely } from 'kysely';

/**
 * An applicant whose audit body may not audit it any more, or which it leaves, engages another while no audit is arranged;
 * and an audit goes on with whoever takes the place of somebody who left its team, if nothing ties them themselves.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger application_engaged on application;
    create trigger application_engaged after update on application for each row
      when (old.engaged_at is not null and not (old.state = 'engaged' and new.state = 'engaged'))
      execute function refuse_rewriting('audit_body_id', 'engaged_at');
    create function require_another_body() returns trigger language plpgsql as $$
    begin
      if new.audit_body_id = old.audit_body_id or new.engaged_at < old.engaged_at
        or exists (select 1 from audit where application_id = new.id and state <> 'cancelled') then
        raise exception 'application %: another audit body is engaged while no audit is arranged', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger application_engages_another after update on application for each row
      when (old.state = 'engaged' and new.state = 'engaged'
        and (old.audit_body_id is distinct from new.audit_body_id or old.engaged_at is distinct from new.engaged_at))
      execute function require_another_body();

    create or replace function require_body_apart() returns trigger language plpgsql as $$
    declare audited audit; held certificate;
    begin
      if tg_table_name = 'application' then
        perform refuse_advising_body(new.audit_body_id, new.organisation_id, (new.engaged_at at time zone 'UTC')::date);
      elsif tg_table_name = 'audit_team_member' then
        -- One for each who left at this moment; what ties them themselves is asked elsewhere.
        if (select count(*) from audit_team_departure d
              where d.audit_id = new.audit_id and d.role = new.role and d.left_at = new.assigned_at)
          > (select count(*) from audit_team_member m
              where m.audit_id = new.audit_id and m.role = new.role and m.assigned_at = new.assigned_at) then
          return new;
        end if;
        select * into audited from audit where id = new.audit_id;
        perform refuse_advising_body(audited.audit_body_id, audited.organisation_id, (new.assigned_at at time zone 'UTC')::date);
      else
        select * into held from certificate where id = new.certificate_id;
        perform refuse_advising_body(new.to_body_id, held.organisation_id, (coalesce(new.answered_at, new.asked_at) at time zone 'UTC')::date);
      end if;
      return new;
    end $$;
  `.execute(db);
}
