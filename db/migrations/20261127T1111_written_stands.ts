import { sql, type Kysely } from 'kysely';

/** What was written stands, and nothing is written before its time: interviews, teams, notes of an audit, ends of a finding. */
export async function up(db: Kysely<unknown>) {
  await interviews(db);
  await audits(db);
  await findings(db);
}

const interviews = (db: Kysely<unknown>) =>
  sql`
    -- The words name the interviews; only a change of the words changes what they name.
    create function refuse_loose_reference() returns trigger language plpgsql as $$
    begin
      if pg_trigger_depth() < 2 then
        raise exception 'which interviews a text names goes with its words' using errcode = 'integrity_constraint_violation';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$;
    create trigger interview_reference_with_words before insert or update or delete on interview_reference
      for each row execute function refuse_loose_reference();
    create trigger interview_reference_no_truncate before truncate on interview_reference execute function refuse_change();

    create trigger worker_interview_concluded_once after update on worker_interview for each row
      when (old.outcome = new.outcome and old.outcome <> 'open') execute function refuse_rewriting('concluded_at', 'concluded_by');
    create trigger worker_interview_identity_kept before update on worker_interview for each row
      when (old.identity is not null and new.identity is null and new.identity_destroyed_at is null)
      execute function refuse_outside_fieldwork();

    create trigger audit_team_member_as_assigned after update on audit_team_member
      for each row execute function refuse_rewriting('assigned_at', 'role');
  `.execute(db);

const audits = (db: Kysely<unknown>) =>
  sql`
    alter table audit add constraint audit_abort_note_in_time check (abort_note is null or aborted_at is not null);
    alter table audit add constraint audit_refusal_note_in_time check (refusal_note is null or refused_at is not null);
    alter table audit add constraint audit_postponement_in_time check (postponement_reason is null or postponed_at is not null);
    alter table audit add constraint audit_follow_up_by_somebody check (follow_up_note is null or followed_up_by is not null);

    create trigger audit_written_in_fieldwork after update on audit for each row
      when (old.fieldwork_done_at is not null) execute function refuse_rewriting('plan', 'ends_on', 'fieldwork_done_at');
    create trigger audit_written_abort after update on audit for each row
      when (old.abort_note is not null) execute function refuse_rewriting('aborted_at', 'abort_reason', 'abort_note');
    create trigger audit_written_refusal after update on audit for each row
      when (old.refusal_note is not null) execute function refuse_rewriting('refused_at', 'refusal_note');
    create trigger audit_written_postponement after update on audit for each row
      when (old.postponed_at is not null) execute function refuse_rewriting('postponed_at', 'postponed_until', 'postponement_reason');
    create trigger audit_written_follow_up after update on audit for each row
      when (old.follow_up_note is not null) execute function refuse_rewriting('follow_up_note', 'followed_up_by');
  `.execute(db);

const findings = (db: Kysely<unknown>) =>
  sql`
    alter table finding add constraint finding_closed_by_somebody check (num_nonnulls(closed_at, closed_by) in (0, 2));
    alter table finding add constraint finding_withdrawn_with_reason check (num_nonnulls(withdrawn_at, withdrawal_reason) in (0, 2));
    create trigger finding_dispute_day_stands after update on finding for each row
      when (old.dispute_due_on is not null) execute function refuse_rewriting('dispute_due_on');

    create trigger application_package_stands after update on application for each row
      when (old.state = 'decision_pending' and new.state = old.state) execute function refuse_rewriting('package_frozen_at');
  `.execute(db);
