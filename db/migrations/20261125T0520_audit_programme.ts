import { sql, type Kysely } from 'kysely';

/** The audits each certificate brings with it, and the risk they were set by (domain 2.6). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_programme (
      certificate_id uuid primary key references certificate (id),
      risk text not null check (risk in ('low', 'medium', 'high')),
      corridors integer not null check (corridors >= 0),
      grave_findings integer not null check (grave_findings >= 0),
      suspensions integer not null check (suspensions >= 0),
      partners integer not null check (partners >= 0),
      set_at timestamptz not null
    );
    create trigger audit_programme_append_only before update or delete on audit_programme
      for each row execute function refuse_change();
    create trigger audit_programme_no_truncate before truncate on audit_programme execute function refuse_change();

    create table audit_programme_entry (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references audit_programme (certificate_id),
      type text not null check (type in ('surveillance', 'recertification')),
      reason text not null check (reason in ('cycle', 'risk')),
      notice_type text not null check (notice_type in ('announced', 'semi_announced', 'unannounced')),
      window_from date not null,
      due_on date not null,
      dropped_at timestamptz,
      constraint audit_programme_entry_once unique (certificate_id, type, reason, due_on),
      constraint audit_programme_entry_days check (due_on >= window_from),
      constraint audit_programme_entry_risk check (reason = 'cycle' or notice_type = 'unannounced')
    );
    create index audit_programme_entry_due on audit_programme_entry (due_on) where dropped_at is null;
    create trigger audit_programme_entry_identity after update on audit_programme_entry for each row
      execute function refuse_rewriting('id', 'certificate_id', 'type', 'reason', 'notice_type', 'window_from', 'due_on');
    create trigger audit_programme_entry_final after update on audit_programme_entry for each row
      when (old.dropped_at is not null) execute function refuse_rewriting();
    create trigger audit_programme_entry_kept before delete on audit_programme_entry for each row
      execute function refuse_change();
    create trigger audit_programme_entry_no_truncate before truncate on audit_programme_entry execute function refuse_change();
  `.execute(db);
}
