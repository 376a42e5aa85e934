import { sql, type Kysely } from 'kysely';

/** Second factors, single sign-on and API keys. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table passkey (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      credential_id text not null unique,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null default '{}',
      name text not null check (length(btrim(name)) between 1 and 100),
      added_at timestamptz not null,
      last_used_at timestamptz
    );
    create index passkey_account on passkey (account_id);

    create table webauthn_challenge (
      challenge text primary key,
      account_id uuid references account (id),
      purpose text not null check (purpose in ('register', 'sign_in', 'confirm')),
      expires_at timestamptz not null
    );

    -- The secret is encrypted with a key that the database does not hold; the last time step used refuses a code heard twice.
    create table authenticator (
      account_id uuid primary key references account (id),
      secret bytea not null,
      added_at timestamptz not null,
      confirmed_at timestamptz,
      last_step bigint
    );

    create table recovery_code (
      account_id uuid not null references account (id),
      hash text not null check (hash like '$argon2id$%'),
      made_at timestamptz not null,
      used_at timestamptz,
      primary key (account_id, hash)
    );

    -- A lost authenticator without codes: two officers, a waiting time, and the person is told at every step.
    create table factor_reset (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      reason text not null check (length(btrim(reason)) >= 20),
      requested_by uuid not null references account (id),
      requested_at timestamptz not null,
      approved_by uuid references account (id),
      approved_at timestamptz,
      due_at timestamptz,
      cancelled_at timestamptz,
      cancelled_by uuid references account (id),
      done_at timestamptz,
      constraint factor_reset_two_people check (approved_by <> requested_by and account_id <> requested_by and account_id <> approved_by),
      constraint factor_reset_shape check (num_nonnulls(approved_by, approved_at, due_at) in (0, 3)
        and num_nonnulls(cancelled_at, cancelled_by) in (0, 2) and num_nonnulls(cancelled_at, done_at) < 2
        and (done_at is null or (due_at is not null and done_at >= due_at)) and (due_at is null or due_at >= approved_at + interval '24 hours'))
    );
    create unique index factor_reset_one_open on factor_reset (account_id) where done_at is null and cancelled_at is null;
    create trigger factor_reset_identity after update on factor_reset for each row
      execute function refuse_rewriting('id', 'account_id', 'reason', 'requested_by', 'requested_at');
    create trigger factor_reset_approved after update on factor_reset for each row when (old.approved_at is not null)
      execute function refuse_rewriting('approved_by', 'approved_at', 'due_at');
    create trigger factor_reset_final after update on factor_reset for each row
      when (old.done_at is not null or old.cancelled_at is not null) execute function refuse_rewriting();
    create trigger factor_reset_kept before delete on factor_reset for each row execute function refuse_change();

    create table mail_domain (
      organisation_id uuid not null references organisation (id),
      domain text not null check (domain = lower(domain) and domain ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?\\.[a-z]{2,}$'),
      token text not null,
      claimed_at timestamptz not null,
      claimed_by uuid not null references account (id),
      proven_at timestamptz,
      proven_by text check (proven_by in ('dns', 'officer')),
      officer_id uuid references account (id),
      primary key (organisation_id, domain),
      constraint mail_domain_shape check (num_nonnulls(proven_at, proven_by) in (0, 2) and (proven_by is not distinct from 'officer') = (officer_id is not null))
    );
    create unique index mail_domain_proven_once on mail_domain (domain) where proven_at is not null;

    create table identity_provider (
      organisation_id uuid primary key references organisation (id),
      issuer text not null check (issuer ~ '^https?://'),
      client_id text not null,
      client_secret bytea,
      set_at timestamptz not null,
      set_by uuid not null references account (id),
      enabled_at timestamptz
    );
    create table single_sign_on_state (
      state text primary key,
      organisation_id uuid not null references organisation (id),
      nonce text not null,
      code_verifier text not null,
      next text not null,
      browser_hash text not null,
      expires_at timestamptz not null
    );
    create table external_identity (
      issuer text not null,
      subject text not null,
      account_id uuid not null references account (id),
      linked_at timestamptz not null,
      primary key (issuer, subject)
    );
    create index external_identity_account on external_identity (account_id);

    create table api_key (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null,
      organisation_kind text not null default 'company' check (organisation_kind = 'company'),
      name text not null check (length(btrim(name)) between 1 and 100),
      hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
      hint text not null check (length(hint) <= 20),
      scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['register:read', 'verifications:write', 'watches:write']),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      last_used_at timestamptz,
      rotated_from uuid references api_key (id),
      ends_at timestamptz,
      revoked_at timestamptz,
      revoked_by uuid references account (id),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint api_key_shape check (num_nonnulls(revoked_at, revoked_by) in (0, 2))
    );
    create index api_key_organisation on api_key (organisation_id, made_at desc);
    create trigger api_key_identity after update on api_key for each row execute function refuse_rewriting('id',
      'organisation_id', 'organisation_kind', 'hash', 'hint', 'scopes', 'made_at', 'made_by', 'rotated_from');
    create trigger api_key_revoked_is_final after update on api_key for each row when (old.revoked_at is not null)
      execute function refuse_rewriting('revoked_at', 'revoked_by', 'ends_at');
    create trigger api_key_kept before delete on api_key for each row execute function refuse_change();
  `.execute(db);
}
