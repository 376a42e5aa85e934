import { sql, type Kysely } from 'kysely';

/** Who is told what before an audit (domain 2.8 b), and the one postponement a recruiter may ask for. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit
      add column window_from date,
      add column window_until date,
      add column notice_reason text check (length(btrim(notice_reason)) >= 10),
      add column follow_up_note text;
    -- A window that is no longer than the audit would tell its days.
    alter table audit add constraint audit_window check (num_nonnulls(window_from, window_until) = 0
      or (num_nonnulls(window_from, window_until) = 2 and notice_type = 'semi_announced'
        and window_from <= starts_on and ends_on <= window_until
        and window_until - window_from > ends_on - starts_on));

    create table audit_postponement (
      audit_id uuid primary key references audit (id),
      reason text not null check (length(btrim(reason)) >= 10),
      asked_at timestamptz not null,
      asked_by uuid not null references account (id),
      outcome text check (outcome in ('accepted', 'declined')),
      note text,
      answered_at timestamptz,
      answered_by uuid references account (id),
      constraint audit_postponement_answer check (num_nonnulls(outcome, answered_at, answered_by) in (0, 3)),
      constraint audit_postponement_declined check (outcome is distinct from 'declined' or length(btrim(note)) >= 10)
    );
    create index audit_postponement_open on audit_postponement (audit_id) where outcome is null;

    create function require_notified_audit() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit where id = new.audit_id and state = 'notified') then
        raise exception 'a postponement is asked for once the recruiter was notified, and before the audit begins'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_postponement_of_notified before insert on audit_postponement
      for each row execute function require_notified_audit();

    create function require_lead_on_postponement() returns trigger language plpgsql as $$
    begin
      if new.answered_by is not null and not exists (select 1 from audit_team_member m
        where m.audit_id = new.audit_id and m.account_id = new.answered_by and m.role = 'lead_auditor') then
        raise exception 'the lead auditor answers a wish to postpone' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_postponement_answered before insert or update on audit_postponement
      for each row execute function require_lead_on_postponement();
    create trigger audit_postponement_identity after update on audit_postponement for each row
      execute function refuse_rewriting('audit_id', 'reason', 'asked_at', 'asked_by');
    create trigger audit_postponement_final after update on audit_postponement for each row
      when (old.outcome is not null) execute function refuse_rewriting();
    create trigger audit_postponement_kept before delete on audit_postponement for each row execute function refuse_change();
    create trigger audit_postponement_no_truncate before truncate on audit_postponement execute function refuse_change();

    -- Days of the scheme version's own terms; versions older than a clock keep its default.
    create function audit_clock(version text, clock text, otherwise integer) returns integer language sql stable as $$
      select coalesce((select (terms #>> array['clocks', 'audits', clock])::integer from scheme_version where id = version), otherwise)
    $$;

    create function require_notice() returns trigger language plpgsql as $$
    begin
      if new.state = 'planned' and new.notice_type = 'semi_announced' and new.window_from is null then
        raise exception 'audit %: a semi-announced audit has a window', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if old.state = 'postponed' and new.state = 'planned'
        and (new.starts_on > old.postponed_until or new.notice_type = 'unannounced') then
        raise exception 'audit %: what was postponed begins by % and is told again', new.reference, old.postponed_until
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'notified' and old.state <> 'notified' and new.notice_type = 'announced' and new.notice_reason is null
        and new.starts_on - (new.notified_at at time zone 'utc')::date < audit_clock(new.scheme_version_id, 'noticeDays', 14) then
        raise exception 'audit %: the plan is sent too late for its first day, and no reason is given', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'in_progress' and old.state = 'planned' and new.notice_type <> 'unannounced' then
        raise exception 'audit %: the recruiter was never notified', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'in_progress' and old.state = 'notified'
        and (new.started_at at time zone 'utc')::date < coalesce(new.window_from, new.starts_on) then
        raise exception 'audit %: it does not begin before the day that was told', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'postponed' and old.state <> 'postponed' and (
        new.postponed_until > new.starts_on + audit_clock(new.scheme_version_id, 'postponementDays', 60)
        or not exists (select 1 from audit_postponement where audit_id = new.id and outcome = 'accepted')) then
        raise exception 'audit %: it is postponed when the recruiter asked and the lead auditor agreed, and not beyond the limit',
          new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_notice after update on audit for each row execute function require_notice();
    create trigger audit_notice_stands after update on audit for each row
      when (old.state in ('notified', 'in_progress'))
      execute function refuse_rewriting('notice_type', 'starts_on', 'ends_on', 'plan', 'window_from', 'window_until',
        'notified_at', 'notice_reason', 'planned_at');
    create trigger audit_abandoned_stands after update on audit for each row
      when (old.state in ('aborted', 'refused_by_auditee'))
      execute function refuse_rewriting('aborted_at', 'abort_reason', 'abort_note', 'refused_at', 'refusal_note', 'started_at');
  `.execute(db);
}
