import { sql, type Kysely } from 'kysely';

/**
 * An audit of the programme that nobody held by its last day is told once; and days behind that day are planned with
 * written reasons (domain 2.6: surveillance within 12 months).
 */
export async function up(db: Kysely<unknown>) {
  await told(db);
  await planned(db);
}

const told = (db: Kysely<unknown>) =>
  sql`
    -- Held once its fieldwork is done: scheduling or beginning one keeps no promise.
    create function was_held(one uuid) returns boolean language sql stable as $$
      select exists (select 1 from audit a where a.id = one and a.fieldwork_done_at is not null
        and not is_undone(a.state, a.aborted_at, a.refused_at))
    $$;
    alter table audit_programme_entry add column late_told_at timestamptz;
    drop trigger audit_programme_entry_begins on audit_programme_entry;
    create trigger audit_programme_entry_begins after insert on audit_programme_entry for each row
      execute function require_beginning('', '', 'dropped_at', 'audit_id', 'told_at', 'carried_from', 'late_told_at');
    create trigger audit_programme_entry_told_late_once after update on audit_programme_entry for each row
      when (old.late_told_at is not null) execute function refuse_rewriting('late_told_at');
    create function require_not_held() returns trigger language plpgsql as $$
    begin
      if new.dropped_at is not null or new.type = 'recertification' or was_held(new.audit_id)
        or (new.late_told_at at time zone 'UTC')::date <= new.due_on then
        raise exception 'late is an audit that was not held by its last day' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_late before update on audit_programme_entry for each row
      when (old.late_told_at is null and new.late_told_at is not null) execute function require_not_held();
    create index audit_programme_entry_late_untold on audit_programme_entry (due_on, id)
      where dropped_at is null and late_told_at is null and type <> 'recertification';
  `.execute(db);

const planned = (db: Kysely<unknown>) =>
  sql`
    alter table audit add column late_reasons text,
      add constraint audit_late_reasons check (late_reasons is null
        or planned_at is not null and length(btrim(late_reasons)) between 20 and 10000);
    create trigger audit_late_reasons_stand after update of late_reasons on audit for each row
      when (new.state <> 'planned') execute function refuse_rewriting('late_reasons');
    create function require_late_reasons() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_programme_entry e where e.audit_id = new.id and e.dropped_at is null and new.ends_on > e.due_on)
        <> (new.late_reasons is not null) then
        raise exception 'audit %: days behind the last day of its programme have reasons, and no others have', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_late_with_reasons after update on audit for each row
      when (new.state = 'planned' and (old.state, old.ends_on, old.late_reasons) is distinct from (new.state, new.ends_on, new.late_reasons))
      execute function require_late_reasons();
  `.execute(db);
