import { sql, type Kysely } from 'kysely';

/** Which audit bodies the scheme approved, for which countries and sectors, from when until when (domain 2.1, 2.8 a). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_body_approval (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null,
      organisation_kind text not null default 'audit_body' check (organisation_kind = 'audit_body'),
      countries text[] not null check (cardinality(countries) > 0 and array_to_string(countries, ' ') ~ '^[A-Z]{2}( [A-Z]{2})*$'),
      -- Sections of ISIC Rev. 4.
      sectors text[] not null check (cardinality(sectors) > 0 and array_to_string(sectors, '') ~ '^[A-U]+$'),
      valid_from date not null,
      valid_until date not null,
      ground text not null check (length(btrim(ground)) >= 10),
      granted_at timestamptz not null,
      granted_by uuid not null references account (id),
      ended_at timestamptz,
      ended_by uuid references account (id),
      end_reason text check (length(btrim(end_reason)) >= 10),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint audit_body_approval_days check (valid_until >= valid_from),
      constraint audit_body_approval_end check (num_nonnulls(ended_at, ended_by, end_reason) in (0, 3))
    );
    create index audit_body_approval_body on audit_body_approval (organisation_id);
    create index audit_body_approval_ending on audit_body_approval (valid_until) where ended_at is null;
    create trigger audit_body_approval_identity after update on audit_body_approval for each row
      execute function refuse_rewriting('id', 'organisation_id', 'countries', 'sectors', 'valid_from', 'valid_until', 'ground',
        'granted_at', 'granted_by');
    create trigger audit_body_approval_final after update on audit_body_approval for each row when (old.ended_at is not null)
      execute function refuse_rewriting();
    create trigger audit_body_approval_kept before delete on audit_body_approval for each row execute function refuse_change();
    create trigger audit_body_approval_no_truncate before truncate on audit_body_approval execute function refuse_change();

    create table audit_body_approval_warning (
      approval_id uuid not null references audit_body_approval (id),
      -- Days ahead.
      step integer not null check (step in (90, 30, 7)),
      warned_at timestamptz not null,
      primary key (approval_id, step)
    );
    create trigger audit_body_approval_warning_append_only before update or delete on audit_body_approval_warning
      for each row execute function refuse_change();

    create function require_officer_for_approval() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = coalesce(new.ended_by, new.granted_by) and role = 'officer') then
        raise exception 'audit bodies are approved by officers of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_body_approval_by_officer before insert or update on audit_body_approval
      for each row execute function require_officer_for_approval();

    -- Whether this body was approved for this country and every one of these sectors on that day. Several approvals add up.
    create function body_is_approved(body uuid, country text, sectors text[], on_day date) returns boolean language sql stable as $$
      with in_force as (
        select a.sectors from audit_body_approval a
          where a.organisation_id = body and body_is_approved.country = any (a.countries)
            and on_day between a.valid_from and a.valid_until
            and (a.ended_at is null or (a.ended_at at time zone 'UTC')::date > on_day))
      select exists (select 1 from in_force)
        and not exists (select unnest(body_is_approved.sectors) except select unnest(f.sectors) from in_force f)
    $$;

    create function require_approved_engagement() returns trigger language plpgsql as $$
    begin
      if not body_is_approved(new.audit_body_id, (select country from organisation where id = new.organisation_id),
        new.sectors, (new.engaged_at at time zone 'UTC')::date) then
        raise exception 'application %: the audit body is not approved for its country and sectors', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger application_engages_approved_body before insert on application
      for each row when (new.audit_body_id is not null and new.engaged_at is not null)
      execute function require_approved_engagement();
    create trigger application_engages_approved_body_now before update on application
      for each row when (new.audit_body_id is not null and new.engaged_at is not null
        and (old.audit_body_id is distinct from new.audit_body_id or old.engaged_at is distinct from new.engaged_at))
      execute function require_approved_engagement();

    create function require_approved_body() returns trigger language plpgsql as $$
    begin
      if not body_is_approved(new.audit_body_id, (select country from organisation where id = new.organisation_id),
        (select sectors from application where id = new.application_id), (new.scheduled_at at time zone 'UTC')::date) then
        raise exception 'audit %: the audit body is not approved for the recruiter’s country and sectors', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_by_approved_body before insert on audit for each row execute function require_approved_body();
  `.execute(db);
}
