import { sql, type Kysely } from 'kysely';

/** Who helps workers, by country and topic: what stands here has a source and a day on which somebody checked it. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table help_entry (
      id uuid primary key default gen_random_uuid(),
      name text not null check (length(name) between 2 and 200 and name = btrim(name)),
      name_local text check (length(name_local) between 1 and 200 and name_local = btrim(name_local)),
      country text not null check (country ~ '^[A-Z]{2}$'),
      topics text[] not null check (cardinality(topics) between 1 and 6 and topics <@
        array['hotline', 'resource_centre', 'consulate', 'union', 'shelter', 'legal_aid']),
      languages text[] not null check (cardinality(languages) between 1 and 40
        and array_position(languages, null) is null
        and array_to_string(languages, ' ') ~ '^[a-z]{2,3}(-[A-Za-z]{2,4})?( [a-z]{2,3}(-[A-Za-z]{2,4})?)*$'),
      phones text[] not null check (cardinality(phones) <= 5 and array_position(phones, null) is null
        and array_to_string(phones, ' ') ~ '^(\\+[1-9][0-9]{6,14}( \\+[1-9][0-9]{6,14})*)?$'),
      url text check (length(url) <= 300 and url ~ '^https://[a-z0-9-]+(\\.[a-z0-9-]+)+([/?#][!-~]*)?$'),
      address text check (length(address) between 3 and 500),
      hours text check (length(hours) between 1 and 200),
      free boolean not null,
      source text not null check (length(source) between 3 and 300 and source = btrim(source)
        and (source !~* '^[a-z]+://' or source ~ '^https://[!-~]+$')),
      checked_on date not null,
      checked_by uuid not null references account (id),
      demonstration boolean not null default false,
      revision integer not null default 1 check (revision > 0),
      listed_at timestamptz not null,
      listed_by uuid not null references account (id),
      changed_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid references account (id),
      withdrawn_reason text check (length(withdrawn_reason) between 10 and 5000),
      constraint help_entry_withdrawn_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3)),
      constraint help_entry_reached check (cardinality(phones) > 0 or url is not null or address is not null),
      constraint help_entry_checked_by_then check (checked_on <= (changed_at at time zone 'UTC')::date),
      -- Nobody in need may be sent to an invented number or page.
      constraint help_entry_demonstration check (not demonstration
        or (cardinality(phones) = 0 and (url is null or url ~ '^https://[^/?#]+\\.example([/?#]|$)')))
    );
    create unique index help_entry_once on help_entry (country, lower(name)) where withdrawn_at is null;
    create index help_entry_shown on help_entry (country, checked_on) where withdrawn_at is null;
    create index help_entry_checked on help_entry (checked_on) where withdrawn_at is null;

    create trigger help_entry_identity after update on help_entry for each row
      execute function refuse_rewriting('id', 'demonstration', 'listed_at', 'listed_by');
    create trigger help_entry_check_forward after update on help_entry for each row
      when (new.checked_on < old.checked_on) execute function refuse_rewriting('checked_on');
    create trigger help_entry_counted after update on help_entry for each row
      when (new.revision <> old.revision + 1) execute function refuse_rewriting();
    create trigger help_entry_final after update on help_entry for each row
      when (old.withdrawn_at is not null) execute function refuse_rewriting();
    create trigger help_entry_kept before delete on help_entry for each row execute function refuse_change();
    create trigger help_entry_no_truncate before truncate on help_entry execute function refuse_change();

    comment on table help_entry is 'Directory of help. What an entry said before stands in its events help.listed, help.changed and help.checked.';
  `.execute(db);
}
