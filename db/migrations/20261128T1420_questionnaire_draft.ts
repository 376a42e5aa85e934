import { sql, type Kysely } from 'kysely';

/** The next version of a questionnaire while it is written: changed as often as needed, and once published it stands. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table questionnaire_draft (
      id uuid primary key default gen_random_uuid(),
      name text not null check (name ~ '^[a-z][a-z0-9_-]*$'),
      -- The version it was begun from: what was published meanwhile must not be lost by it.
      base_version integer not null check (base_version >= 1),
      definition jsonb not null,
      revision integer not null default 1 check (revision >= 1),
      drafted_at timestamptz not null,
      drafted_by uuid not null references account (id),
      changed_at timestamptz not null,
      changed_by uuid not null references account (id),
      published_version_id text unique references questionnaire_version (id),
      published_at timestamptz,
      published_by uuid references account (id),
      constraint questionnaire_draft_published check ((published_version_id is null) = (published_at is null)
        and (published_version_id is null) = (published_by is null)),
      constraint questionnaire_draft_next check (published_version_id is null
        or published_version_id = name || '-' || (base_version + 1))
    );
    create index questionnaire_draft_name on questionnaire_draft (name);
    create trigger questionnaire_draft_identity after update on questionnaire_draft for each row
      execute function refuse_rewriting('id', 'name', 'base_version', 'drafted_at', 'drafted_by');
    create trigger questionnaire_draft_stands before update or delete on questionnaire_draft for each row
      when (old.published_version_id is not null) execute function refuse_change();
    create trigger questionnaire_draft_no_truncate before truncate on questionnaire_draft execute function refuse_change();
  `.execute(db);
}
