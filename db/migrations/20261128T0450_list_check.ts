import { sql, type Kysely } from 'kysely';

/**
 * Lists that a company sends to be checked on a page, what its people choose among candidates, and portfolios of recruiters.
 * A list belongs to the company that sent it alone; what was read of its cells goes when it is checked.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table list_check (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      title text not null check (length(title) between 1 and 200),
      -- SHA-256 of the file, which is not kept: the same one sent again is told.
      file_hash text not null,
      -- How many rows, with what may be its heads.
      rows integer not null check (rows between 1 and 10001),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      -- Which column is what, once somebody said so.
      columns jsonb,
      asked_at timestamptz,
      asked_by uuid references account (id),
      done integer not null default 0 check (done >= 0),
      moved_at timestamptz,
      verification_id uuid unique references verification (id),
      foreign key (company_id, company_kind) references organisation (id, kind),
      constraint list_check_asked check (num_nonnulls(columns, asked_at, asked_by, moved_at) in (0, 4)),
      constraint list_check_checked check (verification_id is null or asked_at is not null)
    );
    create index list_check_company on list_check (company_id, made_at desc, id);
    create index list_check_made_at on list_check (made_at);
    create trigger list_check_identity after update on list_check for each row execute function refuse_rewriting('id',
      'company_id', 'company_kind', 'title', 'file_hash', 'rows', 'made_at', 'made_by');
    create trigger list_check_answered after update on list_check for each row when (old.verification_id is not null)
      execute function refuse_rewriting('verification_id', 'columns', 'asked_at', 'asked_by');

    -- A row of the list: the number its spreadsheet shows; its cells until it is checked; then the line of the check it became,
    -- or why it became none.
    create table list_check_row (
      check_id uuid not null references list_check (id) on delete cascade,
      place integer not null check (place between 1 and 10001),
      number integer not null check (number > 0),
      cells jsonb,
      line integer,
      note text,
      primary key (check_id, place)
    );
    create index list_check_row_line on list_check_row (check_id, line);

    -- What a person of the company says of candidates: which one is meant, or none of them.
    create table list_choice (
      check_id uuid not null references list_check (id) on delete cascade,
      line integer not null,
      registration_number text,
      chosen_at timestamptz not null,
      chosen_by uuid not null references account (id),
      primary key (check_id, line)
    );

    create table portfolio (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      name text not null check (length(btrim(name)) between 1 and 100),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      unique (company_id, name),
      foreign key (company_id, company_kind) references organisation (id, kind)
    );
    create table portfolio_entry (
      portfolio_id uuid not null references portfolio (id) on delete cascade,
      recruiter_id uuid not null references registration (organisation_id),
      -- What the company calls it in its own list.
      ref text check (length(ref) between 1 and 200),
      primary key (portfolio_id, recruiter_id)
    );
    create index portfolio_entry_recruiter on portfolio_entry (recruiter_id);
  `.execute(db);
}
