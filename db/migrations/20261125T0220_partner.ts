import { sql, type Kysely } from 'kysely';

/** A recruiter's network (domain 2.3, B.2): whom it works with, by which phones, and who may speak in its name. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function is_phone_list(phones text[]) returns boolean language sql immutable as $$
      select cardinality(phones) between 1 and 10 and array_position(phones, null) is null
        and array_to_string(phones, ' ') ~ '^\\+[1-9][0-9]{6,14}( \\+[1-9][0-9]{6,14})*$'
    $$;

    create table partner (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null,
      organisation_kind text not null default 'recruiter' check (organisation_kind = 'recruiter'),
      kind text not null check (kind in ('sub_agent', 'partner_agency', 'clinic', 'trainer', 'transporter', 'lender', 'employer')),
      form text not null check (form in ('registered', 'individual')),
      name text not null check (length(btrim(name)) between 1 and 300),
      name_local text check (length(btrim(name_local)) between 1 and 300),
      -- The names in Latin letters, lower case: how names of any script are compared.
      latin text not null,
      latin_local text,
      country text not null check (country ~ '^[A-Z]{2}$'),
      place text not null check (length(btrim(place)) between 1 and 300),
      registration_number text check (length(btrim(registration_number)) between 1 and 100),
      since date,
      contact text,
      note text,
      parent_id uuid,
      parent_kind text generated always as (case when parent_id is null then null else 'partner_agency' end) stored,
      revision integer not null default 1 check (revision > 0),
      added_at timestamptz not null,
      added_by uuid not null references account (id),
      changed_at timestamptz not null,
      changed_by uuid not null references account (id),
      ended_on date,
      ended_by uuid references account (id),
      unique (id, kind),
      unique (id, organisation_id, kind),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      foreign key (parent_id, organisation_id, parent_kind) references partner (id, organisation_id, kind),
      constraint partner_parent_is_of_sub_agent check (parent_id is null or (kind = 'sub_agent' and parent_id <> id)),
      constraint partner_agency_is_registered check (kind <> 'partner_agency' or form = 'registered'),
      constraint partner_number_is_known check (form = 'individual' or kind not in ('sub_agent', 'partner_agency')
        or registration_number is not null),
      constraint partner_end_shape check (num_nonnulls(ended_on, ended_by) in (0, 2))
    );
    create index partner_organisation on partner (organisation_id, kind, latin);
    create index partner_parent on partner (parent_id);
    create index partner_latin_trgm on partner using gin (latin gin_trgm_ops, latin_local gin_trgm_ops);

    create table partner_phone (
      partner_id uuid not null references partner (id) on delete cascade,
      phone text not null check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
      position integer not null check (position between 1 and 10),
      primary key (partner_id, phone)
    );
    create index partner_phone_phone on partner_phone (phone);

    -- Holds from its first day up to, but not on, the day it ended: one that ends today is off at once.
    create table partner_authorisation (
      id uuid primary key default gen_random_uuid(),
      partner_id uuid not null,
      partner_kind text not null check (partner_kind in ('sub_agent', 'partner_agency')),
      organisation_id uuid not null,
      phones text[] not null check (is_phone_list(phones)),
      started_on date not null,
      authorised_at timestamptz not null,
      authorised_by uuid not null references account (id),
      ended_on date,
      ended_at timestamptz,
      ended_by uuid references account (id),
      foreign key (partner_id, organisation_id, partner_kind) references partner (id, organisation_id, kind),
      constraint partner_authorisation_end_shape check (num_nonnulls(ended_on, ended_at, ended_by) in (0, 3)),
      constraint partner_authorisation_days check (ended_on >= started_on),
      constraint partner_authorisation_one_at_a_time
        exclude using gist (partner_id with =, daterange(started_on, ended_on, '[)') with &&)
    );
    create index partner_authorisation_partner on partner_authorisation (partner_id, started_on);
    create index partner_authorisation_organisation on partner_authorisation (organisation_id) where ended_on is null;
    -- "Is this number one of theirs, today?"
    create index partner_authorisation_phones on partner_authorisation using gin (phones);

    create table partner_import (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      filename text not null,
      reading jsonb not null check (jsonb_typeof(reading) = 'object'),
      read_at timestamptz not null,
      read_by uuid not null references account (id),
      taken_at timestamptz,
      added integer,
      constraint partner_import_taken_shape check (num_nonnulls(taken_at, added) in (0, 2))
    );
    create index partner_import_read_at on partner_import (read_at);

    create trigger partner_identity after update on partner for each row
      execute function refuse_rewriting('id', 'organisation_id', 'kind', 'added_at', 'added_by');
    create trigger partner_ended after update on partner for each row when (old.ended_on is not null)
      execute function refuse_rewriting();
    create trigger partner_authorisation_identity after update on partner_authorisation for each row
      execute function refuse_rewriting('id', 'partner_id', 'partner_kind', 'organisation_id', 'phones', 'started_on',
        'authorised_at', 'authorised_by');
    create trigger partner_authorisation_final after update on partner_authorisation for each row
      when (old.ended_on is not null) execute function refuse_rewriting();
    create trigger partner_authorisation_kept before delete on partner_authorisation for each row
      execute function refuse_change();
    create trigger partner_authorisation_no_truncate before truncate on partner_authorisation
      execute function refuse_change();

    -- Who speaks in the recruiter's name works with it still, under numbers that are on record.
    create function require_ground_for_authorisation() returns trigger language plpgsql as $$
    begin
      perform 1 from partner where id = new.partner_id and ended_on is null for share;
      if not found then
        raise exception 'partner % has ended: it is not authorised', new.partner_id using errcode = 'integrity_constraint_violation';
      end if;
      if not new.phones <@ coalesce((select array_agg(phone) from partner_phone where partner_id = new.partner_id), '{}') then
        raise exception 'partner % is authorised by phones that are not its own', new.partner_id
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger partner_authorisation_grounded before insert on partner_authorisation
      for each row execute function require_ground_for_authorisation();

    create function refuse_end_while_authorised() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from partner_authorisation where partner_id = new.id and ended_on is null) then
        raise exception 'partner % is authorised: end that first', new.id using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger partner_end_is_free before update on partner for each row
      when (old.ended_on is null and new.ended_on is not null) execute function refuse_end_while_authorised();

    create function refuse_loss_of_authorised_phone() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from partner_authorisation a
        where a.partner_id = old.partner_id and a.ended_on is null and old.phone = any (a.phones)) then
        raise exception 'partner % is authorised by %', old.partner_id, old.phone using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;
    create trigger partner_phone_authorised before update or delete on partner_phone
      for each row execute function refuse_loss_of_authorised_phone();

    -- Before anything was sent a partner may go; afterwards it ends, and stays.
    create function refuse_loss_of_partner() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from application where organisation_id = old.organisation_id and submitted_at is not null) then
        raise exception 'partner % was told of: it ends instead', old.id using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;
    create trigger partner_kept before delete on partner for each row execute function refuse_loss_of_partner();

    comment on table partner is 'Partners of a recruiter: in its network while ended_on is null.';
    comment on table partner_authorisation is 'Who may present itself as authorised, by which phones (E.164): on day d where started_on <= d and (ended_on is null or ended_on > d).';
  `.execute(db);
}
