import { sql, type Kysely } from 'kysely';

/** Who read which text of the pages for workers, and said that it is right. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table wording_verdict (
      number bigint generated always as identity primary key,
      review_id uuid not null,
      language text not null check (language in
        ('ne', 'bn', 'hi', 'ur', 'tl', 'id', 'my', 'km', 'vi', 'am', 'sw', 'ar', 'es', 'fr', 'th')),
      key text not null check (key ~ '^[a-z][A-Za-z0-9_.]{1,119}$'),
      hash text not null check (hash ~ '^[0-9a-f]{32}$'),
      verdict text not null check (verdict in ('approved', 'taken_back')),
      basis text check (basis in ('own_language', 'native_reader')),
      said_at timestamptz not null,
      said_by uuid not null references account (id),
      constraint wording_verdict_basis check ((verdict = 'approved') = (basis is not null)),
      constraint wording_verdict_once unique (review_id, language, key)
    );
    create index wording_verdict_newest on wording_verdict (language, key, hash, number desc);

    create function require_reviewer_of_wording() returns trigger language plpgsql as $$
    declare was text;
    begin
      if not exists (select 1 from membership where account_id = new.said_by and role in ('officer', 'caseworker')) then
        raise exception 'texts are reviewed by an officer or a caseworker' using errcode = 'integrity_constraint_violation';
      end if;
      select verdict into was from wording_verdict
        where language = new.language and key = new.key and hash = new.hash order by number desc limit 1;
      -- A text nobody approved has nothing to be taken back; one that is approved is so already.
      if coalesce(was, 'taken_back') = new.verdict then
        raise exception 'this was said of % already', new.key using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger wording_verdict_reviewer before insert on wording_verdict for each row execute function require_reviewer_of_wording();
    create trigger wording_verdict_stands before update or delete on wording_verdict for each row execute function refuse_change();
    create trigger wording_verdict_no_truncate before truncate on wording_verdict execute function refuse_change();

    comment on table wording_verdict is 'What was said of a text, by the hash of it with its English: of a changed text nothing was said. The newest counts.';
  `.execute(db);
}
