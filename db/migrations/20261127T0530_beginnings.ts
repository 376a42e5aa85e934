import { sql, type Kysely } from 'kysely';

/** What goes from state to state begins at its beginning: nothing is written down as planned, answered or closed at once. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Arguments: the column of the state ('' where there is none), the states it begins in ("a|b"), then what comes later.
    create function require_beginning() returns trigger language plpgsql as $$
    declare
      row_now jsonb := to_jsonb(new);
      early text;
    begin
      if tg_argv[0] <> '' and not (row_now ->> tg_argv[0]) = any (string_to_array(tg_argv[1], '|')) then
        raise exception '% does not begin as %', tg_table_name, row_now ->> tg_argv[0] using errcode = 'integrity_constraint_violation';
      end if;
      select string_agg(key, ', ') into early from jsonb_each_text(row_now) as held (key, value)
        where held.value is not null and key = any (tg_argv[2:]);
      if early is not null then
        raise exception '% begins without %', tg_table_name, early using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    create trigger audit_begins after insert on audit for each row execute function require_beginning('state', 'scheduled',
      'planned_at', 'starts_on', 'ends_on', 'notice_type', 'plan', 'window_from', 'window_until', 'notice_reason', 'notified_at',
      'postponed_at', 'postponed_until', 'postponement_reason', 'refused_at', 'refusal_note', 'started_at', 'aborted_at',
      'abort_reason', 'abort_note', 'fieldwork_done_at', 'report_started_at', 'summary', 'reported_at', 'reported_by',
      'fact_check_at', 'fact_check_due_on', 'fact_checked_at', 'reviewed_at', 'reviewed_by', 'review_note', 'readiness',
      'closed_at', 'cancelled_at', 'failed_at', 'follow_up_note', 'day_calculation_id', 'sample_plan_id');
    create trigger finding_begins after insert on finding for each row execute function require_beginning('state', 'raised|issued',
      'contained_at', 'containment', 'verified_at', 'verified_by', 'verification_method', 'closed_at', 'closed_by',
      'withdrawn_at', 'withdrawal_reason', 'resubmit_due_on', 'dispute_due_on', 'extended_at', 'extended_by',
      'extension_reason', 'extended_clock', 'extended_from');
    create trigger finding_regrade_begins after insert on finding_regrade for each row
      execute function require_beginning('', '', 'outcome', 'answer_reason', 'answered_at', 'answered_by');
    create trigger finding_dispute_begins after insert on finding_dispute for each row
      execute function require_beginning('', '', 'outcome', 'answer_reason', 'answered_at', 'answered_by');
    create trigger corrective_action_plan_begins after insert on corrective_action_plan for each row
      execute function require_beginning('', '', 'answer', 'answer_reason', 'answered_at', 'answered_by');
    create trigger finding_evidence_begins after insert on finding_evidence for each row
      execute function require_beginning('', '', 'answer', 'answer_reason', 'answered_at', 'answered_by');
    create trigger audit_postponement_begins after insert on audit_postponement for each row
      execute function require_beginning('', '', 'outcome', 'note', 'answered_at', 'answered_by');
    create trigger remedy_begins after insert on remedy for each row execute function require_beginning('', '', 'completed_at');

    -- Only what is critical is told before the report, on the day it is raised.
    create function require_reason_to_tell() returns trigger language plpgsql as $$
    begin
      if (new.state = 'issued') <> (new.grade = 'critical') or new.issued_at <> new.raised_at then
        raise exception 'a finding is issued as it is raised when it is critical, and no other'
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'raised' and num_nonnulls(new.contain_due_on, new.plan_due_on, new.close_due_on) > 0 then
        raise exception 'the clocks of a finding begin when it is issued' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_told_when_critical after insert on finding for each row execute function require_reason_to_tell();

    -- What was sent stands while its answer is awaited.
    create trigger corrective_action_plan_identity after update on corrective_action_plan for each row
      execute function refuse_rewriting('finding_id', 'round', 'root_cause', 'correction', 'corrective_action',
        'preventive_action', 'owner', 'target_on', 'submitted_at', 'submitted_by');
    create trigger finding_evidence_identity after update on finding_evidence for each row
      execute function refuse_rewriting('finding_id', 'round', 'description', 'document_id', 'document_version', 'sha256',
        'submitted_at', 'submitted_by');

    create function require_own_scheduler() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.scheduled_by and organisation_id = new.audit_body_id
        and role = 'auditor') then
        raise exception 'an audit is scheduled by an auditor of its body' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from application where id = new.application_id and organisation_id = new.organisation_id) then
        raise exception 'an audit is of the recruiter whose application it is' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_scheduled_by_own after insert on audit for each row execute function require_own_scheduler();
  `.execute(db);
}
