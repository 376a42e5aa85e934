import { sql, type Kysely } from 'kysely';

/** The answers of the check, read aloud: one recording an answer and language at a time, and every one there was. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table answer_clip (
      id uuid primary key default gen_random_uuid(),
      language text not null check (language in
        ('en', 'ne', 'bn', 'hi', 'ur', 'tl', 'id', 'my', 'km', 'vi', 'am', 'sw', 'ar', 'es', 'fr', 'th')),
      answer text not null check (answer in ('certified', 'certified_under_watch', 'suspended', 'withdrawn', 'expired',
        'applicant', 'not_certified', 'unknown', 'several', 'later')),
      text_hash text not null check (text_hash ~ '^[0-9a-f]{32}$'),
      filename text not null check (length(filename) between 1 and 255),
      media_type text not null check (media_type in ('audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/aac')),
      bytes integer not null check (bytes between 1 and 300000),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      storage_key text not null unique,
      uploaded_at timestamptz not null,
      uploaded_by uuid not null references account (id),
      scan text not null check (scan in ('quarantined', 'clean', 'infected', 'unscanned')),
      scanned_at timestamptz,
      ended_at timestamptz,
      ended_because text check (ended_because in ('replaced', 'removed', 'infected')),
      -- Nobody ends what carries a virus: the house does.
      ended_by uuid references account (id),
      constraint answer_clip_scanned check ((scan in ('clean', 'infected')) = (scanned_at is not null)
        and scanned_at >= uploaded_at),
      constraint answer_clip_ended check ((ended_at is null) = (ended_because is null) and ended_at >= uploaded_at
        and (ended_because in ('replaced', 'removed')) is not distinct from (case when ended_at is null then null else ended_by is not null end)),
      constraint answer_clip_infected check (scan <> 'infected' or ended_at is not null)
    );
    create unique index answer_clip_one on answer_clip (language, answer) where ended_at is null;
    create index answer_clip_history on answer_clip (language, answer, uploaded_at);

    create function require_reader_of_clip() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where role in ('officer', 'caseworker')
          and account_id = case when tg_op = 'INSERT' then new.uploaded_by else new.ended_by end) then
        raise exception 'recordings are kept by an officer or a caseworker' using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'INSERT' and (new.scan not in ('quarantined', 'unscanned') or new.ended_at is not null) then
        raise exception 'a recording begins unheard' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger answer_clip_uploader before insert on answer_clip for each row execute function require_reader_of_clip();
    create trigger answer_clip_ender before update on answer_clip for each row
      when (new.ended_by is not null and old.ended_by is null) execute function require_reader_of_clip();

    create trigger answer_clip_stands after update on answer_clip for each row execute function refuse_rewriting('id', 'language',
      'answer', 'text_hash', 'filename', 'media_type', 'bytes', 'sha256', 'storage_key', 'uploaded_at', 'uploaded_by');
    create trigger answer_clip_scanned_once after update on answer_clip for each row when (old.scan <> 'quarantined')
      execute function refuse_rewriting('scan', 'scanned_at');
    create trigger answer_clip_final after update on answer_clip for each row when (old.ended_at is not null)
      execute function refuse_rewriting('ended_at', 'ended_because', 'ended_by');
    create trigger answer_clip_kept before delete on answer_clip for each row execute function refuse_change();
    create trigger answer_clip_no_truncate before truncate on answer_clip execute function refuse_change();

    comment on table answer_clip is 'Recordings of answers. One is heard while it has not ended, was looked at, and the text it was read from still stands.';
  `.execute(db);
}
