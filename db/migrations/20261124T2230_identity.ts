import { sql, type Kysely } from 'kysely';

/** Accounts that are verified, closed and proven by more than a password; sessions with limits; links that work once. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- A closed account keeps its id, so that history can point at it, and nothing that tells who it was.
    alter table account alter column email drop not null, alter column password_hash drop not null;
    alter table account add column verified_at timestamptz, add column closed_at timestamptz;
    update account set verified_at = created_at;
    alter table account add constraint account_shape check (case
      when closed_at is null then num_nonnulls(email, verified_at) = 2
      else num_nonnulls(email, password_hash) = 0 and name = 'Closed account' end);
    create trigger account_kept before delete on account for each row execute function refuse_change();
    create trigger account_closed_is_final after update on account for each row when (old.closed_at is not null)
      execute function refuse_rewriting();

    -- Whoever owns an organisation's account manages its people; there is always one.
    alter table membership add column owner_since timestamptz;
    update membership m set owner_since = m.created_at where m.id = (
      select first.id from membership first where first.organisation_id = m.organisation_id
      order by first.created_at, first.id limit 1);
    create function require_owner() returns trigger language plpgsql as $$
    declare place uuid := coalesce(new.organisation_id, old.organisation_id);
    begin
      -- Two owners who leave in two transactions see each other's leaving.
      perform 1 from organisation where id = place for no key update;
      if exists (select 1 from membership where organisation_id = place)
        and not exists (select 1 from membership where organisation_id = place and owner_since is not null) then
        raise exception 'the last owner does not leave' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger membership_keeps_owner after insert or update or delete on membership
      deferrable initially deferred for each row execute function require_owner();
    create trigger membership_identity after update on membership for each row
      execute function refuse_rewriting('id', 'account_id', 'organisation_id', 'organisation_kind');

    -- Whoever trained or advised a recruiter does not audit it for two years, nor the other way round (domain 2.1).
    create table advice (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null,
      organisation_kind text not null default 'recruiter' check (organisation_kind = 'recruiter'),
      kind text not null check (kind in ('training', 'advice')),
      given_on date not null,
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      unique (account_id, organisation_id, kind, given_on)
    );
    create index advice_organisation on advice (organisation_id, given_on);
    create trigger advice_append_only before update or delete on advice for each row execute function refuse_change();
    create function refuse_advised_auditor() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from audit a join advice v on v.organisation_id = a.organisation_id
        where a.id = new.audit_id and v.account_id = new.account_id
          and v.given_on > (coalesce(a.starts_on, new.assigned_at::date) - interval '2 years')) then
        raise exception 'whoever trained or advised a recruiter does not audit it for two years' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_team_member_did_not_advise before insert or update on audit_team_member
      for each row execute function refuse_advised_auditor();
    create function refuse_auditor_advice() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from audit a join audit_team_member m on m.audit_id = a.id
        where m.account_id = new.account_id and a.organisation_id = new.organisation_id and a.state <> 'cancelled'
          and new.given_on < (coalesce(a.ends_on, m.assigned_at::date) + interval '2 years')) then
        raise exception 'whoever audited a recruiter does not train or advise it for two years' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger advice_not_by_its_auditor before insert on advice for each row execute function refuse_auditor_advice();

    -- Sessions: limits by role, how the person proved who they are and when, where it was opened.
    delete from session;
    alter table membership add unique (id, account_id);
    alter table session drop constraint session_membership_id_fkey,
      add foreign key (membership_id, account_id) references membership (id, account_id) on delete cascade;
    alter table session
      add column public_id uuid not null unique default gen_random_uuid(),
      add column last_seen_at timestamptz not null default now(),
      add column idle_minutes integer not null check (idle_minutes > 0),
      add column method text not null check (method in ('password', 'password_and_code', 'passkey', 'single_sign_on', 'recovery_code')),
      add column confirmed_at timestamptz not null,
      add column device text not null check (length(device) <= 200),
      add column place text not null check (length(place) <= 200);

    -- Somebody who gave the right password and still owes a second factor.
    create table pending_sign_in (
      id text primary key check (id ~ '^[0-9a-f]{64}$'),
      account_id uuid not null references account (id),
      challenge text,
      created_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index pending_sign_in_account on pending_sign_in (account_id);

    create table known_device (
      account_id uuid not null references account (id),
      token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
      first_seen_at timestamptz not null,
      primary key (account_id, token_hash)
    );

    -- Sign-ups wait here: an account exists once its address is proven, and nobody squats on somebody else's.
    create table sign_up (
      id uuid primary key default gen_random_uuid(),
      email text not null check (email = lower(email) and email like '_%@_%'),
      name text not null,
      password_hash text not null check (password_hash like '$argon2id$%'),
      organisation_kind text not null check (organisation_kind in ('recruiter', 'company')),
      organisation_name text not null,
      country text not null check (country ~ '^[A-Z]{2}$'),
      created_at timestamptz not null,
      completed_at timestamptz
    );

    create table invitation (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null,
      organisation_kind text not null,
      role text not null,
      as_owner boolean not null default false,
      email text not null check (email = lower(email) and email like '_%@_%'),
      invited_by uuid not null references account (id),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid references account (id),
      revoked_at timestamptz,
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint invitation_role_fits check ((organisation_kind, role) in (
        ('recruiter', 'recruiter'), ('company', 'company'), ('authority', 'authority'),
        ('audit_body', 'auditor'), ('audit_body', 'reviewer'),
        ('scheme', 'officer'), ('scheme', 'decider'), ('scheme', 'caseworker'), ('scheme', 'trainer'))),
      constraint invitation_shape check (num_nonnulls(accepted_at, accepted_by) in (0, 2) and num_nonnulls(accepted_at, revoked_at) < 2)
    );
    create index invitation_organisation on invitation (organisation_id, created_at desc);

    create table address_change (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      new_email text not null check (new_email = lower(new_email) and new_email like '_%@_%'),
      requested_at timestamptz not null,
      confirmed_old_at timestamptz,
      confirmed_new_at timestamptz,
      done_at timestamptz,
      cancelled_at timestamptz,
      constraint address_change_both_ends check (done_at is null or num_nonnulls(confirmed_old_at, confirmed_new_at) = 2)
    );
    create index address_change_account on address_change (account_id);

    -- Links in mails. The secret is made when the mail is written and only its hash is kept; a mail written twice after a
    -- crash has two secrets, and the first that is used ends both.
    create table one_time_link (
      id uuid primary key default gen_random_uuid(),
      purpose text not null,
      email text not null check (email = lower(email)),
      sign_up_id uuid references sign_up (id),
      invitation_id uuid references invitation (id),
      address_change_id uuid references address_change (id),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      constraint one_time_link_shape check ((case purpose
        when 'complete_sign_up' then sign_up_id is not null and num_nonnulls(invitation_id, address_change_id) = 0
        when 'accept_invitation' then invitation_id is not null and num_nonnulls(sign_up_id, address_change_id) = 0
        when 'reset_password' then num_nonnulls(sign_up_id, invitation_id, address_change_id) = 0
        when 'confirm_old_address' then address_change_id is not null and num_nonnulls(sign_up_id, invitation_id) = 0
        when 'confirm_new_address' then address_change_id is not null and num_nonnulls(sign_up_id, invitation_id) = 0
        else false end) is true)
    );
    create index one_time_link_email on one_time_link (email, created_at desc);
    create table one_time_secret (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      link_id uuid not null references one_time_link (id) on delete cascade
    );
    create index one_time_secret_link on one_time_secret (link_id);

    -- Counters of rate-limiter-flexible, in the shape that library wants.
    create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint);
    create index rate_limit_expire on rate_limit (expire);
  `.execute(db);
}
