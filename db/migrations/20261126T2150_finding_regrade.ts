import { sql, type Kysely } from 'kysely';

/** A grade changes with a reason and a second person alone (domain 2.8 c), and its clocks with it. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- What grades change by comes in one order, whatever table tells of it.
    create sequence finding_ground_position;

    create table finding_regrade (
      id uuid primary key default gen_random_uuid(),
      position bigint not null unique default nextval('finding_ground_position'),
      finding_id uuid not null references finding (id),
      from_grade text not null check (from_grade in ('critical', 'major', 'minor', 'observation')),
      to_grade text not null check (to_grade in ('critical', 'major', 'minor', 'observation')),
      reason text not null check (length(btrim(reason)) >= 10),
      proposed_at timestamptz not null,
      proposed_by uuid not null references account (id),
      outcome text check (outcome in ('approved', 'dismissed')),
      answer_reason text check (length(btrim(answer_reason)) >= 10),
      answered_at timestamptz,
      answered_by uuid references account (id),
      constraint finding_regrade_changes check (from_grade <> to_grade),
      constraint finding_regrade_second_person check (answered_by <> proposed_by),
      constraint finding_regrade_answer_shape check (num_nonnulls(outcome, answer_reason, answered_at, answered_by) in (0, 4))
    );
    create unique index finding_regrade_one_open on finding_regrade (finding_id) where outcome is null;
    create index finding_regrade_finding on finding_regrade (finding_id, position);
    create trigger finding_regrade_identity after update on finding_regrade for each row
      execute function refuse_rewriting('id', 'position', 'finding_id', 'from_grade', 'to_grade', 'reason', 'proposed_at', 'proposed_by');
    create trigger finding_regrade_answered after update on finding_regrade for each row when (old.outcome is not null)
      execute function refuse_rewriting();
    create trigger finding_regrade_kept before delete on finding_regrade for each row execute function refuse_change();
    create trigger finding_regrade_no_truncate before truncate on finding_regrade execute function refuse_change();

    create function require_regrade_by_body() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f join audit a on a.id = f.audit_id
        join membership m on m.organisation_id = a.audit_body_id and m.role in ('auditor', 'reviewer')
        where f.id = new.finding_id and m.account_id = coalesce(new.answered_by, new.proposed_by)) then
        raise exception 'a grade is proposed and answered by people of the audit body' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_regrade_by_body before insert or update on finding_regrade
      for each row execute function require_regrade_by_body();

    -- The other half of finding_grounds: nothing is approved that the finding does not show.
    create function require_shown_grade() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding where id = new.finding_id and grade = new.to_grade) then
        raise exception 'finding % does not show the grade that was approved', new.finding_id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger finding_regrade_is_shown after update of outcome on finding_regrade deferrable initially deferred
      for each row when (new.outcome = 'approved') execute function require_shown_grade();

    create function finding_grade_has_ground(finding uuid, before text, after text) returns boolean language sql stable as $$
      select coalesce((select (from_grade, to_grade) = (before, after) from finding_regrade
        where finding_id = finding and outcome = 'approved' order by position desc limit 1), false)
    $$;

    create function require_ground_on_finding() returns trigger language plpgsql as $$
    begin
      if old.grade <> new.grade and not finding_grade_has_ground(new.id, old.grade, new.grade) then
        raise exception 'finding: grade stands as it is until a second person approves another' using errcode = 'integrity_constraint_violation';
      end if;
      if old.issued_at is not null and old.grade = new.grade and (old.contain_due_on, old.plan_due_on, old.close_due_on)
        is distinct from (new.contain_due_on, new.plan_due_on, new.close_due_on) then
        raise exception 'finding: contain_due_on, plan_due_on, close_due_on stands as it is' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'issued' and old.state not in ('raised', 'issued') and old.grade = new.grade then
        raise exception 'finding does not go from % to issued', old.state using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    drop trigger finding_issued on finding;
    create trigger finding_issued after update on finding for each row when (old.issued_at is not null)
      execute function refuse_rewriting('statement', 'evidence', 'issued_at');
    create trigger finding_grounds after update on finding for each row execute function require_ground_on_finding();
    drop trigger finding_step on finding;
    create trigger finding_step after update on finding for each row execute function refuse_step('state',
      'raised>issued', 'raised>awaiting_cap', 'raised>withdrawn', 'issued>awaiting_cap', 'awaiting_cap>cap_submitted',
      'cap_submitted>cap_accepted', 'cap_submitted>cap_returned', 'cap_returned>cap_submitted',
      'cap_accepted>evidence_submitted', 'evidence_submitted>verified', 'evidence_submitted>closed',
      'evidence_submitted>evidence_rejected', 'evidence_rejected>evidence_submitted', 'verified>closed',
      'awaiting_cap>issued', 'cap_submitted>issued', 'cap_returned>issued', 'cap_accepted>issued',
      'evidence_submitted>issued', 'evidence_rejected>issued');

    -- An observation rests in issued, whatever it was before.
    alter table finding drop constraint finding_state_shape;
    alter table finding add constraint finding_state_shape check ((case state
      when 'raised' then num_nonnulls(issued_at, verified_at, closed_at, withdrawn_at) = 0
      when 'issued' then issued_at is not null and (grade = 'observation' or grade = 'critical' and contained_at is null)
        and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'awaiting_cap' then issued_at is not null and (grade <> 'critical' or contained_at is not null)
        and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'cap_submitted' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'cap_returned' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'cap_accepted' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'evidence_submitted' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'evidence_rejected' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'verified' then num_nonnulls(issued_at, verified_at, verified_by, verification_method) = 4 and num_nonnulls(closed_at, withdrawn_at) = 0
      when 'closed' then issued_at is not null and num_nonnulls(closed_at, closed_by) = 2 and withdrawn_at is null
        and (grade not in ('critical', 'major') or num_nonnulls(verified_at, verified_by) = 2)
      when 'withdrawn' then num_nonnulls(withdrawn_at, withdrawal_reason) = 2 and closed_at is null
      else false end) is true);
  `.execute(db);
}
