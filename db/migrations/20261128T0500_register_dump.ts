import { sql, type Kysely } from 'kysely';

/**
 * The whole register as a file, several times a day, and beside each but the first what changed since the one before. What was
 * last written of each recruiter is known by its digest: a change needs no fact, only another answer, so that what the calendar
 * changes is found like what people change.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table register_dump (
      kind text not null check (kind in ('whole', 'changes')),
      as_of timestamptz not null,
      -- Of changes: when the dump before was of.
      since timestamptz,
      storage_key text not null,
      bytes bigint not null check (bytes > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      recruiters integer not null check (recruiters >= 0),
      removed integer not null check (removed >= 0),
      -- A credential in its JOSE envelope, over the sum of the bytes.
      signature text not null check (signature ~ '^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$'),
      primary key (kind, as_of),
      constraint register_dump_since check ((kind = 'changes') = (since is not null)),
      constraint register_dump_order check (since < as_of)
    );

    create table register_dumped (
      number text primary key,
      -- The first half of the SHA-256 of what was written of it.
      digest text not null check (digest ~ '^[0-9a-f]{32}$')
    );
  `.execute(db);
}
