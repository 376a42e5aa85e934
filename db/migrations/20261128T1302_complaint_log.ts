import { sql, type Kysely } from 'kysely';

/** Complaints that belong together, and the public log by which a reporter proves that one was received. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table complaint_link (
      complaint_id uuid not null references complaint (id),
      other_id uuid not null references complaint (id),
      linked_at timestamptz not null,
      linked_by uuid not null references account (id),
      reason text not null check (length(btrim(reason)) between 3 and 500),
      primary key (complaint_id, other_id),
      constraint complaint_link_order check (complaint_id < other_id)
    );
    create index complaint_link_other on complaint_link (other_id);
    create trigger complaint_link_stands before update or delete on complaint_link for each row execute function refuse_change();
    create trigger complaint_link_no_truncate before truncate on complaint_link execute function refuse_change();

    -- A day of the public log: the salted hashes of that day in order of their value, among as many of nothing as hide their number.
    create table complaint_log_day (
      day date primary key,
      previous bytea not null check (length(previous) = 32),
      leaves bytea[] not null,
      head bytea not null unique check (length(head) = 32),
      checkpoint text not null,
      published_at timestamptz not null,
      constraint complaint_log_over check (day < (published_at at time zone 'UTC')::date)
    );
    create trigger complaint_log_day_stands before update or delete on complaint_log_day for each row execute function refuse_change();
    create trigger complaint_log_day_no_truncate before truncate on complaint_log_day execute function refuse_change();
  `.execute(db);
}
