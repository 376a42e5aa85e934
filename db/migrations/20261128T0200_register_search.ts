import { sql, type Kysely } from 'kysely';

/**
 * What the register is searched by. Every name a recruiter has or had on the register is a row, kept by triggers in the
 * transaction that changes it, so that no writer can forget it; a name that was never read (its words are null) is read
 * before the next search answers. Numbers are compared by what remains of them without spaces, signs and case.
 */
export async function up(db: Kysely<unknown>) {
  await sql`create extension if not exists fuzzystrmatch`.execute(db);
  await sql`
    create table register_name (
      id integer generated always as identity primary key,
      organisation_id uuid not null references registration (organisation_id),
      kind text not null check (kind in ('name', 'local', 'trading', 'former')),
      name text not null,
      country text not null,
      read_by smallint,
      key text,
      size smallint,
      words text[],
      word_ids integer[],
      constraint register_name_read check (num_nonnulls(read_by, key, size, words, word_ids) in (0, 5)
        and (size is null or size = cardinality(words) and size = cardinality(word_ids)))
    );
    create unique index register_name_once on register_name (organisation_id, md5(name));
    create index register_name_unread on register_name (id) where read_by is null;
    create index register_name_key on register_name (key);
    create index register_name_size on register_name (size, id);
    create index register_name_words on register_name using gin (word_ids) with (fastupdate = off);

    create table register_word (
      id integer generated always as identity primary key,
      word text not null unique,
      skeleton text not null,
      names integer not null default 0
    );
    create index register_word_begins on register_word (word text_pattern_ops);

    create table register_word_key (
      key text not null,
      word_id integer not null references register_word (id),
      primary key (key, word_id)
    );
  `.execute(db);
  await keeping(db);
  await numbers(db);
}

const keeping = (db: Kysely<unknown>) =>
  sql`
    create function keep_register_names(recruiter uuid) returns void language plpgsql as $$
    begin
      -- One after the other, each seeing what the one before wrote.
      perform 1 from registration where organisation_id = recruiter for no key update;
      if not found then return; end if;
      insert into register_name as kept (organisation_id, kind, name, country)
      select recruiter, kind, name, country from (
        select distinct on (name) kind, name, country from (
          select 1 as place, 'name' as kind, name, country from organisation where id = recruiter
          union all
          select 2, 'local', name_local, country from organisation where id = recruiter and name_local is not null
          union all
          select 3, 'trading', trading, o.country
          from registration r join organisation o on o.id = r.organisation_id, unnest(r.trading_names) as trading
          where r.organisation_id = recruiter) every
        where btrim(name) <> ''
        order by name, place) called
      on conflict (organisation_id, md5(name)) do update set kind = excluded.kind, country = excluded.country
        where (kept.kind, kept.country) <> (excluded.kind, excluded.country);
      update register_name kept set kind = 'former', country = o.country
      from organisation o, registration r
      where kept.organisation_id = recruiter and o.id = recruiter and r.organisation_id = recruiter
        and kept.name <> o.name and kept.name is distinct from o.name_local and kept.name <> all (r.trading_names)
        and (kept.kind, kept.country) <> ('former', o.country);
    end $$;

    create function keep_names_of_registration() returns trigger language plpgsql as $$
    begin
      perform keep_register_names(new.organisation_id);
      return null;
    end $$;
    create trigger registration_names after insert or update of trading_names on registration for each row
      execute function keep_names_of_registration();

    create function keep_names_of_organisation() returns trigger language plpgsql as $$
    begin
      perform keep_register_names(new.id);
      return null;
    end $$;
    create trigger organisation_names after update of name, name_local, country on organisation for each row
      when ((old.name, old.name_local, old.country) is distinct from (new.name, new.name_local, new.country))
      execute function keep_names_of_organisation();

    select keep_register_names(organisation_id) from registration;
  `.execute(db);

/** Digits of other scripts are digits; letters of other scripts stay as they are. */
const numbers = (db: Kysely<unknown>) => {
  const zeros = [
    0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
  ];
  const other = zeros.map((zero) =>
    String.fromCodePoint(...Array.from({ length: 10 }, (_, digit) => zero + digit)),
  );
  const [digits, ours] = [sql.lit(other.join('')), sql.lit('0123456789'.repeat(zeros.length))];
  return sql`
    create function number_key(number text) returns text language sql immutable strict parallel safe
    return regexp_replace(upper(translate(normalize(number, NFKC), ${digits}, ${ours}) collate "C"),
      U&'[\\0001-\\002F\\003A-\\0040\\005B-\\0060\\007B-\\00BF\\200B-\\206F\\FEFF]+', '', 'g');
    create index registration_compared on registration (number_key(number));
    create index registration_licence_compared on registration_licence (number_key(number));
    create index certificate_compared on certificate (number_key(number));
  `.execute(db);
};
