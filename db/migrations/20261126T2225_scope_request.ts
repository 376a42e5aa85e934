import { sql, type Kysely } from 'kysely';

/** A holder asks for a wider scope; an officer answers where no audit is needed, and a version follows (domain 2.8 d). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table certificate_scope_request (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      -- What is to be added.
      corridors text[] not null,
      sectors text[] not null,
      offices text[] not null,
      grounds text not null check (length(btrim(grounds)) >= 20),
      asked_by uuid not null references account (id),
      asked_at timestamptz not null,
      state text not null default 'requested' check (state in ('requested', 'extended', 'refused')),
      answered_by uuid references account (id),
      answered_at timestamptz,
      answer text check (length(btrim(answer)) >= 20),
      unique (id, certificate_id),
      constraint certificate_scope_request_something check (cardinality(corridors) + cardinality(sectors) + cardinality(offices) > 0),
      constraint certificate_scope_request_shape check (num_nonnulls(answered_by, answered_at, answer)
        = case state when 'requested' then 0 else 3 end)
    );
    create unique index certificate_scope_request_one_open on certificate_scope_request (certificate_id) where state = 'requested';
    create index certificate_scope_request_answered on certificate_scope_request (certificate_id, asked_at);
    create trigger certificate_scope_request_identity after update on certificate_scope_request for each row
      execute function refuse_rewriting('id', 'certificate_id', 'corridors', 'sectors', 'offices', 'grounds', 'asked_by', 'asked_at');
    create trigger certificate_scope_request_step after update on certificate_scope_request for each row
      execute function refuse_step('state', 'requested>extended', 'requested>refused');
    create trigger certificate_scope_request_final after update on certificate_scope_request for each row
      when (old.state <> 'requested') execute function refuse_rewriting();
    create trigger certificate_scope_request_kept before delete on certificate_scope_request for each row execute function refuse_change();
    create trigger certificate_scope_request_no_truncate before truncate on certificate_scope_request execute function refuse_change();

    create function require_holder_and_officer() returns trigger language plpgsql as $$
    declare holder uuid;
    begin
      select organisation_id into holder from certificate where id = new.certificate_id;
      if tg_op = 'INSERT' and (new.state <> 'requested' or not exists (select 1 from membership
          where account_id = new.asked_by and organisation_id = holder and role = 'recruiter')) then
        raise exception 'a wider scope is asked for by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      if new.answered_by is not null and (has_tie(new.answered_by, holder, (new.answered_at at time zone 'UTC')::date)
          or not exists (select 1 from membership where account_id = new.answered_by and role = 'officer')) then
        raise exception 'a wider scope is answered by an officer without a tie to the holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_scope_request_people before insert or update on certificate_scope_request
      for each row execute function require_holder_and_officer();

    -- What was extended has its request behind it, and a request that was granted its version.
    alter table certificate_version
      add column request_id uuid unique,
      add constraint certificate_version_request foreign key (request_id, certificate_id)
        references certificate_scope_request (id, certificate_id),
      add constraint certificate_version_asked check ((action = 'extended') = (request_id is not null)) not valid;

    create function require_version_of_request() returns trigger language plpgsql as $$
    begin
      if new.state = 'extended' and not exists (select 1 from certificate_version where request_id = new.id) then
        raise exception 'a scope that was extended has a version' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_scope_request_versioned after update on certificate_scope_request
      deferrable initially deferred for each row execute function require_version_of_request();

    create or replace function refuse_loose_version() returns trigger language plpgsql as $$
    declare
      was certificate_version;
      asked certificate_scope_request;
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
      select * into asked from certificate_scope_request where id = new.request_id;
      if new.action = 'extended' and (asked.state is distinct from 'extended' or asked.answered_by is distinct from new.decided_by
          or not (new.corridors <@ (was.corridors || asked.corridors) and new.sectors <@ (was.sectors || asked.sectors)
            and new.offices <@ (was.offices || asked.offices))) then
        raise exception 'a scope is extended by the panel or an officer as it was asked for' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where account_id = new.decided_by and role = 'officer') then
        raise exception 'a scope is reduced by an officer' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from certificate where id = new.certificate_id
        and status in ('active', 'active_under_watch', 'suspended')) then
        raise exception 'what is final keeps its scope' using errcode = 'integrity_constraint_violation';
      end if;
      if new.action = 'extended' and not exists (select 1 from certificate c join organisation o on o.id = c.organisation_id
          where c.id = new.certificate_id and c.status <> 'suspended' and c.valid_until >= (new.from_at at time zone 'UTC')::date
            and body_is_approved(c.audit_body_id, o.country, new.sectors, (new.from_at at time zone 'UTC')::date)) then
        raise exception 'only what is in force is extended, to sectors its audit body is approved for'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
}
