import { sql, type Kysely } from 'kysely';

/** What is found, sent from a device or reckoned for an audit is the work of its team, while it is time for it. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_assessor() returns trigger language plpgsql as $$
    begin
      if not works_on_audit(new.audit_id, new.assessed_by, (new.assessed_at at time zone 'UTC')::date) then
        raise exception 'indicator %: it is assessed by the audit team', new.indicator_code using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit where id = new.audit_id and scheme_version_id = new.scheme_version_id) then
        raise exception 'indicator %: it is one of the standard the audit goes by', new.indicator_code
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger indicator_assessment_by_team after insert or update on indicator_assessment
      for each row execute function require_assessor();

    -- What was taken over is the wording that stands under its revision; what met another wording is not.
    create function require_version_of_operation() returns trigger language plpgsql as $$
    begin
      if not works_on_audit(new.audit_id, new.account_id, (new.applied_at at time zone 'UTC')::date)
        or not exists (select 1 from audit where id = new.audit_id and state = 'in_progress') then
        raise exception 'operation %: only the audit team works on an audit, during its fieldwork', new.seq
          using errcode = 'integrity_constraint_violation';
      end if;
      if (new.outcome = 'applied') <> exists (select 1 from assessment_version v where v.audit_id = new.audit_id
        and v.indicator_code = new.indicator_code and v.revision = new.revision
        and (v.conformity, v.note, v.evidence) = (new.conformity, new.note, new.evidence)) then
        raise exception 'operation %: applied is what stands in the wording that was sent', new.seq
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger fieldwork_operation_as_answered after insert on fieldwork_operation for each row
      when (new.outcome <> 'refused') execute function require_version_of_operation();

    create function require_reckoner() returns trigger language plpgsql as $$
    declare
      reckoned audit;
      made integer;
    begin
      select * into reckoned from audit where id = new.audit_id for share;
      execute format('select count(*) from %I where audit_id = $1', tg_table_name) into made using new.audit_id;
      if reckoned.state not in ('team_assigned', 'planned', 'postponed') or made <> new.number then
        raise exception 'audit %: its plan is reckoned until the recruiter is told, one after the other', reckoned.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(new.audit_id, new.calculated_by, (new.calculated_at at time zone 'UTC')::date) or not exists (
        select 1 from audit_team_member where audit_id = new.audit_id and account_id = new.calculated_by and role = 'lead_auditor') then
        raise exception 'audit %: its plan is reckoned by its lead auditor', reckoned.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_day_calculation_by_lead after insert on audit_day_calculation for each row execute function require_reckoner();
    create trigger audit_sample_plan_by_lead after insert on audit_sample_plan for each row execute function require_reckoner();

    -- The days of the plan, for so many people, hold the days on site that were reckoned. Stage 1 is done at the desk.
    create function require_days_on_site() returns trigger language plpgsql as $$
    begin
      if (new.ends_on - new.starts_on + 1) * (select count(*) from audit_team_member where audit_id = new.id)
        < (select total_days - off_site_days from audit_day_calculation where id = new.day_calculation_id) then
        raise exception 'audit %: its plan has fewer days than were reckoned', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_days_on_site after update on audit for each row when (new.state = 'planned' and new.type <> 'stage1'
      and (old.state <> 'planned' or (old.starts_on, old.ends_on, old.day_calculation_id)
        is distinct from (new.starts_on, new.ends_on, new.day_calculation_id))) execute function require_days_on_site();

    drop trigger audit_ground_stands on audit;
    create trigger audit_ground_stands after update on audit for each row
      when (old.state not in ('scheduled', 'team_assigned', 'planned', 'postponed'))
      execute function refuse_rewriting('day_calculation_id', 'sample_plan_id');
  `.execute(db);
}
