import { sql, type Kysely } from 'kysely';

/** An audit ends with its application: broken off wherever it stood before its report was final, closed afterwards. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit
      drop constraint audit_abort_reason_check,
      add constraint audit_abort_reason_check
        check (abort_reason in ('safety', 'obstruction', 'access_denied', 'application_ended')),
      drop constraint audit_state_shape;
    alter table audit add constraint audit_state_shape check ((case state
      when 'scheduled' then num_nonnulls(planned_at, started_at, closed_at, cancelled_at) = 0
      when 'team_assigned' then num_nonnulls(planned_at, started_at, closed_at, cancelled_at) = 0
      when 'planned' then num_nonnulls(planned_at, starts_on, ends_on, notice_type, plan) = 5
        and num_nonnulls(started_at, refused_at, closed_at, cancelled_at) = 0
      when 'notified' then num_nonnulls(planned_at, notified_at, starts_on, ends_on, notice_type, plan) = 6
        and notice_type <> 'unannounced' and num_nonnulls(started_at, refused_at, closed_at, cancelled_at) = 0
      when 'postponed' then num_nonnulls(planned_at, postponed_at, postponed_until, postponement_reason) = 4
        and postponements = 1 and num_nonnulls(started_at, refused_at, closed_at, cancelled_at) = 0
      when 'refused_by_auditee' then num_nonnulls(planned_at, refused_at, refusal_note) = 3
        and num_nonnulls(started_at, closed_at, cancelled_at) = 0
      when 'in_progress' then num_nonnulls(planned_at, started_at) = 2
        and num_nonnulls(fieldwork_done_at, aborted_at, closed_at, cancelled_at) = 0
      when 'aborted' then num_nonnulls(started_at, aborted_at, abort_reason, abort_note) = 4
        and num_nonnulls(reviewed_at, closed_at, cancelled_at) = 0
        and (fieldwork_done_at is null or abort_reason = 'application_ended')
      when 'fieldwork_done' then num_nonnulls(started_at, fieldwork_done_at) = 2
        and num_nonnulls(reviewed_at, closed_at, cancelled_at) = 0
      when 'report_draft' then num_nonnulls(fieldwork_done_at, report_started_at) = 2
        and num_nonnulls(reviewed_at, closed_at, cancelled_at) = 0
      when 'fact_check' then num_nonnulls(fieldwork_done_at, reported_at, reported_by, summary, fact_check_at, fact_check_due_on) = 6
        and num_nonnulls(fact_checked_at, reviewed_at, closed_at, cancelled_at) = 0
      when 'tech_review' then num_nonnulls(fieldwork_done_at, reported_at, reported_by, summary) = 4
        and num_nonnulls(reviewed_at, closed_at, cancelled_at) = 0
      when 'report_final' then num_nonnulls(reported_at, reviewed_at, reviewed_by) = 3 and num_nonnulls(closed_at, cancelled_at, failed_at) = 0
      when 'caps_open' then num_nonnulls(reported_at, reviewed_at, reviewed_by) = 3 and num_nonnulls(closed_at, cancelled_at, failed_at) = 0
      when 'ready_for_decision' then num_nonnulls(reported_at, reviewed_at, reviewed_by) = 3
        and num_nonnulls(closed_at, cancelled_at, failed_at) = 0
      when 'failed' then num_nonnulls(reviewed_at, failed_at) = 2 and num_nonnulls(closed_at, cancelled_at) = 0
      when 'closed' then closed_at is not null and cancelled_at is null
        and (type <> 'stage1' or num_nonnulls(readiness, aborted_at, refused_at) > 0)
      when 'cancelled' then cancelled_at is not null and closed_at is null
      else false end) is true);

    drop trigger audit_step on audit;
    create trigger audit_step after update on audit for each row execute function refuse_step('state',
      'scheduled>team_assigned', 'team_assigned>scheduled', 'team_assigned>planned', 'planned>notified', 'planned>in_progress',
      'notified>in_progress', 'notified>postponed', 'notified>refused_by_auditee', 'postponed>planned',
      'postponed>refused_by_auditee', 'in_progress>fieldwork_done', 'in_progress>aborted', 'fieldwork_done>closed',
      'fieldwork_done>report_draft', 'report_draft>fact_check', 'fact_check>tech_review', 'tech_review>report_draft',
      'tech_review>report_final', 'report_final>caps_open', 'report_final>ready_for_decision', 'caps_open>ready_for_decision',
      'caps_open>failed', 'ready_for_decision>closed', 'aborted>closed', 'refused_by_auditee>closed',
      'scheduled>cancelled', 'team_assigned>cancelled', 'planned>cancelled', 'notified>cancelled', 'postponed>cancelled',
      'fieldwork_done>aborted', 'report_draft>aborted', 'fact_check>aborted', 'tech_review>aborted', 'caps_open>closed');

    -- Nothing but the end of the application takes these ways, and nobody says that it ended while it goes on.
    create function require_ended_application() returns trigger language plpgsql as $$
    begin
      if new.abort_reason is distinct from 'application_ended' or not exists (
        select 1 from application where id = new.application_id and state in ('withdrawn', 'lapsed')) then
        raise exception 'audit %: it ends this way with its application alone', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_ends_with_application after update on audit for each row
      when (old.state <> new.state and (new.abort_reason = 'application_ended'
        or (new.state = 'aborted' and old.state <> 'in_progress') or (old.state = 'caps_open' and new.state = 'closed')))
      execute function require_ended_application();
  `.execute(db);
}
