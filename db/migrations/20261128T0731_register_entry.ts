import { sql, type Kysely } from 'kysely';

/**
 * The register as it is listed: a row for each recruiter with what lists, facets and entries say of it, so that any page of a
 * million comes from one narrow table and its indexes. A row holds what the tables it is drawn from hold, whatever is
 * written to it: it is drawn anew at the end of each transaction that changes one of them, when every other lock is held
 * already.
 *
 * Measured over a million recruiters: the first page without a question, by facets few or nobody fit, and the counts of
 * standings took 0.9, 0.8 to 35 and 17 s from the four tables. \`npm run bench\` measures lists.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table register_entry (
      organisation_id uuid primary key references registration (organisation_id) on delete cascade,
      number text not null unique,
      name text not null,
      name_local text,
      country text not null,
      accepted_on date not null,
      delisted_on date,
      application_state text not null,
      concluded_at timestamptz,
      certificate_id uuid,
      certificate_status text,
      certificate_since timestamptz,
      valid_until date,
      reason_class text,
      origins text[] not null,
      destinations text[] not null,
      sectors text[] not null
    );

    create view register_drawn as
    select r.organisation_id, r.number, o.name, o.name_local, o.country, r.accepted_on, r.delisted_on,
      a.state as application_state, a.concluded_at, c.id as certificate_id, c.status as certificate_status,
      c.since as certificate_since, c.valid_until, c.reason_class,
      array(select distinct split_part(w.way, '-', 1) from unnest(coalesce(c.corridors, a.corridors)) as w(way) order by 1) as origins,
      array(select distinct split_part(w.way, '-', 2) from unnest(coalesce(c.corridors, a.corridors)) as w(way) order by 1) as destinations,
      coalesce(c.sectors, a.sectors, '{}') as sectors
    from registration r
    join organisation o on o.id = r.organisation_id
    join application a on a.id = r.application_id
    left join lateral (
      -- The certificate that counts: the one not withdrawn, else the last withdrawn; of others their successors count.
      select k.* from certificate k
      where k.organisation_id = r.organisation_id and k.status not in ('superseded', 'transferred')
      order by (k.status = 'withdrawn'), k.since desc
      limit 1) c on true;

    insert into register_entry select * from register_drawn;

    create index register_entry_name on register_entry (name, number) where delisted_on is null;
    create index register_entry_country on register_entry (country, name, number) where delisted_on is null;
    create index register_entry_standing on register_entry (certificate_status, application_state, valid_until) where delisted_on is null;
    create index register_entry_origins on register_entry using gin (origins) with (fastupdate = off) where delisted_on is null;
    create index register_entry_destinations on register_entry using gin (destinations) with (fastupdate = off) where delisted_on is null;
    create index register_entry_sectors on register_entry using gin (sectors) with (fastupdate = off) where delisted_on is null;
  `.execute(db);
  await drawing(db);
  for (const [table, columns, recruiter] of drawnFrom)
    await sql
      .raw(
        `create function draw_entry_of_${table}() returns trigger language plpgsql as $$
         begin
           perform draw_register_entry(${recruiter});
           return null;
         end $$;
         create constraint trigger ${table}_entry_drawn after insert or update of ${columns} on ${table}
           deferrable initially deferred for each row execute function draw_entry_of_${table}();`,
      )
      .execute(db);
}

/** Of each table the columns an entry is drawn from, and whose entry it is. */
const drawnFrom: [table: string, columns: string, recruiter: string][] = [
  ['registration', 'number, application_id, accepted_on, delisted_on', 'new.organisation_id'],
  ['organisation', 'name, name_local, country', 'new.id'],
  [
    'application',
    'state, concluded_at, corridors, sectors',
    '(select r.organisation_id from registration r where r.application_id = new.id)',
  ],
  [
    'certificate',
    'status, since, valid_until, reason_class, corridors, sectors, organisation_id',
    'new.organisation_id',
  ],
];

const drawing = (db: Kysely<unknown>) =>
  sql`
    -- After the row is locked: what another transaction committed meanwhile is seen.
    create function draw_entry() returns trigger language plpgsql as $$
    declare
      drawn register_entry;
    begin
      select * into drawn from register_drawn d where d.organisation_id = new.organisation_id;
      if not found then
        raise exception 'organisation % is not on the register', new.organisation_id using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'UPDATE' and drawn is not distinct from old then return null; end if;
      return drawn;
    end $$;
    create trigger register_entry_drawn before insert or update on register_entry for each row execute function draw_entry();
    create trigger register_entry_identity after update on register_entry for each row execute function refuse_rewriting('organisation_id');

    create function keep_entry() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from registration r where r.organisation_id = old.organisation_id) then
        raise exception 'register_entry: % is on the register', old.number using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;
    create trigger register_entry_kept before delete on register_entry for each row execute function keep_entry();
    create trigger register_entry_kept_whole before truncate on register_entry for each statement execute function refuse_change();

    create function draw_register_entry(recruiter uuid) returns void language plpgsql as $$
    begin
      if not exists (select 1 from registration r where r.organisation_id = recruiter) then return; end if;
      update register_entry set number = number where organisation_id = recruiter;
      if found or exists (select 1 from register_entry e where e.organisation_id = recruiter) then return; end if;
      insert into register_entry (organisation_id) values (recruiter)
      on conflict (organisation_id) do update set number = excluded.number;
    end $$;

    create trigger register_entry_register_told after insert or delete or update on register_entry
      for each statement execute function tell_register_changed();
    create trigger register_entry_register_told_emptied after truncate on register_entry
      for each statement execute function tell_register_changed();
  `.execute(db);
