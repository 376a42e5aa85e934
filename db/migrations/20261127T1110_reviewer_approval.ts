import { sql, type Kysely } from 'kysely';

/** The second person of an audit body is qualified (domain 2.8 b): the scheme approved them as reviewer, on the day they act. */
export async function up(db: Kysely<unknown>) {
  await approvals(db);
  await acts(db);
}

const approvals = (db: Kysely<unknown>) =>
  sql`
    alter table auditor_approval drop constraint auditor_approval_level_check;
    alter table auditor_approval add constraint auditor_approval_level_check check (level in ('auditor', 'lead_auditor', 'reviewer'));

    create or replace function require_own_auditor() returns trigger language plpgsql as $$
    declare roles text[] := case
      when tg_table_name <> 'auditor_approval' then array['auditor', 'reviewer']
      when to_jsonb(new) ->> 'level' = 'reviewer' then array['reviewer']
      else array['auditor'] end;
    begin
      if not exists (select 1 from membership m where m.account_id = new.account_id
        and m.organisation_id = new.organisation_id and m.role = any (roles)) then
        raise exception 'an audit body keeps the records of its own auditors' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    -- Whoever may lead may also follow; reviewing is a work of its own.
    create or replace function auditor_is_approved(person uuid, body uuid, wanted text, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from auditor_approval a
        where a.account_id = person and a.organisation_id = body and a.outcome = 'granted'
          and (a.level = wanted or wanted = 'auditor' and a.level = 'lead_auditor')
          and on_day between a.valid_from and a.valid_until
          and (a.ended_at is null or (a.ended_at at time zone 'UTC')::date > on_day)
          and not exists (select 1 from auditor_suspension s where s.approval_id = a.id
            and (s.suspended_at at time zone 'UTC')::date <= on_day
            and (s.lifted_at is null or (s.lifted_at at time zone 'UTC')::date > on_day)))
    $$;
  `.execute(db);

/** Last of the triggers by their names: what else keeps somebody away says so first. */
const acts = (db: Kysely<unknown>) =>
  sql`
    create function require_approved_reviewer() returns trigger language plpgsql as $$
    declare
      person uuid := case when new.state = 'report_draft' then new.returned_by else new.reviewed_by end;
      moment timestamptz := case when new.state = 'report_draft' then new.returned_at else new.reviewed_at end;
    begin
      if not auditor_is_approved(person, new.audit_body_id, 'reviewer', (moment at time zone 'UTC')::date) then
        raise exception 'audit %: the scheme has not approved this person as reviewer', new.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_reviewer_not_approved';
      end if;
      return null;
    end $$;
    create trigger audit_with_approved_reviewer after update on audit for each row
      when (old.state = 'tech_review' and new.state in ('report_final', 'report_draft')) execute function require_approved_reviewer();

    create function require_approved_closer() returns trigger language plpgsql as $$
    begin
      if not auditor_is_approved(new.closed_by, (select audit_body_id from audit where id = new.audit_id), 'reviewer',
          (new.closed_at at time zone 'UTC')::date) then
        raise exception 'finding %: the scheme has not approved this person as reviewer', new.number
          using errcode = 'integrity_constraint_violation', constraint = 'finding_reviewer_not_approved';
      end if;
      return null;
    end $$;
    create trigger finding_with_approved_closer after update on finding for each row
      when (new.closed_by is not null and old.closed_by is null and new.grade in ('critical', 'major'))
      execute function require_approved_closer();

    -- Of the team they audit, approved for it; a reviewer is approved as one.
    create function require_approved_answer() returns trigger language plpgsql as $$
    declare day date := (new.answered_at at time zone 'UTC')::date;
    begin
      if not exists (select 1 from finding f join audit a on a.id = f.audit_id where f.id = new.finding_id
          and (works_on_audit(a.id, new.answered_by, day) or auditor_is_approved(new.answered_by, a.audit_body_id, 'reviewer', day))) then
        raise exception 'the scheme has not approved this person as reviewer'
          using errcode = 'integrity_constraint_violation', constraint = 'finding_reviewer_not_approved';
      end if;
      return null;
    end $$;
    create trigger finding_regrade_with_approved after update on finding_regrade for each row
      when (new.answered_by is not null and old.answered_by is null) execute function require_approved_answer();
    create trigger finding_dispute_with_approved after update on finding_dispute for each row
      when (new.answered_by is not null and old.answered_by is null) execute function require_approved_answer();
  `.execute(db);
