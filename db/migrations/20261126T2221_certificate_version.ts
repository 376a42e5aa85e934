import { sql, type Kysely } from 'kysely';

/** The scope of a certificate over time: each version stands as it was, the certificate shows the latest (domain 2.8 d). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table certificate_version (
      certificate_id uuid not null references certificate (id),
      version integer not null check (version >= 1),
      action text not null check (action in ('issued', 'reduced', 'extended')),
      corridors text[] not null,
      sectors text[] not null,
      offices text[] not null,
      note text not null check (length(btrim(note)) >= 10),
      decided_by uuid not null references account (id),
      from_at timestamptz not null,
      primary key (certificate_id, version),
      constraint certificate_version_first check ((version = 1) = (action = 'issued'))
    );
    insert into certificate_version (certificate_id, version, action, corridors, sectors, offices, note, decided_by, from_at)
      select c.id, 1, 'issued', c.corridors, c.sectors, c.offices, 'As it was granted', s.decided_by, s.decided_at
      from certificate c join certificate_status s on s.certificate_id = c.id and s.action = 'issued';
    create trigger certificate_version_append_only before update or delete on certificate_version
      for each row execute function refuse_change();
    create trigger certificate_version_no_truncate before truncate on certificate_version execute function refuse_change();

    create function refuse_loose_version() returns trigger language plpgsql as $$
    declare
      was certificate_version;
      within boolean;
      beyond boolean;
    begin
      if new.version = 1 then return new; end if;
      select * into was from certificate_version where certificate_id = new.certificate_id order by version desc limit 1;
      if was.version is distinct from new.version - 1 then
        raise exception 'version % does not follow %', new.version, was.version using errcode = 'integrity_constraint_violation';
      end if;
      within := new.corridors <@ was.corridors and new.sectors <@ was.sectors and new.offices <@ was.offices;
      beyond := new.corridors @> was.corridors and new.sectors @> was.sectors and new.offices @> was.offices;
      if within and beyond or not (case new.action when 'reduced' then within else beyond end) then
        raise exception 'a scope that is % is not this one', new.action using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where account_id = new.decided_by
        and role = case new.action when 'reduced' then 'officer' else 'decider' end) then
        raise exception 'a scope is reduced by an officer and extended by the panel' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from certificate where id = new.certificate_id
        and status in ('active', 'active_under_watch', 'suspended')) then
        raise exception 'what is final keeps its scope' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_version_follows before insert on certificate_version
      for each row execute function refuse_loose_version();

    create function require_version() returns trigger language plpgsql as $$
    declare which uuid := coalesce(to_jsonb(new) ->> 'certificate_id', to_jsonb(new) ->> 'id')::uuid;
    begin
      if not exists (
        select 1 from certificate c
        join lateral (select * from certificate_version v where v.certificate_id = c.id order by version desc limit 1) latest on true
        where c.id = which and (c.corridors, c.sectors, c.offices) = (latest.corridors, latest.sectors, latest.offices)) then
        raise exception 'certificate %: its scope has no version behind it', which using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_scope_is_versioned after insert or update of corridors, sectors, offices on certificate
      deferrable initially deferred for each row execute function require_version();
    create constraint trigger certificate_version_is_shown after insert on certificate_version
      deferrable initially deferred for each row execute function require_version();

    create or replace function refuse_certificate_end() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.status in ('withdrawn', 'superseded', 'transferred') then
        raise exception 'certificate % is final', old.number using errcode = 'integrity_constraint_violation';
      end if;
      if (new.number, new.organisation_id, new.application_id, new.decision_id, new.valid_from, new.valid_until, new.kind,
          new.previous_id, new.cycle_from, new.scheme_version_id, new.audit_body_id)
        is distinct from (old.number, old.organisation_id, old.application_id, old.decision_id, old.valid_from, old.valid_until, old.kind,
          old.previous_id, old.cycle_from, old.scheme_version_id, old.audit_body_id) then
        raise exception 'certificate %: what was granted does not change', old.number using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    -- A new cycle follows one that gave its place, of the same recruiter, and never begins a second time.
    create function require_previous() returns trigger language plpgsql as $$
    begin
      if new.previous_id is not null and not exists (
        select 1 from certificate p where p.id = new.previous_id and p.organisation_id = new.organisation_id
          and p.status = case new.kind when 'transfer' then 'transferred' else 'superseded' end) then
        raise exception 'certificate % follows none that gave its place', new.number using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_follows after insert on certificate
      deferrable initially deferred for each row execute function require_previous();

    -- Whose certificate was withdrawn comes back by a new application, after the months its scheme version says.
    create function refuse_early_reentry() returns trigger language plpgsql as $$
    declare latest record;
    begin
      select c.since, c.reason_class, v.terms -> 'clocks' -> 'certificates' as clocks into latest
        from certificate c join scheme_version v on v.id = c.scheme_version_id
        where c.organisation_id = new.organisation_id and c.status = 'withdrawn' order by c.since desc limit 1;
      if found and (new.started_at at time zone 'UTC')::date < ((latest.since at time zone 'UTC')::date + make_interval(months =>
          case when latest.reason_class = 'fraud' then coalesce((latest.clocks ->> 'reentryAfterFraudMonths')::integer, 36)
            else coalesce((latest.clocks ->> 'reentryMonths')::integer, 12) end))::date then
        raise exception 'too soon after its certificate was withdrawn' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger application_reentry before insert on application for each row execute function refuse_early_reentry();
  `.execute(db);
}
