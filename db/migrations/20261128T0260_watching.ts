import { sql, type Kysely } from 'kysely';

/** What companies watch, whom that is told, and where their programs hear of it. */
export async function up(db: Kysely<unknown>) {
  await watches(db);
  await notices(db);
  await webhooks(db);
}

const watches = (db: Kysely<unknown>) =>
  sql`
    create table watch (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      kind text not null,
      recruiter_id uuid references registration (organisation_id),
      corridor text check (corridor ~ '^[A-Z]{2}-[A-Z]{2}$'),
      name text check (length(btrim(name)) between 1 and 100),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      ended_at timestamptz check (ended_at >= made_at),
      foreign key (company_id, company_kind) references organisation (id, kind),
      constraint watch_shape check (case kind
        when 'recruiter' then recruiter_id is not null and num_nonnulls(corridor, name) = 0
        when 'corridor' then corridor is not null and num_nonnulls(recruiter_id, name) = 0
        when 'list' then name is not null and num_nonnulls(recruiter_id, corridor) = 0
        else false end)
    );
    -- A company watches each thing once, and whoever is told of a change is found by what changed.
    create unique index watch_recruiter on watch (recruiter_id, company_id) where ended_at is null and kind = 'recruiter';
    create unique index watch_corridor on watch (corridor, company_id) where ended_at is null and kind = 'corridor';
    create unique index watch_list on watch (company_id, name) where ended_at is null and kind = 'list';
    create index watch_company on watch (company_id, made_at desc, id) where ended_at is null;
    create trigger watch_identity after update on watch for each row execute function refuse_rewriting('id', 'company_id', 'company_kind',
      'kind', 'recruiter_id', 'corridor', 'made_at', 'made_by');
    create trigger watch_ended_is_final after update on watch for each row when (old.ended_at is not null)
      execute function refuse_rewriting('ended_at', 'name');

    create table watch_entry (
      watch_id uuid not null references watch (id),
      recruiter_id uuid not null references registration (organisation_id),
      primary key (recruiter_id, watch_id)
    );
    create index watch_entry_watch on watch_entry (watch_id);

    -- When a person wants to hear of what their company watches.
    create table watch_rhythm (
      company_id uuid not null references organisation (id),
      account_id uuid not null references account (id),
      rhythm text not null check (rhythm in ('at_once', 'daily', 'weekly', 'never')),
      primary key (company_id, account_id)
    );
  `.execute(db);

const notices = (db: Kysely<unknown>) =>
  sql`
    create table watch_notice (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null references organisation (id),
      event_id uuid not null references event (id),
      recruiter_id uuid not null references registration (organisation_id),
      type text not null,
      occurred_at timestamptz not null,
      told_at timestamptz not null,
      -- What the register said when it was told.
      told jsonb not null,
      -- Each change once.
      unique (event_id, company_id)
    );
    create index watch_notice_company on watch_notice (company_id, occurred_at desc, id);
    create index watch_notice_told_at on watch_notice (told_at);

    create table watch_mail (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null references organisation (id),
      account_id uuid not null references account (id),
      made_at timestamptz not null,
      sent_at timestamptz
    );
    create table watch_mail_notice (
      notice_id uuid not null references watch_notice (id) on delete cascade,
      account_id uuid not null references account (id),
      -- None while it waits for a digest.
      mail_id uuid references watch_mail (id),
      primary key (notice_id, account_id)
    );
    create index watch_mail_notice_mail on watch_mail_notice (mail_id);
    create index watch_mail_notice_waiting on watch_mail_notice (account_id) where mail_id is null;
    create trigger watch_mail_notice_once after update on watch_mail_notice for each row when (old.mail_id is not null)
      execute function refuse_rewriting('mail_id');
  `.execute(db);

const webhooks = (db: Kysely<unknown>) =>
  sql`
    create table webhook_endpoint (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      url text not null check (length(url) between 8 and 2000 and url ~ '^https?://'),
      -- Sealed: what signs is not read from the database.
      secret text not null check (secret ~ '^[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+$'),
      former_secret text check (former_secret ~ '^[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+$'),
      former_until timestamptz,
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      -- Since when nothing arrived; none after something did.
      failing_since timestamptz,
      disabled_at timestamptz,
      disabled_because text check (disabled_because in ('failing', 'gone')),
      ended_at timestamptz,
      foreign key (company_id, company_kind) references organisation (id, kind),
      constraint webhook_endpoint_secrets check (num_nonnulls(former_secret, former_until) in (0, 2)),
      constraint webhook_endpoint_disabled check (num_nonnulls(disabled_at, disabled_because) in (0, 2))
    );
    create index webhook_endpoint_company on webhook_endpoint (company_id) where ended_at is null;
    create trigger webhook_endpoint_identity after update on webhook_endpoint for each row execute function refuse_rewriting('id',
      'company_id', 'company_kind', 'url', 'made_at', 'made_by');
    create trigger webhook_endpoint_ended_is_final after update on webhook_endpoint for each row when (old.ended_at is not null)
      execute function refuse_rewriting('ended_at', 'secret', 'disabled_at');

    create table webhook_message (
      id uuid primary key default gen_random_uuid(),
      endpoint_id uuid not null references webhook_endpoint (id),
      event_id uuid not null references event (id),
      type text not null,
      body text not null,
      made_at timestamptz not null,
      -- Since when it is tried: as it was made, or as somebody asked for it again.
      tried_since timestamptz not null,
      delivered_at timestamptz,
      given_up_at timestamptz,
      unique (event_id, endpoint_id),
      constraint webhook_message_shape check (num_nonnulls(delivered_at, given_up_at) <= 1)
    );
    create index webhook_message_endpoint on webhook_message (endpoint_id, made_at desc, id);
    create index webhook_message_made_at on webhook_message (made_at);

    create table webhook_attempt (
      position bigint generated always as identity primary key,
      message_id uuid not null references webhook_message (id) on delete cascade,
      tried_at timestamptz not null,
      took_ms integer not null check (took_ms >= 0),
      status integer check (status between 0 and 999),
      -- The beginning of what was answered, or why nothing was.
      answer text not null check (length(answer) <= 1000)
    );
    create index webhook_attempt_message on webhook_attempt (message_id, position);
  `.execute(db);
