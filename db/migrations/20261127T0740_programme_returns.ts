import { sql, type Kysely } from 'kysely';

/**
 * A programme follows its certificate: it is dropped with it and with nothing else, and comes back when the certificate
 * stands again after an appeal (domain 2.6).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger audit_programme_entry_final on audit_programme_entry;
    create trigger audit_programme_entry_final after update on audit_programme_entry for each row
      when (old.dropped_at is not null and new.dropped_at is not null) execute function refuse_rewriting();
    create trigger audit_programme_entry_begins after insert on audit_programme_entry for each row
      execute function require_beginning('', '', 'dropped_at', 'audit_id', 'told_at');

    -- An audit that a wider scope took is not asked any more once the request was refused, whatever the certificate does.
    create function refuse_loose_drop() returns trigger language plpgsql as $$
    declare
      stands boolean;
      refused boolean;
    begin
      select status in ('active', 'active_under_watch', 'suspended') into stands from certificate where id = new.certificate_id;
      refused := exists (select 1 from certificate_scope_request where id = new.request_id and state = 'refused');
      if new.dropped_at is null and (refused or not stands) then
        raise exception 'what was dropped comes back with its certificate alone' using errcode = 'integrity_constraint_violation';
      end if;
      if new.dropped_at is not null and stands and not refused then
        raise exception 'an audit of the programme is dropped with its certificate alone' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_dropped before update on audit_programme_entry for each row
      when ((old.dropped_at is null) <> (new.dropped_at is null)) execute function refuse_loose_drop();

    create or replace function require_unannounced_audit() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_programme_entry where certificate_id = new.certificate_id
        and reason = 'cycle' and notice_type <> 'announced' and dropped_at is null) then
        raise exception 'a programme has an audit that does not tell its day' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
}
