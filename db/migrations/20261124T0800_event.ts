import { sql, type Kysely } from 'kysely';

/** Facts and their deliveries. Raw DDL throughout: triggers and array indexes have no builder. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create extension if not exists btree_gist;
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
    end $$;

    create table event (
      id uuid primary key default gen_random_uuid(),
      position bigint generated always as identity unique,
      type text not null,
      subject uuid not null,
      related uuid[] not null default '{}',
      actor jsonb not null,
      payload jsonb not null,
      occurred_at timestamptz not null
    );
    create index event_subject on event (subject, position);
    create index event_related on event using gin (related);
    create index event_occurred on event (occurred_at desc);
    create trigger event_append_only before update or delete on event for each row execute function refuse_change();
    create trigger event_no_truncate before truncate on event execute function refuse_change();

    create table delivery (
      event_id uuid not null references event (id),
      reaction text not null,
      target text not null,
      done_at timestamptz,
      primary key (event_id, reaction, target)
    );

    create table mail (
      id uuid primary key default gen_random_uuid(),
      message_id text not null unique,
      recipient text not null,
      subject text not null,
      html text not null,
      plain text not null,
      sent_at timestamptz not null default now()
    );
    create index mail_sent_at on mail (sent_at desc);
  `.execute(db);
}
