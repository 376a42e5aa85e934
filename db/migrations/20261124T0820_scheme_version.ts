import { sql, type Kysely } from 'kysely';

/** The scheme as data: every record points at the version it was made under, and a published version never changes. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table scheme_version (
      id text primary key check (id ~ '^[a-z0-9][a-z0-9.-]{2,60}$'),
      standard_id text not null,
      standard_version text not null,
      title text not null,
      source text not null check (source in ('official', 'interim')),
      terms jsonb not null,
      published_at timestamptz
    );

    create table principle (
      scheme_version_id text not null references scheme_version (id),
      code text not null,
      title text not null,
      gist text not null,
      position integer not null,
      primary key (scheme_version_id, code)
    );

    create table criterion (
      scheme_version_id text not null,
      code text not null,
      principle_code text not null,
      title text not null,
      position integer not null,
      primary key (scheme_version_id, code),
      foreign key (scheme_version_id, principle_code) references principle (scheme_version_id, code)
    );

    create table indicator (
      scheme_version_id text not null,
      code text not null,
      criterion_code text not null,
      requirement text not null,
      evidence_types text[] not null check (evidence_types <@ array['D', 'M', 'W', 'P', 'O', 'R'] and cardinality(evidence_types) > 0),
      default_grade text not null check (default_grade in ('critical', 'major', 'minor')),
      grading_note text,
      position integer not null,
      primary key (scheme_version_id, code),
      foreign key (scheme_version_id, criterion_code) references criterion (scheme_version_id, code)
    );

    create function refuse_published_version() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' and old.published_at is not null then
        raise exception 'scheme version % is published and never changes', old.id using errcode = 'integrity_constraint_violation';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger scheme_version_published before update or delete on scheme_version
      for each row execute function refuse_published_version();

    create function refuse_published_standard() returns trigger language plpgsql as $$
    declare version text := coalesce(new.scheme_version_id, old.scheme_version_id);
    begin
      if exists (select 1 from scheme_version where published_at is not null and id in (version, old.scheme_version_id)) then
        raise exception 'scheme version % is published and never changes', version using errcode = 'integrity_constraint_violation';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger principle_published before insert or update or delete on principle
      for each row execute function refuse_published_standard();
    create trigger criterion_published before insert or update or delete on criterion
      for each row execute function refuse_published_standard();
    create trigger indicator_published before insert or update or delete on indicator
      for each row execute function refuse_published_standard();
  `.execute(db);
}
