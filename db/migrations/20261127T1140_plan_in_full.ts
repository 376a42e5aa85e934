import { sql, type Kysely } from 'kysely';

/**
 * A corrective action plan says what workers get where they were harmed, or, for a minor finding that harmed nobody, why
 * nothing is planned. Such a finding closes as that reason is accepted, without evidence of closing (domain 2.8 c).
 */
export async function up(db: Kysely<unknown>) {
  await plans(db);
  await closing(db);
}

const plans = (db: Kysely<unknown>) =>
  sql`
    alter table corrective_action_plan
      add column remedy_to_workers text check (length(btrim(remedy_to_workers)) >= 20),
      add column no_action_reason text check (length(btrim(no_action_reason)) >= 20),
      alter column root_cause drop not null, alter column correction drop not null,
      alter column corrective_action drop not null, alter column preventive_action drop not null,
      alter column owner drop not null, alter column target_on drop not null;
    alter table corrective_action_plan add constraint corrective_action_plan_shape check (case
      when no_action_reason is null then num_nonnulls(root_cause, correction, corrective_action, preventive_action, owner, target_on) = 6
      else num_nonnulls(root_cause, correction, corrective_action, preventive_action, owner, target_on, remedy_to_workers) = 0 end);
    drop trigger corrective_action_plan_identity on corrective_action_plan;
    create trigger corrective_action_plan_identity after update on corrective_action_plan for each row
      execute function refuse_rewriting('finding_id', 'round', 'root_cause', 'correction', 'corrective_action',
        'preventive_action', 'remedy_to_workers', 'no_action_reason', 'owner', 'target_on', 'submitted_at', 'submitted_by');

    create function require_whole_plan() returns trigger language plpgsql as $$
    declare planned finding;
    begin
      select * into planned from finding where id = new.finding_id;
      if planned.harm is not null and new.remedy_to_workers is null then
        raise exception 'corrective_action_plan: where workers were harmed it says what they get'
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.no_action_reason is not null and planned.grade <> 'minor' then
        raise exception 'corrective_action_plan: only a minor finding is left without action'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger corrective_action_plan_whole after insert on corrective_action_plan for each row
      execute function require_whole_plan();
  `.execute(db);

const closing = (db: Kysely<unknown>) =>
  sql`
    drop trigger finding_step on finding;
    create trigger finding_step after update on finding for each row execute function refuse_step('state',
      'raised>issued', 'raised>awaiting_cap', 'raised>withdrawn', 'issued>awaiting_cap', 'awaiting_cap>cap_submitted',
      'cap_submitted>cap_accepted', 'cap_submitted>cap_returned', 'cap_submitted>closed', 'cap_returned>cap_submitted',
      'cap_accepted>evidence_submitted', 'evidence_submitted>verified', 'evidence_submitted>closed',
      'evidence_submitted>evidence_rejected', 'evidence_rejected>evidence_submitted', 'verified>closed',
      'awaiting_cap>issued', 'cap_submitted>issued', 'cap_returned>issued', 'cap_accepted>issued',
      'evidence_submitted>issued', 'evidence_rejected>issued',
      'issued>disputed', 'awaiting_cap>disputed', 'disputed>issued', 'disputed>awaiting_cap', 'disputed>withdrawn');

    create or replace function require_round_of_state() returns trigger language plpgsql as $$
    declare
      plan text;
      action boolean;
      proof text := (select coalesce(answer, 'awaited') from finding_evidence where finding_id = new.id order by round desc limit 1);
      contest text := (select coalesce(outcome, 'awaited') from finding_dispute where finding_id = new.id);
    begin
      select coalesce(answer, 'awaited'), no_action_reason is null into plan, action from corrective_action_plan
        where finding_id = new.id order by round desc limit 1;
      if (case
        when new.state = 'cap_submitted' then plan = 'awaited'
        when new.state = 'cap_accepted' then plan = 'accepted' and action
        when new.state = 'cap_returned' then plan = 'returned'
        when new.state = 'evidence_submitted' then proof = 'awaited'
        when new.state = 'evidence_rejected' then proof = 'rejected'
        when old.state = 'cap_submitted' and new.state = 'closed' then plan = 'accepted' and not action
        when old.state = 'evidence_submitted' and new.state in ('verified', 'closed') then proof = 'verified'
        when old.state = 'disputed' then coalesce(contest, 'awaited') = 'awaited' or contest = (case when new.state = 'withdrawn' then 'withdrawn'
          when new.grade = old.grade then 'kept' else 'regraded' end)
        else true end) is not true then
        raise exception 'finding: % has no ground in what was sent and answered', new.state using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    create or replace function require_verification() returns trigger language plpgsql as $$
    begin
      if old.state not in ('evidence_submitted', 'cap_submitted') or new.verified_by is null
        or new.state <> (case new.grade when 'minor' then 'closed' else 'verified' end)
        or new.state = 'closed' and new.closed_by is distinct from new.verified_by then
        raise exception 'finding: with its verification a minor finding closes, and a graver one waits for a second person'
          using errcode = 'integrity_constraint_violation';
      end if;
      if old.state = 'cap_submitted' and new.harm is not null then
        raise exception 'finding: where workers were harmed it does not close without action' using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(new.audit_id, new.verified_by, (new.verified_at at time zone 'UTC')::date)
        or new.verified_by is distinct from (case old.state
          when 'cap_submitted' then (select answered_by from corrective_action_plan where finding_id = new.id order by round desc limit 1)
          else (select answered_by from finding_evidence where finding_id = new.id order by round desc limit 1) end) then
        raise exception 'finding: it is verified by whoever of the team took the evidence' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from finding_regrade where finding_id = new.id and outcome is null) then
        raise exception 'finding: it is verified once its grade is settled' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    drop trigger finding_verified_by_team on finding;
    create trigger finding_verified_by_team after update on finding for each row
      when (old.verified_by is distinct from new.verified_by or old.verified_at is distinct from new.verified_at
        or old.state in ('evidence_submitted', 'cap_submitted') and new.state in ('verified', 'closed'))
      execute function require_verification();
  `.execute(db);
