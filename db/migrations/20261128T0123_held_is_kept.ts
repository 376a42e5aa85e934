import { sql, type Kysely } from 'kysely';

/**
 * Whether an audit of the programme was held is kept beside its entry, and follows its audit: what was held leaves the index
 * that is read each night for what is late. An audit that is undone puts its entry back there.
 */
export async function up(db: Kysely<unknown>) {
  await kept(db);
  await follows(db);
  await read(db);
}

const kept = (db: Kysely<unknown>) =>
  sql`
    alter table audit_programme_entry add column audit_held boolean not null default false;
    alter table audit_programme_entry disable trigger user;
    update audit_programme_entry set audit_held = true where was_held(audit_id);
    alter table audit_programme_entry enable trigger user;
  `.execute(db);

const follows = (db: Kysely<unknown>) =>
  sql`
    create function keep_held() returns trigger language plpgsql as $$
    begin
      new.audit_held := was_held(new.audit_id);
      return new;
    end $$;
    create trigger audit_programme_entry_held before insert or update of audit_id, dropped_at, audit_held on audit_programme_entry
      for each row execute function keep_held();
    -- A dropped entry is final, and is reckoned again if it comes back.
    create function keep_entry_held() returns trigger language plpgsql as $$
    begin
      update audit_programme_entry set audit_held = was_held(new.id)
        where audit_id = new.id and dropped_at is null and audit_held <> was_held(new.id);
      return null;
    end $$;
    create trigger audit_holds_entry after update on audit for each row
      when ((old.fieldwork_done_at, old.state, old.aborted_at, old.refused_at)
        is distinct from (new.fieldwork_done_at, new.state, new.aborted_at, new.refused_at))
      execute function keep_entry_held();
  `.execute(db);

const read = (db: Kysely<unknown>) =>
  sql`
    drop index audit_programme_entry_late_untold;
    create index audit_programme_entry_late_untold on audit_programme_entry (due_on, id)
      where dropped_at is null and late_told_at is null and type <> 'recertification' and not audit_held;
  `.execute(db);
