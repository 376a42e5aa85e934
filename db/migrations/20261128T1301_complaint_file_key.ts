import { sql, type Kysely } from 'kysely';

/** A file lies in the store under a key of its own, which is sealed under the key of its case. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table complaint_file
      add column sealed_key sealed_text not null,
      drop constraint complaint_file_media_type_check,
      add constraint complaint_file_media_type_check check (media_type in ('image/jpeg', 'image/png', 'image/webp',
        'audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/aac', 'audio/wav', 'audio/webm'));
  `.execute(db);
}
