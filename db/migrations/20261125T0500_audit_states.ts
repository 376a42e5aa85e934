import { sql, type Kysely } from 'kysely';

/** All states and types of an audit (domain 2.8 b), and which may follow which. */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger audit_step on audit;
    drop trigger audit_identity on audit;
    drop trigger audit_final on audit;
    drop index audit_one_live;
    alter table audit
      drop constraint audit_type_check,
      drop constraint audit_state_shape,
      add column certificate_id uuid references certificate (id),
      add column trigger text check (trigger in ('critical_complaint', 'licence_sanction', 'material_change', 'media_report',
        'failed_call_backs', 'suspension_follow_up', 'transfer', 'random_draw')),
      add column notified_at timestamptz,
      add column postponed_at timestamptz,
      add column postponed_until date,
      add column postponement_reason text,
      add column postponements integer not null default 0 check (postponements between 0 and 1),
      add column refused_at timestamptz,
      add column refusal_note text,
      add column aborted_at timestamptz,
      add column abort_reason text check (abort_reason in ('safety', 'obstruction', 'access_denied')),
      add column abort_note text,
      add column report_started_at timestamptz,
      add column fact_check_at timestamptz,
      add column fact_check_due_on date,
      add column fact_checked_at timestamptz,
      add column failed_at timestamptz;
    alter table audit
      add constraint audit_type_check check (type in ('stage1', 'stage2', 'surveillance', 'recertification', 'special', 'follow_up',
        'scope_extension', 'transfer_review', 'witness')),
      add constraint audit_of_certificate check (type = 'witness' or (certificate_id is null) = (type in ('stage1', 'stage2'))),
      add constraint audit_special_is_triggered check (type <> 'special' or trigger is not null),
      add constraint audit_state_shape check ((case state
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
          and num_nonnulls(fieldwork_done_at, closed_at, cancelled_at) = 0
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
    create unique index audit_one_live on audit (application_id, type)
      where type not in ('special', 'follow_up', 'witness')
        and state not in ('cancelled', 'closed', 'failed', 'aborted', 'refused_by_auditee');
    create index audit_certificate on audit (certificate_id) where certificate_id is not null;

    -- fieldwork_done>tech_review is the way of reports that were under way before the fact check existed.
    create trigger audit_step after update on audit for each row execute function refuse_step('state',
      'scheduled>team_assigned', 'team_assigned>scheduled', 'team_assigned>planned', 'planned>notified', 'planned>in_progress',
      'notified>in_progress', 'notified>postponed', 'notified>refused_by_auditee', 'postponed>planned',
      'postponed>refused_by_auditee', 'in_progress>fieldwork_done', 'in_progress>aborted', 'fieldwork_done>closed',
      'fieldwork_done>report_draft', 'report_draft>fact_check', 'fact_check>tech_review', 'tech_review>report_draft',
      'tech_review>report_final', 'report_final>caps_open', 'report_final>ready_for_decision', 'caps_open>ready_for_decision',
      'caps_open>failed', 'ready_for_decision>closed', 'aborted>closed', 'refused_by_auditee>closed',
      'scheduled>cancelled', 'team_assigned>cancelled', 'planned>cancelled', 'notified>cancelled', 'postponed>cancelled',
      'fieldwork_done>tech_review', 'tech_review>fieldwork_done', 'tech_review>caps_open', 'tech_review>ready_for_decision');
    create trigger audit_identity after update on audit for each row execute function refuse_rewriting('id', 'reference',
      'application_id', 'certificate_id', 'organisation_id', 'audit_body_id', 'scheme_version_id', 'type', 'trigger',
      'scheduled_at', 'scheduled_by');
    create trigger audit_final after update on audit for each row when (old.state in ('closed', 'cancelled', 'failed'))
      execute function refuse_rewriting();
  `.execute(db);
}
