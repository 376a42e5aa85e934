import { sql, type Kysely } from 'kysely';

/** People, organisations, roles, sessions. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table organisation (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('recruiter', 'audit_body', 'company', 'scheme', 'authority')),
      name text not null check (length(btrim(name)) between 1 and 300),
      name_local text,
      country text not null check (country ~ '^[A-Z]{2}$'),
      created_at timestamptz not null,
      unique (id, kind)
    );
    create index organisation_name_trgm on organisation using gin (lower(name) gin_trgm_ops);
    create index organisation_kind on organisation (kind, country);

    create table account (
      id uuid primary key default gen_random_uuid(),
      email text not null unique check (email = lower(email) and email like '_%@_%'),
      name text not null check (length(btrim(name)) between 1 and 200),
      password_hash text not null check (password_hash like '$argon2id$%'),
      created_at timestamptz not null
    );

    create table membership (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null,
      organisation_kind text not null,
      role text not null,
      created_at timestamptz not null,
      unique (account_id, organisation_id, role),
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint membership_role_fits check ((organisation_kind, role) in (
        ('recruiter', 'recruiter'), ('company', 'company'), ('authority', 'authority'),
        ('audit_body', 'auditor'), ('audit_body', 'reviewer'),
        ('scheme', 'officer'), ('scheme', 'decider'), ('scheme', 'caseworker'), ('scheme', 'trainer'))),
      -- Separation of duties (domain 2.1): whoever belongs to the scheme does not audit, and the other way round.
      constraint membership_scheme_does_not_audit exclude using gist (account_id with =, organisation_kind with <>)
        where (organisation_kind in ('scheme', 'audit_body', 'recruiter'))
    );
    create index membership_organisation on membership (organisation_id, role);

    create table session (
      id text primary key check (id ~ '^[0-9a-f]{64}$'),
      account_id uuid not null references account (id) on delete cascade,
      membership_id uuid not null references membership (id) on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now()
    );
    create index session_account on session (account_id);
    create index session_expiry on session (expires_at);
  `.execute(db);
}
