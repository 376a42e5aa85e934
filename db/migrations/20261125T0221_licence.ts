import { sql, type Kysely } from 'kysely';

/** Licences of recruiters as records of their own: declared by them, confirmed and sanctioned by officers and authorities. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table licence (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null,
      organisation_kind text not null default 'recruiter' check (organisation_kind = 'recruiter'),
      authority text not null check (length(btrim(authority)) between 1 and 300),
      country text not null check (country ~ '^[A-Z]{2}$'),
      number text not null check (length(btrim(number)) between 1 and 100),
      type text,
      issued_on date,
      valid_until date not null,
      -- A renewal that was declared and is not confirmed yet.
      renewal_until date,
      register_url text check (register_url ~ '^https?://'),
      application_id uuid references application (id),
      standing text not null,
      since timestamptz not null,
      reason_class text,
      declared_at timestamptz not null,
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint licence_days check (valid_until >= issued_on),
      constraint licence_renewal_is_later check (renewal_until > valid_until),
      constraint licence_renewal_of_confirmed check (renewal_until is null or standing in ('confirmed', 'suspended')),
      constraint licence_standing_shape check ((case standing
        when 'declared' then reason_class is null
        when 'confirmed' then reason_class is null
        when 'suspended' then reason_class in ('rules_broken', 'fees_charged', 'guarantee_missing', 'investigation', 'own_request')
        when 'revoked' then reason_class in ('rules_broken', 'fraud', 'forced_labour', 'false_declaration', 'own_request')
        else false end) is true)
    );
    create unique index licence_once on licence (organisation_id, lower(btrim(authority)), lower(btrim(number)));
    create index licence_country on licence (country, standing, valid_until);
    create index licence_ending on licence (valid_until) where standing <> 'revoked';
    create index licence_waiting on licence (declared_at) where standing = 'declared' or renewal_until is not null;

    create table licence_status (
      position bigint generated always as identity primary key,
      licence_id uuid not null references licence (id),
      action text not null,
      standing text not null,
      reason_class text,
      valid_until date not null,
      note text check (length(btrim(note)) >= 10),
      -- Empty where an application declared it.
      decided_by uuid references account (id),
      decided_at timestamptz not null,
      constraint licence_status_action check ((action, standing) in (
        ('declared', 'declared'), ('renewal_declared', 'declared'), ('renewal_declared', 'confirmed'),
        ('renewal_declared', 'suspended'), ('confirmed', 'confirmed'), ('renewal_confirmed', 'confirmed'),
        ('renewal_confirmed', 'suspended'), ('suspended', 'suspended'), ('reinstated', 'confirmed'), ('revoked', 'revoked'))),
      constraint licence_status_reasoned check (action not in ('suspended', 'reinstated', 'revoked') or note is not null),
      constraint licence_status_person check (action in ('declared', 'renewal_declared') or decided_by is not null)
    );
    create index licence_status_licence on licence_status (licence_id, position);

    create table licence_warning (
      licence_id uuid not null references licence (id),
      valid_until date not null,
      -- Days ahead; 0 tells that it ended.
      step integer not null check (step in (90, 30, 7, 0)),
      warned_at timestamptz not null,
      primary key (licence_id, valid_until, step)
    );

    create trigger licence_step after update on licence for each row execute function refuse_step('standing',
      'declared>confirmed', 'declared>revoked', 'confirmed>suspended', 'suspended>confirmed', 'confirmed>revoked',
      'suspended>revoked');
    create trigger licence_identity after update on licence for each row execute function refuse_rewriting('id',
      'organisation_id', 'authority', 'country', 'number', 'application_id', 'declared_at');
    create trigger licence_revoked after update on licence for each row when (old.standing = 'revoked')
      execute function refuse_rewriting();
    create trigger licence_kept before delete on licence for each row execute function refuse_change();
    create trigger licence_no_truncate before truncate on licence execute function refuse_change();
    create trigger licence_status_append_only before update or delete on licence_status
      for each row execute function refuse_change();
    create trigger licence_status_no_truncate before truncate on licence_status execute function refuse_change();
    create trigger licence_warning_append_only before update or delete on licence_warning
      for each row execute function refuse_change();

    -- A standing without the step behind it cannot be committed, whoever writes it; nor a step that does not show.
    create function require_licence_step() returns trigger language plpgsql as $$
    declare
      which uuid := coalesce(to_jsonb(new) ->> 'licence_id', to_jsonb(new) ->> 'id')::uuid;
    begin
      if not exists (
        select 1 from licence l
        join lateral (select standing, reason_class, valid_until from licence_status s
          where s.licence_id = l.id order by position desc limit 1) latest on true
        where l.id = which and l.standing = latest.standing and l.reason_class is not distinct from latest.reason_class
          and latest.valid_until in (l.valid_until, l.renewal_until)) then
        raise exception 'licence %: its standing has no step behind it', which using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger licence_is_decided after insert or update on licence
      deferrable initially deferred for each row execute function require_licence_step();
    create constraint trigger licence_status_is_shown after insert on licence_status
      deferrable initially deferred for each row execute function require_licence_step();

    -- Separation of duties: the scheme and the authority of the licence's own country decide, never the holder's people.
    create function require_licence_decider() returns trigger language plpgsql as $$
    begin
      if new.action in ('declared', 'renewal_declared') then return new; end if;
      if not exists (
        select 1 from licence l join membership m on m.account_id = new.decided_by
        join organisation o on o.id = m.organisation_id
        where l.id = new.licence_id and (m.role = 'officer' or m.role = 'authority' and o.country = l.country)) then
        raise exception 'a licence is decided on by the scheme or by an authority of its country'
          using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from licence l join membership m on m.organisation_id = l.organisation_id
        where l.id = new.licence_id and m.account_id = new.decided_by) then
        raise exception 'nobody decides on a licence of an organisation they belong to'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger licence_status_warranted before insert on licence_status
      for each row execute function require_licence_decider();
  `.execute(db);
}
