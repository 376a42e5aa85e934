import { sql, type Kysely } from 'kysely';

/**
 * An audit company does not audit whom it trained or advised (domain 2.1): while a body's own people gave advice within two
 * years, as members of it, it is not engaged, takes no certificate over and puts nobody on an audit team of that recruiter.
 */
export async function up(db: Kysely<unknown>) {
  await memberships(db);
  await apart(db);
}

const memberships = (db: Kysely<unknown>) =>
  sql`
    -- Memberships do not outlive their end; that somebody belonged to an audit body, and from when until when, does.
    create table former_membership (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null references organisation (id),
      from_on date not null,
      until_on date not null,
      constraint former_membership_days check (until_on >= from_on)
    );
    create index former_membership_of on former_membership (organisation_id, account_id);
    create trigger former_membership_append_only before update or delete on former_membership
      for each row execute function refuse_change();
    create trigger former_membership_no_truncate before truncate on former_membership execute function refuse_change();

    create function keep_former_membership() returns trigger language plpgsql as $$
    declare today date := (now() at time zone 'UTC')::date;
    begin
      insert into former_membership (account_id, organisation_id, from_on, until_on)
        values (old.account_id, old.organisation_id, least((old.created_at at time zone 'UTC')::date, today), today);
      return old;
    end $$;
    create trigger membership_former after delete on membership
      for each row when (old.organisation_kind = 'audit_body') execute function keep_former_membership();

    -- Whether somebody trained or advised this recruiter while they belonged to this body, and two years have not passed.
    create function body_advised(body uuid, client uuid, on_day date) returns boolean language sql stable as $$
      with given as (
        select account_id, given_on as from_on, given_on as until_on from advice
          where organisation_id = client and given_on > on_day - interval '2 years'
        union all
        select d.account_id, d.from_on, coalesce(d.until_on, 'infinity') from interest_declaration d
          where d.organisation_id = client and d.kind = 'advice'
            and (d.until_on is null or greatest(d.until_on,
              case when d.corrects is not null then (d.declared_at at time zone 'UTC')::date end) > on_day - interval '2 years')
            and not exists (select 1 from interest_declaration later where later.corrects = d.id))
      select exists (select 1 from given g join membership m on m.account_id = g.account_id
          where m.organisation_id = body and g.until_on >= (m.created_at at time zone 'UTC')::date)
        or exists (select 1 from given g join former_membership m on m.account_id = g.account_id
          where m.organisation_id = body and g.from_on <= m.until_on and g.until_on >= m.from_on)
    $$;
  `.execute(db);

const apart = (db: Kysely<unknown>) =>
  sql`
    create function refuse_advising_body(body uuid, client uuid, on_day date) returns void language plpgsql as $$
    begin
      -- Whoever records advice to this recruiter at this moment waits here, or we for them.
      perform 1 from organisation where id = client for no key update;
      if body_advised(body, client, on_day) then
        raise exception 'an audit body does not audit whom its people trained or advised within two years'
          using errcode = 'integrity_constraint_violation';
      end if;
    end $$;

    create function require_body_apart() returns trigger language plpgsql as $$
    declare audited audit; held certificate;
    begin
      if tg_table_name = 'application' then
        perform refuse_advising_body(new.audit_body_id, new.organisation_id, (new.engaged_at at time zone 'UTC')::date);
      elsif tg_table_name = 'audit_team_member' then
        select * into audited from audit where id = new.audit_id;
        perform refuse_advising_body(audited.audit_body_id, audited.organisation_id, (new.assigned_at at time zone 'UTC')::date);
      else
        select * into held from certificate where id = new.certificate_id;
        perform refuse_advising_body(new.to_body_id, held.organisation_id, (coalesce(new.answered_at, new.asked_at) at time zone 'UTC')::date);
      end if;
      return new;
    end $$;
    create trigger application_engages_body_apart before insert on application
      for each row when (new.audit_body_id is not null and new.engaged_at is not null) execute function require_body_apart();
    create trigger application_engages_body_apart_now before update on application
      for each row when (new.audit_body_id is not null and new.engaged_at is not null
        and (old.audit_body_id is distinct from new.audit_body_id or old.engaged_at is distinct from new.engaged_at))
      execute function require_body_apart();
    create trigger audit_team_member_of_body_apart before insert on audit_team_member
      for each row execute function require_body_apart();
    create trigger certificate_transfer_to_body_apart before insert or update on certificate_transfer
      for each row when (new.state in ('requested', 'accepted')) execute function require_body_apart();
  `.execute(db);
