import { sql, type Kysely } from 'kysely';

/**
 * A certificate that nobody looked at in time cannot go on saying so (ISO/IEC 17021-1, 9.1.3 and 9.6.5): where its holder may
 * know of the surveillance that was not held, the clock suspends it as announced; an officer may give the audit body more
 * time once. What suspends for it is lifted once it was held.
 */
export async function up(db: Kysely<unknown>) {
  await questions(db);
  await moreTime(db);
  await reasons(db);
  await clocks(db);
  await lifts(db);
}

const questions = (db: Kysely<unknown>) =>
  sql`
    -- A surveillance of its cycle was not held by its last day.
    create function owes_surveillance(held uuid, day date) returns boolean language sql stable as $$
      select exists (select 1 from audit_programme_entry e where e.certificate_id = held and e.type = 'surveillance'
        and e.reason = 'cycle' and e.dropped_at is null and e.due_on < day and not was_held(e.audit_id))
    $$;
    -- Whether the recruiter may be told that it is late; the same as mayTellHolder of the rules.
    create function may_tell_holder(kept text, one uuid) returns boolean language sql stable as $$
      select coalesce((select num_nonnulls(a.notified_at, a.started_at) > 0 or coalesce(a.notice_type, kept) = 'announced'
        from audit a where a.id = one and not is_undone(a.state, a.aborted_at, a.refused_at)), kept = 'announced')
    $$;
    create index audit_programme_entry_told_late on audit_programme_entry (certificate_id)
      where late_told_at is not null and dropped_at is null;
  `.execute(db);

const moreTime = (db: Kysely<unknown>) =>
  sql`
    alter table audit_programme_entry
      add column more_time_until date,
      add column more_time_reasons text check (length(btrim(more_time_reasons)) between 20 and 10000),
      add column more_time_by uuid references account (id),
      add column more_time_at timestamptz,
      add constraint audit_programme_entry_more_time check (
        num_nonnulls(more_time_until, more_time_reasons, more_time_by, more_time_at) = 0
        or num_nonnulls(more_time_until, more_time_reasons, more_time_by, more_time_at, late_told_at) = 5
          and type = 'surveillance' and reason = 'cycle' and more_time_until > (more_time_at at time zone 'UTC')::date
          and more_time_until <= (due_on + interval '6 months')::date);
    create trigger audit_programme_entry_more_time_once after update on audit_programme_entry for each row
      when (old.more_time_at is not null)
      execute function refuse_rewriting('more_time_until', 'more_time_reasons', 'more_time_by', 'more_time_at');
    create function require_officer_more_time() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.more_time_by and role = 'officer')
        or has_tie(new.more_time_by, (select organisation_id from certificate where id = new.certificate_id),
          (new.more_time_at at time zone 'UTC')::date) then
        raise exception 'more time is given by an officer without a tie to the recruiter' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_more_time_by before update on audit_programme_entry for each row
      when (old.more_time_at is null and new.more_time_at is not null) execute function require_officer_more_time();
    create function refuse_early_more_time() returns trigger language plpgsql as $$
    begin
      raise exception 'more time is given once an audit is late' using errcode = 'integrity_constraint_violation';
    end $$;
    create trigger audit_programme_entry_more_time_later before insert on audit_programme_entry for each row
      when (new.more_time_at is not null) execute function refuse_early_more_time();
  `.execute(db);

const reasons = (db: Kysely<unknown>) =>
  sql`
    alter table certificate
      drop constraint certificate_status_shape,
      add constraint certificate_status_shape check ((case status
        when 'active' then reason_class is null
        when 'active_under_watch' then reason_class in ('open_major_finding', 'special_audit')
        when 'suspended' then reason_class in ('fees_charged', 'documents_withheld', 'critical_finding', 'late_corrective_action',
          'audit_refused', 'surveillance_not_held', 'licence_lost', 'levy_unpaid', 'claims_misused', 'own_request')
        when 'withdrawn' then reason_class in ('suspension_unresolved', 'late_corrective_action', 'fraud', 'forced_labour',
          'licence_revoked', 'own_request')
        when 'superseded' then reason_class is null
        when 'transferred' then reason_class is null
        else false end) is true);
    create or replace function suspension_gravity(reason text) returns integer language sql immutable as $$
      select coalesce(array_position(array['own_request', 'levy_unpaid', 'claims_misused', 'licence_lost', 'surveillance_not_held',
        'late_corrective_action', 'audit_refused'], reason), 8)
    $$;
    -- By the clock or by an officer: suspended for it is what was not looked at.
    create function require_owed_surveillance() returns trigger language plpgsql as $$
    begin
      if not owes_surveillance(new.certificate_id, (new.decided_at at time zone 'UTC')::date) then
        raise exception 'no surveillance of this certificate is late' using errcode = 'integrity_constraint_violation',
          constraint = 'certificate_status_surveillance_late';
      end if;
      return null;
    end $$;
    create trigger certificate_status_owes_surveillance after insert on certificate_status for each row
      when (new.action = 'suspended' and new.reason_class = 'surveillance_not_held') execute function require_owed_surveillance();
  `.execute(db);

