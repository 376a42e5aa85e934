import { sql, type Kysely } from 'kysely';

/**
 * What auditors of a body can do, in which languages, who watched them at work, and that the scheme lets them audit and
 * lead (ISO/IEC 17021-1 clause 7; domain 2.1, 2.8 b).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table auditor_competence (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null,
      organisation_kind text not null default 'audit_body' check (organisation_kind = 'audit_body'),
      -- Codes of the standard's principles, sections of ISIC Rev. 4, countries.
      principles text[] not null check (cardinality(principles) = 0 or array_to_string(principles, ' ') ~ '^[A-Z0-9]+( [A-Z0-9]+)*$'),
      sectors text[] not null check (cardinality(sectors) = 0 or array_to_string(sectors, '') ~ '^[A-U]+$'),
      countries text[] not null check (cardinality(countries) = 0 or array_to_string(countries, ' ') ~ '^[A-Z]{2}( [A-Z]{2})*$'),
      evidence text not null check (length(btrim(evidence)) >= 10),
      assessed_by text not null check (length(btrim(assessed_by)) >= 2),
      assessed_on date not null,
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      withdrawn_at timestamptz,
      withdrawn_by uuid references account (id),
      withdraw_reason text check (length(btrim(withdraw_reason)) >= 10),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint auditor_competence_of_something check (cardinality(principles) + cardinality(sectors) + cardinality(countries) > 0),
      constraint auditor_competence_not_own check (recorded_by <> account_id and withdrawn_by <> account_id),
      constraint auditor_competence_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdraw_reason) in (0, 3))
    );
    create index auditor_competence_person on auditor_competence (account_id, organisation_id);

    create table auditor_language (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null,
      organisation_kind text not null default 'audit_body' check (organisation_kind = 'audit_body'),
      -- BCP 47.
      language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
      level text not null check (level in ('interview', 'working')),
      evidence text not null check (length(btrim(evidence)) >= 10),
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      withdrawn_at timestamptz,
      withdrawn_by uuid references account (id),
      withdraw_reason text check (length(btrim(withdraw_reason)) >= 10),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint auditor_language_not_own check (recorded_by <> account_id and withdrawn_by <> account_id),
      constraint auditor_language_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdraw_reason) in (0, 3))
    );
    create unique index auditor_language_once on auditor_language (account_id, organisation_id, language) where withdrawn_at is null;

    create table auditor_witnessing (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null,
      organisation_kind text not null default 'audit_body' check (organisation_kind = 'audit_body'),
      -- An audit of this house, or words for one elsewhere.
      audit_id uuid references audit (id),
      elsewhere text check (length(btrim(elsewhere)) >= 10),
      witness text not null check (length(btrim(witness)) >= 2),
      witnessed_on date not null,
      outcome text not null check (outcome in ('satisfactory', 'not_satisfactory')),
      notes text not null check (length(btrim(notes)) >= 10),
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint auditor_witnessing_one_audit check (num_nonnulls(audit_id, elsewhere) = 1),
      constraint auditor_witnessing_not_own check (recorded_by <> account_id),
      constraint auditor_witnessing_over check (witnessed_on <= (recorded_at at time zone 'UTC')::date)
    );
    create index auditor_witnessing_person on auditor_witnessing (account_id, organisation_id);

    create table auditor_approval (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null,
      organisation_kind text not null default 'audit_body' check (organisation_kind = 'audit_body'),
      level text not null check (level in ('auditor', 'lead_auditor')),
      request text not null check (length(btrim(request)) >= 10),
      asked_at timestamptz not null,
      asked_by uuid not null references account (id),
      outcome text check (outcome in ('granted', 'refused')),
      valid_from date,
      valid_until date,
      reasons text check (length(btrim(reasons)) >= 10),
      decided_at timestamptz,
      decided_by uuid references account (id),
      ended_at timestamptz,
      ended_by uuid references account (id),
      end_reason text check (length(btrim(end_reason)) >= 10),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint auditor_approval_decided check (num_nonnulls(outcome, reasons, decided_at, decided_by) in (0, 4)),
      constraint auditor_approval_days check (case when outcome = 'granted'
        then num_nonnulls(valid_from, valid_until) = 2 and valid_until >= valid_from
        else num_nonnulls(valid_from, valid_until) = 0 end),
      constraint auditor_approval_end check (num_nonnulls(ended_at, ended_by, end_reason) in (0, 3)
        and (ended_at is null or outcome = 'granted')),
      constraint auditor_approval_not_own check (decided_by <> account_id and ended_by <> account_id)
    );
    create unique index auditor_approval_one_request on auditor_approval (account_id, organisation_id, level) where outcome is null;
    create index auditor_approval_person on auditor_approval (account_id, organisation_id);
    create index auditor_approval_ending on auditor_approval (valid_until) where outcome = 'granted' and ended_at is null;
    create index auditor_approval_waiting on auditor_approval (asked_at) where outcome is null;

    create table auditor_suspension (
      id uuid primary key default gen_random_uuid(),
      approval_id uuid not null references auditor_approval (id),
      reason text not null check (length(btrim(reason)) >= 10),
      suspended_at timestamptz not null,
      suspended_by uuid not null references account (id),
      lifted_at timestamptz,
      lifted_by uuid references account (id),
      lift_reason text check (length(btrim(lift_reason)) >= 10),
      constraint auditor_suspension_lift check (num_nonnulls(lifted_at, lifted_by, lift_reason) in (0, 3))
    );
    create unique index auditor_suspension_one on auditor_suspension (approval_id) where lifted_at is null;
    create index auditor_suspension_approval on auditor_suspension (approval_id);

    create table auditor_approval_warning (
      approval_id uuid not null references auditor_approval (id),
      -- Days ahead.
      step integer not null check (step in (90, 30, 7)),
      warned_at timestamptz not null,
      primary key (approval_id, step)
    );

    create trigger auditor_competence_identity after update on auditor_competence for each row
      execute function refuse_rewriting('id', 'account_id', 'organisation_id', 'principles', 'sectors', 'countries', 'evidence',
        'assessed_by', 'assessed_on', 'recorded_at', 'recorded_by');
    create trigger auditor_competence_final after update on auditor_competence for each row when (old.withdrawn_at is not null)
      execute function refuse_rewriting();
    create trigger auditor_competence_kept before delete on auditor_competence for each row execute function refuse_change();
    create trigger auditor_competence_no_truncate before truncate on auditor_competence execute function refuse_change();

    create trigger auditor_language_identity after update on auditor_language for each row
      execute function refuse_rewriting('id', 'account_id', 'organisation_id', 'language', 'level', 'evidence', 'recorded_at', 'recorded_by');
    create trigger auditor_language_final after update on auditor_language for each row when (old.withdrawn_at is not null)
      execute function refuse_rewriting();
    create trigger auditor_language_kept before delete on auditor_language for each row execute function refuse_change();
    create trigger auditor_language_no_truncate before truncate on auditor_language execute function refuse_change();

    create trigger auditor_witnessing_append_only before update or delete on auditor_witnessing
      for each row execute function refuse_change();
    create trigger auditor_witnessing_no_truncate before truncate on auditor_witnessing execute function refuse_change();

    create trigger auditor_approval_identity after update on auditor_approval for each row
      execute function refuse_rewriting('id', 'account_id', 'organisation_id', 'level', 'request', 'asked_at', 'asked_by');
    create trigger auditor_approval_decision after update on auditor_approval for each row when (old.outcome is not null)
      execute function refuse_rewriting('outcome', 'valid_from', 'valid_until', 'reasons', 'decided_at', 'decided_by');
    create trigger auditor_approval_final after update on auditor_approval for each row when (old.ended_at is not null)
      execute function refuse_rewriting();
    create trigger auditor_approval_kept before delete on auditor_approval for each row execute function refuse_change();
    create trigger auditor_approval_no_truncate before truncate on auditor_approval execute function refuse_change();

    create trigger auditor_suspension_identity after update on auditor_suspension for each row
      execute function refuse_rewriting('id', 'approval_id', 'reason', 'suspended_at', 'suspended_by');
    create trigger auditor_suspension_final after update on auditor_suspension for each row when (old.lifted_at is not null)
      execute function refuse_rewriting();
    create trigger auditor_suspension_kept before delete on auditor_suspension for each row execute function refuse_change();
    create trigger auditor_suspension_no_truncate before truncate on auditor_suspension execute function refuse_change();
    create trigger auditor_approval_warning_append_only before update or delete on auditor_approval_warning
      for each row execute function refuse_change();

    create function require_own_auditor() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership m where m.account_id = new.account_id
        and m.organisation_id = new.organisation_id and m.role = 'auditor') then
        raise exception 'an audit body keeps the records of its own auditors' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger auditor_competence_own before insert on auditor_competence for each row execute function require_own_auditor();
    create trigger auditor_language_own before insert on auditor_language for each row execute function require_own_auditor();
    create trigger auditor_witnessing_own before insert on auditor_witnessing for each row execute function require_own_auditor();
    create trigger auditor_approval_own before insert on auditor_approval for each row execute function require_own_auditor();

    create function require_witnessed_member() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_team_member t join audit a on a.id = t.audit_id
        where t.audit_id = new.audit_id and t.account_id = new.account_id
          and a.audit_body_id = new.organisation_id and a.started_at is not null) then
        raise exception 'an auditor is witnessed at an audit they took part in' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger auditor_witnessing_member before insert on auditor_witnessing for each row
      when (new.audit_id is not null) execute function require_witnessed_member();

    -- Whether somebody watched this person audit, and was satisfied, in the three years before that day.
    create function auditor_is_witnessed(person uuid, body uuid, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from auditor_witnessing w where w.account_id = person and w.organisation_id = body
        and w.outcome = 'satisfactory' and w.witnessed_on <= on_day and w.witnessed_on > on_day - interval '3 years')
    $$;

    create function require_officer_for_auditor() returns trigger language plpgsql as $$
    begin
      if new.decided_by is not null and not exists (
        select 1 from membership where account_id = coalesce(new.ended_by, new.decided_by) and role = 'officer') then
        raise exception 'auditors are approved by officers of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      if new.outcome = 'granted' and new.ended_at is null and new.level = 'lead_auditor'
        and not auditor_is_witnessed(new.account_id, new.organisation_id, (new.decided_at at time zone 'UTC')::date) then
        raise exception 'nobody leads audits without a satisfactory witnessed audit in the three years before'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger auditor_approval_by_officer before insert or update on auditor_approval
      for each row execute function require_officer_for_auditor();

    create function require_officer_for_suspension() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = coalesce(new.lifted_by, new.suspended_by) and role = 'officer') then
        raise exception 'auditors are suspended by officers of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from auditor_approval a where a.id = new.approval_id and a.outcome = 'granted' and a.ended_at is null) then
        raise exception 'only an approval in force is suspended' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger auditor_suspension_by_officer before insert or update on auditor_suspension
      for each row execute function require_officer_for_suspension();

    -- Whether the scheme lets this person audit for this body on that day; whoever may lead may also follow.
    create function auditor_is_approved(person uuid, body uuid, wanted text, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from auditor_approval a
        where a.account_id = person and a.organisation_id = body and a.outcome = 'granted'
          and (a.level = wanted or a.level = 'lead_auditor')
          and on_day between a.valid_from and a.valid_until
          and (a.ended_at is null or (a.ended_at at time zone 'UTC')::date > on_day)
          and not exists (select 1 from auditor_suspension s where s.approval_id = a.id
            and (s.suspended_at at time zone 'UTC')::date <= on_day
            and (s.lifted_at is null or (s.lifted_at at time zone 'UTC')::date > on_day)))
    $$;

    -- Last of the triggers by its name: what else keeps somebody away says so first. A technical expert does not audit.
    create function require_approved_auditor() returns trigger language plpgsql as $$
    begin
      if not auditor_is_approved(new.account_id, (select audit_body_id from audit where id = new.audit_id), new.role,
        (new.assigned_at at time zone 'UTC')::date) then
        raise exception 'the scheme has not approved this person as %', replace(new.role, '_', ' ')
          using errcode = 'integrity_constraint_violation', constraint = 'audit_auditor_not_approved';
      end if;
      return new;
    end $$;
    create trigger audit_team_member_with_approval before insert or update on audit_team_member
      for each row when (new.role <> 'technical_expert') execute function require_approved_auditor();

    create function require_approved_team() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_team_member m, unnest(array[
          case when new.state = 'planned' then new.starts_on else (new.started_at at time zone 'UTC')::date end,
          greatest(new.ends_on, (new.started_at at time zone 'UTC')::date)]) as day
        where m.audit_id = new.id and m.role <> 'technical_expert' and day is not null
          and not auditor_is_approved(m.account_id, new.audit_body_id, m.role, day)) then
        raise exception 'audit %: somebody on its team is not approved on all of its days', new.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_auditor_not_approved';
      end if;
      return new;
    end $$;
    create trigger audit_with_approved_team before update on audit for each row
      when (new.state in ('planned', 'in_progress') and (new.state <> old.state or new.starts_on <> old.starts_on or new.ends_on <> old.ends_on))
      execute function require_approved_team();

    -- What a team does not cover, and how its body answers for it: an interpreter, an expert.
    create table audit_team_gap (
      audit_id uuid primary key references audit (id),
      languages text[] not null,
      sectors text[] not null,
      reason text not null check (length(btrim(reason)) >= 20),
      given_at timestamptz not null,
      given_by uuid not null references account (id),
      constraint audit_team_gap_of_something check (cardinality(languages) + cardinality(sectors) > 0)
    );
    create trigger audit_team_gap_append_only before update or delete on audit_team_gap
      for each row execute function refuse_change();
    create trigger audit_team_gap_no_truncate before truncate on audit_team_gap execute function refuse_change();
  `.execute(db);
}
