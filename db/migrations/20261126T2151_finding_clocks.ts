import { sql, type Kysely } from 'kysely';

/** What is due of a finding and what follows where it did not come; disputes; critical findings told at once (domain 2.8 c). */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table finding
      add column resubmit_due_on date,
      add column dispute_due_on date,
      add column extended_at timestamptz,
      add column extended_by uuid references account (id),
      add column extension_reason text check (length(btrim(extension_reason)) >= 10),
      add column extended_clock text check (extended_clock in ('contain', 'plan', 'close')),
      add column extended_from date;
    update finding set resubmit_due_on = greatest(plan_due_on, (select (max(p.answered_at) at time zone 'UTC')::date + 7
      from corrective_action_plan p where p.finding_id = finding.id and p.answer = 'returned'))
      where state = 'cap_returned';
    -- The next thing due, kept by the database beside what it follows from: lists sort by it, the clock reads it.
    alter table finding add column due_on date generated always as (case state
      when 'issued' then contain_due_on when 'disputed' then dispute_due_on when 'awaiting_cap' then plan_due_on
      when 'cap_returned' then resubmit_due_on when 'cap_submitted' then close_due_on when 'cap_accepted' then close_due_on
      when 'evidence_submitted' then close_due_on when 'evidence_rejected' then close_due_on when 'verified' then close_due_on
      end) stored;
    create index finding_due on finding (due_on, id) where due_on is not null;
    alter table finding
      add constraint finding_extension_shape
        check (num_nonnulls(extended_at, extended_by, extension_reason, extended_clock, extended_from) in (0, 5)),
      add constraint finding_resubmit_shape check (state <> 'cap_returned' or resubmit_due_on is not null),
      -- Critical findings are told at once. Older ones waited for the report.
      add constraint finding_critical_is_told check (grade <> 'critical' or state <> 'raised') not valid;
    create trigger finding_extended_once after update on finding for each row when (old.extended_at is not null)
      execute function refuse_rewriting('extended_at', 'extended_by', 'extension_reason', 'extended_clock', 'extended_from');

    alter table finding drop constraint finding_state_shape;
    alter table finding add constraint finding_state_shape check ((case state
      when 'raised' then num_nonnulls(issued_at, verified_at, closed_at, withdrawn_at) = 0
      when 'issued' then issued_at is not null and (grade = 'observation' or grade = 'critical' and contained_at is null)
        and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
      when 'disputed' then num_nonnulls(issued_at, dispute_due_on) = 2 and (grade <> 'critical' or contained_at is not null)
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
    drop trigger finding_step on finding;
    create trigger finding_step after update on finding for each row execute function refuse_step('state',
      'raised>issued', 'raised>awaiting_cap', 'raised>withdrawn', 'issued>awaiting_cap', 'awaiting_cap>cap_submitted',
      'cap_submitted>cap_accepted', 'cap_submitted>cap_returned', 'cap_returned>cap_submitted',
      'cap_accepted>evidence_submitted', 'evidence_submitted>verified', 'evidence_submitted>closed',
      'evidence_submitted>evidence_rejected', 'evidence_rejected>evidence_submitted', 'verified>closed',
      'awaiting_cap>issued', 'cap_submitted>issued', 'cap_returned>issued', 'cap_accepted>issued',
      'evidence_submitted>issued', 'evidence_rejected>issued',
      'issued>disputed', 'awaiting_cap>disputed', 'disputed>issued', 'disputed>awaiting_cap', 'disputed>withdrawn');

    create table finding_dispute (
      finding_id uuid primary key references finding (id),
      statement text not null check (length(btrim(statement)) >= 20),
      disputed_at timestamptz not null,
      disputed_by uuid not null references account (id),
      outcome text check (outcome in ('kept', 'regraded', 'withdrawn')),
      answer_reason text check (length(btrim(answer_reason)) >= 10),
      answered_at timestamptz,
      answered_by uuid references account (id),
      constraint finding_dispute_answer_shape check (num_nonnulls(outcome, answer_reason, answered_at, answered_by) in (0, 4))
    );
    create trigger finding_dispute_identity after update on finding_dispute for each row
      execute function refuse_rewriting('finding_id', 'statement', 'disputed_at', 'disputed_by');
    create trigger finding_dispute_answered after update on finding_dispute for each row when (old.outcome is not null)
      execute function refuse_rewriting();
    create trigger finding_dispute_kept before delete on finding_dispute for each row execute function refuse_change();
    create trigger finding_dispute_no_truncate before truncate on finding_dispute execute function refuse_change();

    create function require_parties_to_dispute() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f join membership m on m.organisation_id = f.organisation_id and m.role = 'recruiter'
        join scheme_version v on v.id = f.scheme_version_id
        where f.id = new.finding_id and m.account_id = new.disputed_by and (new.disputed_at at time zone 'UTC')::date
          <= (f.issued_at at time zone 'UTC')::date + coalesce((v.terms #>> '{clocks,correctiveAction,disputeDays}')::integer, 5)) then
        raise exception 'a finding is disputed in time, by the people it was issued to' using errcode = 'integrity_constraint_violation';
      end if;
      if new.answered_by is not null and not exists (select 1 from finding f join audit a on a.id = f.audit_id
        join membership m on m.organisation_id = a.audit_body_id and m.role in ('auditor', 'reviewer')
        where f.id = new.finding_id and m.account_id = new.answered_by and f.raised_by <> new.answered_by) then
        raise exception 'a dispute is answered by people of the audit body who did not raise the finding'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_dispute_parties before insert or update on finding_dispute
      for each row execute function require_parties_to_dispute();

    create table finding_escalation (
      id uuid primary key default gen_random_uuid(),
      position bigint not null unique default nextval('finding_ground_position'),
      finding_id uuid not null references finding (id),
      cause text not null check (cause in ('late', 'returned')),
      clock text check (clock in ('contain', 'plan', 'close')),
      due_on date,
      round integer,
      from_grade text not null,
      to_step text not null,
      escalated_at timestamptz not null,
      escalated_by uuid references account (id),
      constraint finding_escalation_ladder
        check ((from_grade, to_step) in (('minor', 'major'), ('major', 'suspension'), ('critical', 'withdrawal'))),
      constraint finding_escalation_cause_shape check (case cause
        when 'late' then num_nonnulls(clock, due_on) = 2 and num_nonnulls(round, escalated_by) = 0
        else num_nonnulls(round, escalated_by) = 2 and num_nonnulls(clock, due_on) = 0 end),
      constraint finding_escalation_is_late check (due_on < (escalated_at at time zone 'UTC')::date)
    );
    -- Each missed day is acted on once, each plan too many as well.
    create unique index finding_escalation_day on finding_escalation (finding_id, clock, due_on);
    create unique index finding_escalation_round on finding_escalation (finding_id, round);
    create trigger finding_escalation_append_only before update or delete on finding_escalation
      for each row execute function refuse_change();
    create trigger finding_escalation_no_truncate before truncate on finding_escalation execute function refuse_change();

    create function require_ground_for_escalation() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f where f.id = new.finding_id and f.grade = new.from_grade and (new.cause = 'returned'
        or f.due_on = new.due_on and f.state in ('issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected'))) then
        raise exception 'finding % is not overdue with its recruiter', new.finding_id using errcode = 'integrity_constraint_violation';
      end if;
      if new.cause = 'returned' and not exists (select 1 from corrective_action_plan where finding_id = new.finding_id
        and round = new.round and answer = 'returned' and answered_by = new.escalated_by) then
        raise exception 'plan % of finding % was not returned', new.round, new.finding_id using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_escalation_ground before insert on finding_escalation
      for each row execute function require_ground_for_escalation();

    create function require_escalation_of_returned_plan() returns trigger language plpgsql as $$
    declare most integer;
    begin
      select coalesce((v.terms #>> '{clocks,correctiveAction,mostReturns}')::integer, 2) into most
        from finding f join scheme_version v on v.id = f.scheme_version_id where f.id = new.finding_id;
      if (select count(*) from corrective_action_plan where finding_id = new.finding_id and answer = 'returned' and round <= new.round) > most
        and not exists (select 1 from finding_escalation where finding_id = new.finding_id and round = new.round) then
        raise exception 'a plan returned more than % times escalates its finding', most using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger corrective_action_plan_escalates after update of answer on corrective_action_plan
      deferrable initially deferred for each row when (new.answer = 'returned')
      execute function require_escalation_of_returned_plan();

    create or replace function finding_grade_has_ground(finding uuid, before text, after text) returns boolean language sql stable as $$
      select coalesce((select (from_grade, to_grade) = (before, after) from (
        select position, from_grade, to_grade from finding_regrade where finding_id = finding and outcome = 'approved'
        union all select position, from_grade, to_step from finding_escalation where finding_id = finding and to_step = 'major'
      ) ground order by position desc limit 1), false)
    $$;

    create or replace function require_ground_on_finding() returns trigger language plpgsql as $$
    declare moved integer := (old.contain_due_on is distinct from new.contain_due_on)::integer
      + (old.plan_due_on is distinct from new.plan_due_on)::integer + (old.close_due_on is distinct from new.close_due_on)::integer
      + (old.resubmit_due_on is distinct from new.resubmit_due_on)::integer;
    begin
      if old.grade <> new.grade and not finding_grade_has_ground(new.id, old.grade, new.grade) then
        raise exception 'finding: grade stands as it is until a second person approves another' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'issued' and old.state not in ('raised', 'issued', 'disputed') and old.grade = new.grade then
        raise exception 'finding does not go from % to issued', old.state using errcode = 'integrity_constraint_violation';
      end if;
      if (old.state = 'disputed') <> (new.state = 'disputed') and not exists (select 1 from finding_dispute
        where finding_id = new.id and (outcome is null) = (new.state = 'disputed')) then
        raise exception 'finding: a dispute begins and ends in words' using errcode = 'integrity_constraint_violation';
      end if;
      if old.issued_at is null or old.grade <> new.grade or old.state = 'disputed' and new.state <> 'disputed' or moved = 0 then
        return null;
      end if;
      if old.state <> 'cap_returned' and new.state = 'cap_returned' and moved = 1 and new.resubmit_due_on is distinct from old.resubmit_due_on then
        return null;
      end if;
      if old.extended_at is null and new.extended_at is not null and moved = 1 and new.due_on > old.due_on
        and old.state = new.state and new.extended_from = old.due_on then
        return null;
      end if;
      raise exception 'finding: contain_due_on, plan_due_on, resubmit_due_on, close_due_on stands as it is'
        using errcode = 'integrity_constraint_violation';
    end $$;

    create function require_six_months() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding where audit_id = new.id and grade in ('critical', 'major')
        and state not in ('closed', 'withdrawn')) then
        raise exception 'audit % has nothing grave that was not corrected', new.id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_fails after update of state on audit for each row when (new.state = 'failed' and old.state <> 'failed')
      execute function require_six_months();
  `.execute(db);
}