const clocks = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_announcement
      drop constraint certificate_announcement_change_check,
      add constraint certificate_announcement_change_check check (change in ('expiry', 'withdrawal', 'suspension', 'licence',
        'surveillance', 'recertification', 'recertification_late', 'late_finding'));
    create or replace function require_status_cause(latest certificate_status) returns void language plpgsql as $$
    declare happened event;
    begin
      select * into happened from event where id = latest.fact_id;
      if (case latest.cause
          when 'finding' then happened.type in ('finding.issued', 'finding.regraded', 'finding.escalated')
          when 'audit' then happened.type in ('audit.refused_by_auditee', 'audit.aborted')
          when 'licence' then happened.type in ('licence.suspended', 'licence.revoked')
          when 'clock' then happened.type = 'certificate.change_announced' and happened.subject = latest.certificate_id
            and happened.payload ->> 'change' = case when latest.action = 'withdrawn' then 'withdrawal'
              when latest.reason_class = 'licence_lost' then 'licence'
              when latest.reason_class = 'surveillance_not_held' then 'surveillance' else 'suspension' end
            and (happened.payload ->> 'on')::date <= (latest.decided_at at time zone 'UTC')::date
          else false end) is not true then
        raise exception 'no fact lets the house change certificate %', latest.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if latest.cause <> 'clock' and not exists (
        select 1 from certificate c where c.id = latest.certificate_id and c.organisation_id = any (happened.related)) then
        raise exception 'that fact is not about the holder of certificate %', latest.certificate_id
          using errcode = 'integrity_constraint_violation';
      end if;
    end $$;
    create or replace function require_unpaid_levy() returns trigger language plpgsql as $$
    begin
      if new.reason_class = 'licence_lost' then
        if not exists (select 1 from certificate c where c.id = new.certificate_id
            and licence_ends_on(c.organisation_id, c.corridors) < (new.decided_at at time zone 'UTC')::date) then
          raise exception 'the clock suspends for a licence that ended and that no other took the place of'
            using errcode = 'integrity_constraint_violation', constraint = 'certificate_status_licence_ended';
        end if;
        return null;
      end if;
      if new.reason_class = 'surveillance_not_held' then
        if not exists (select 1 from audit_programme_entry e where e.certificate_id = new.certificate_id and e.type = 'surveillance'
            and e.reason = 'cycle' and e.dropped_at is null and e.late_told_at is not null and not was_held(e.audit_id)
            and coalesce(e.more_time_until, e.due_on) < (new.decided_at at time zone 'UTC')::date
            and may_tell_holder(e.notice_type, e.audit_id)) then
          raise exception 'the clock suspends for a surveillance that was not held and that its holder may know of'
            using errcode = 'integrity_constraint_violation';
        end if;
        return null;
      end if;
      if not exists (select 1 from certificate c join invoice i on i.application_id = c.application_id
          where c.id = new.certificate_id and i.purpose = 'annual_levy' and i.status = 'open'
            and i.due_on < (new.decided_at at time zone 'UTC')::date) then
        raise exception 'the clock suspends for a levy that is open still' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

const lifts = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_lift_review() returns trigger language plpgsql as $$
    declare reason text;
    begin
      select reason_class into reason from certificate_status
        where certificate_id = new.certificate_id and position < new.position order by position desc limit 1;
      if not exists (select 1 from certification_decision d join decision_matter m on m.id = d.matter_id
          where m.certificate_id = new.certificate_id and d.kind = 'lift' and d.outcome = 'granted'
            and d.decided_by = new.decided_by and d.decided_at = new.decided_at)
        and not (reason in ('licence_lost', 'levy_unpaid', 'claims_misused', 'own_request', 'surveillance_not_held')
          and exists (select 1 from membership where account_id = new.decided_by and role = 'officer')) then
        raise exception 'a suspension for this reason is lifted by the panel' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create or replace function refuse_exit_unanswered() returns trigger language plpgsql as $$
    declare before certificate_status;
    begin
      select * into before from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      if before.status = 'suspended' and before.reason_class not in ('licence_lost', 'levy_unpaid', 'claims_misused', 'own_request',
          'surveillance_not_held') then
        raise exception 'a certificate suspended for this is not given back before it is answered'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create or replace function bar_to_lift(held uuid, day date) returns text language sql stable as $$
      select case
        when exists (select 1 from finding f where f.organisation_id = c.organisation_id
          and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state)) then 'holder_has_grave_finding'
        when rests_on_lost_licence(c.organisation_id, c.corridors) then 'licence_lost'
        when licence_ends_on(c.organisation_id, c.corridors) < day then 'licence_lost'
        when owes_levy(c.id, day) then 'levy_owed'
        when c.reason_class = 'surveillance_not_held' and owes_surveillance(c.id, day) then 'surveillance_owed'
      end from certificate c where c.id = held
    $$;
    create or replace function require_ground_to_lift() returns trigger language plpgsql as $$
    declare bar text := bar_to_lift(new.certificate_id, (new.decided_at at time zone 'UTC')::date);
    begin
      if bar in ('licence_lost', 'levy_owed', 'surveillance_owed') then
        raise exception 'nothing is lifted: %', bar using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
