import { sql, type Kysely } from 'kysely';

/** An application comes before the panel by an audit that is ready for it, and is concluded by what the panel decided. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_ready_audit() returns trigger language plpgsql as $$
    begin
      -- After an appeal that was upheld the panel decides again on the audit it decided on before.
      if not exists (select 1 from audit a where a.application_id = new.id and a.certificate_id is null and a.type = 'stage2'
          and a.reviewed_at is not null and (a.state = 'ready_for_decision' or a.state = 'closed' and old.state = 'appealed')) then
        raise exception 'application % has no audit that is ready for a decision', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger application_with_panel_ready after update on application for each row
      when (old.state <> new.state and new.state = 'decision_pending') execute function require_ready_audit();

    create function require_decided_application() returns trigger language plpgsql as $$
    declare latest certification_decision;
    begin
      select * into latest from certification_decision d where d.application_id = new.id and d.kind = 'initial'
        order by d.round desc limit 1;
      if latest.outcome is distinct from (case new.state when 'certified' then 'granted' else 'refused' end)
        or latest.round <> 1 + (select count(*) from application_appeal
          where application_id = new.id and against = 'refused' and outcome = 'upheld')
        or new.state = 'certified' and not exists (select 1 from certificate c where c.decision_id = latest.id) then
        raise exception 'application % is concluded by what the panel decided', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger application_with_panel_concluded after update on application for each row
      when (old.state <> new.state and new.state in ('certified', 'refused')) execute function require_decided_application();

    -- Its audits and its decision come after it: nobody begins it where they already are.
    create function refuse_begun_decided() returns trigger language plpgsql as $$
    begin
      raise exception 'an application does not begin with %', new.state using errcode = 'integrity_constraint_violation';
    end $$;
    create trigger application_begins_undecided before insert on application for each row
      when (new.state in ('decision_pending', 'certified', 'refused')) execute function refuse_begun_decided();
  `.execute(db);
}
