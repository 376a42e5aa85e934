import { sql, type Kysely } from 'kysely';

/**
 * An audit of a certificate ends with it, as the audits before one end with their application: broken off wherever it stood
 * before its report was final, closed afterwards. And under a withdrawn certificate none begins.
 */
export async function up(db: Kysely<unknown>) {
  await shape(db);
  await ends(db);
}

const shape = (db: Kysely<unknown>) =>
  sql`
    alter table audit
      drop constraint audit_abort_reason_check,
      add constraint audit_abort_reason_check
        check (abort_reason in ('safety', 'obstruction', 'access_denied', 'application_ended', 'certificate_ended')),
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
        and (fieldwork_done_at is null or abort_reason in ('application_ended', 'certificate_ended'))
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
  `.execute(db);

const ends = (db: Kysely<unknown>) =>
  sql`
    -- Withdrawn, or past its last day; one that is recertified may still be restored by the audit under way.
    create function certificate_ended(audited audit) returns boolean language sql stable as $$
      select coalesce((select c.status = 'withdrawn' or (audited.type <> 'recertification'
          and c.valid_until < (coalesce(audited.aborted_at, audited.closed_at, now()) at time zone 'UTC')::date)
        from certificate c where c.id = audited.certificate_id), false)
    $$;
    -- Nothing but the end of the application, or of the certificate, takes these ways, and nobody says it ended while it goes on.
    create or replace function require_ended_application() returns trigger language plpgsql as $$
    begin
      if (case new.abort_reason
        when 'application_ended' then exists (
          select 1 from application where id = new.application_id and state in ('withdrawn', 'lapsed'))
        when 'certificate_ended' then certificate_ended(new)
        else false end) is not true then
        raise exception 'audit %: it ends this way with its application alone, or with its certificate', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    drop trigger audit_ends_with_application on audit;
    create trigger audit_ends_with_application after update on audit for each row
      when (old.state <> new.state and (new.abort_reason in ('application_ended', 'certificate_ended')
        or (new.state = 'aborted' and old.state <> 'in_progress') or (old.state = 'caps_open' and new.state = 'closed')))
      execute function require_ended_application();

    create function refuse_audit_of_withdrawn() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from certificate where id = new.certificate_id and status = 'withdrawn') then
        raise exception 'audit %: its certificate was withdrawn', new.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_certificate_ended';
      end if;
      return null;
    end $$;
    create trigger audit_of_standing_certificate after update on audit for each row
      when (old.state <> new.state and new.certificate_id is not null and new.state in ('planned', 'notified', 'in_progress'))
      execute function refuse_audit_of_withdrawn();
  `.execute(db);
