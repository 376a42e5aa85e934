import { sql, type Kysely } from 'kysely';

/**
 * The corridor book: what holds between two countries, in a sector or in any, each with its source. Nothing in it is ever
 * rewritten: a new version takes the place of the one before, and whoever cited that one still finds it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table corridor_entry (
      entry_id uuid not null,
      version integer not null check (version > 0),
      topic text not null check (topic in ('licensing', 'charging', 'agreement', 'contract', 'authority')),
      -- Null: any.
      origin text check (origin ~ '^[A-Z]{2}$'),
      destination text check (destination ~ '^[A-Z]{2}$'),
      sector text check (sector ~ '^[A-U]$'),
      title text not null check (length(btrim(title)) between 3 and 200),
      words text not null check (length(btrim(words)) between 10 and 5000),
      source_title text not null check (length(btrim(source_title)) between 3 and 300),
      source_url text check (length(source_url) <= 500 and source_url ~ '^https://[!-~]+$'),
      -- The day of the source itself, and the day somebody last found it to say this.
      source_on date not null,
      checked_on date not null,
      -- Null: it came with the software, and nobody of the scheme has looked at it yet.
      reviewed_by uuid references account (id),
      written_at timestamptz not null,
      withdrawn_reason text check (length(withdrawn_reason) between 10 and 5000),
      primary key (entry_id, version),
      constraint corridor_entry_two_countries check (origin <> destination),
      constraint corridor_entry_source_first check (source_on <= checked_on),
      constraint corridor_entry_checked_by_then check (reviewed_by is null
        or withdrawn_reason is not null or checked_on <= (written_at at time zone 'UTC')::date),
      constraint corridor_entry_shipped_once check (reviewed_by is not null or (version = 1 and withdrawn_reason is null))
    );
    create index corridor_entry_origin on corridor_entry (origin, destination);

    create table national_rule (
      rule_id uuid not null,
      version integer not null check (version > 0),
      country text not null check (country ~ '^[A-Z]{2}$'),
      -- A code of the house's list of fees and costs; null: all of them.
      category text check (category ~ '^[A-Z_]{3,40}$'),
      valid_from date not null,
      payer_allowed text not null check (payer_allowed in ('not_worker', 'worker_capped', 'worker')),
      cap text check (length(btrim(cap)) between 3 and 300),
      source_title text not null check (length(btrim(source_title)) between 3 and 300),
      source_url text check (length(source_url) <= 500 and source_url ~ '^https://[!-~]+$'),
      source_on date not null,
      checked_on date not null,
      reviewed_by uuid not null references account (id),
      written_at timestamptz not null,
      withdrawn_reason text check (length(withdrawn_reason) between 10 and 5000),
      primary key (rule_id, version),
      constraint national_rule_cap check ((cap is not null) = (payer_allowed = 'worker_capped')),
      constraint national_rule_source_first check (source_on <= checked_on),
      constraint national_rule_checked_by_then check (checked_on <= (written_at at time zone 'UTC')::date)
    );
    create index national_rule_country on national_rule (country, valid_from);

    create function refuse_loose_corridor_entry() returns trigger language plpgsql as $$
    declare former corridor_entry;
    begin
      select * into former from corridor_entry where entry_id = new.entry_id order by version desc limit 1;
      if new.version <> coalesce(former.version, 0) + 1 or former.withdrawn_reason is not null then
        raise exception 'version % does not follow version % of entry %', new.version, former.version, new.entry_id
          using errcode = 'integrity_constraint_violation';
      end if;
      if former.version is not null and (former.topic, former.origin, former.destination, former.sector)
          is distinct from (new.topic, new.origin, new.destination, new.sector) then
        raise exception 'an entry keeps its topic and its place' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger corridor_entry_follows before insert on corridor_entry for each row
      execute function refuse_loose_corridor_entry();
    create trigger corridor_entry_stands before update or delete on corridor_entry for each row execute function refuse_change();
    create trigger corridor_entry_no_truncate before truncate on corridor_entry execute function refuse_change();

    create function refuse_loose_national_rule() returns trigger language plpgsql as $$
    declare former national_rule;
    begin
      select * into former from national_rule where rule_id = new.rule_id order by version desc limit 1;
      if new.version <> coalesce(former.version, 0) + 1 or former.withdrawn_reason is not null then
        raise exception 'version % does not follow version % of rule %', new.version, former.version, new.rule_id
          using errcode = 'integrity_constraint_violation';
      end if;
      if former.version is not null and (former.country, former.category, former.valid_from)
          is distinct from (new.country, new.category, new.valid_from) then
        raise exception 'a rule keeps its country, its category and its first day' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger national_rule_follows before insert on national_rule for each row
      execute function refuse_loose_national_rule();
    create trigger national_rule_stands before update or delete on national_rule for each row execute function refuse_change();
    create trigger national_rule_no_truncate before truncate on national_rule execute function refuse_change();

    -- What holds now: the last version of each.
    create view standing_corridor_entry as
      select distinct on (entry_id) * from corridor_entry order by entry_id, version desc;
    create view standing_national_rule as
      select distinct on (rule_id) * from national_rule order by rule_id, version desc;
  `.execute(db);
}
