import { sql, type Kysely } from 'kysely';

/** Whoever was at an audit stays somebody who was at it, on its team or not any more; what was sent stands as it was sent. */
export async function up(db: Kysely<unknown>) {
  await departures(db);
  await reports(db);
  await independence(db);
}

const departures = (db: Kysely<unknown>) =>
  sql`
    create function require_early_departure() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit where id = new.audit_id
          and state in ('scheduled', 'team_assigned', 'planned', 'notified', 'postponed')) then
        raise exception 'by an objection a team is left before the audit begins' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_team_departure_in_time before insert on audit_team_departure
      for each row when (new.objection_id is not null) execute function require_early_departure();

    create function refuse_objected_team() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_objection o join audit_objection_answer n on n.objection_id = o.id and n.outcome = 'upheld'
          join audit_team_member t on t.audit_id = o.audit_id and t.account_id = o.account_id where o.audit_id = new.id) then
        raise exception 'audit %: an objection to somebody on its team was upheld', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_without_objected after update on audit for each row
      when (old.state <> new.state and new.state = 'in_progress') execute function refuse_objected_team();
  `.execute(db);

const reports = (db: Kysely<unknown>) =>
  sql`
    create function require_reporter() returns trigger language plpgsql as $$
    begin
      if old.state <> 'report_draft' or new.state <> 'fact_check' or not exists (
        select 1 from audit_team_member t where t.audit_id = new.id and t.account_id = new.reported_by) then
        raise exception 'audit %: a report is sent by its team, and stays theirs who sent it', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_team_reported after update on audit for each row
      when (new.reported_by is distinct from old.reported_by) execute function require_reporter();

    create function refuse_former_member() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_team_departure d where d.audit_id = new.id and d.account_id = new.reviewed_by)
        or new.reviewed_by = new.reported_by then
        raise exception 'audit %: nobody reviews what they had a part in', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_reviewed_by_another after update on audit for each row
      when (new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is not null)
      execute function refuse_former_member();
  `.execute(db);

/** Whoever had a part in any audit of the application, of this cycle or an earlier one, or asked for the matter itself. */
const independence = (db: Kysely<unknown>) =>
  sql`
    create or replace function bar_to_vote(matter uuid, person uuid, moment timestamptz) returns text language sql stable as $$
      select case
        when exists (select 1 from audit a left join audit_team_member t on t.audit_id = a.id
          where a.application_id = m.application_id and person in (t.account_id, a.scheduled_by, a.reported_by))
          or exists (select 1 from audit a join audit_team_departure d on d.audit_id = a.id
            where a.application_id = m.application_id and d.account_id = person and a.started_at is not null) then 'audited_by_you'
        when exists (select 1 from audit a where a.application_id = m.application_id and a.reviewed_by = person) then 'report_reviewed_by_you'
        when exists (select 1 from finding f
            left join corrective_action_plan p on p.finding_id = f.id left join finding_evidence e on e.finding_id = f.id
            left join finding_regrade g on g.finding_id = f.id left join finding_dispute d on d.finding_id = f.id
            left join finding_effectiveness j on j.finding_id = f.id left join remedy r on r.finding_id = f.id
            left join remedy_confirmation k on k.remedy_id = r.id
          where f.application_id = m.application_id
            and person in (f.raised_by, f.verified_by, f.closed_by, f.extended_by, p.answered_by, e.answered_by, g.proposed_by,
              g.answered_by, d.answered_by, j.judged_by, k.confirmed_by)) then 'finding_by_you'
        when exists (select 1 from application_review r where r.application_id = m.application_id and r.decided_by = person)
          or exists (select 1 from application_checklist c where c.application_id = m.application_id and c.checked_by = person)
          then 'application_reviewed_by_you'
        when m.asked_by = person or exists (select 1 from certificate_scope_request r
            where r.id = m.request_id and r.reviewed_by = person) then 'put_by_you'
        when exists (select 1 from advice v where v.organisation_id = m.organisation_id and v.account_id = person
          and v.given_on > (moment at time zone 'UTC')::date - interval '2 years') then 'advised_by_you'
        when exists (select 1 from decision_declaration d join decision_matter o on o.id = d.matter_id
            where o.organisation_id = m.organisation_id and d.account_id = person and d.conflicted)
          or exists (select 1 from application_reviewer r where r.application_id = m.application_id and r.account_id = person and r.conflicted)
          or exists (select 1 from conflict_declaration c where c.organisation_id = m.organisation_id and c.account_id = person and c.conflicted)
          then 'conflict_declared'
        when has_tie(person, m.organisation_id, (moment at time zone 'UTC')::date) then 'tied'
      end from decision_matter m where m.id = matter
    $$;
  `.execute(db);
