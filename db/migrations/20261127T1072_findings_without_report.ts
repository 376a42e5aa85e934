import { sql, type Kysely } from 'kysely';

/**
 * No finding waits for a report that never comes: stage 1, which ends without one, raises critical findings alone, and an
 * audit that is broken off tells what it had found (domain 2.4, 2.8 b and c).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_report_to_come() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit a where a.id = new.audit_id and a.type = 'stage1') then
        raise exception 'stage 1 names concerns, and raises critical findings alone' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_has_report before insert on finding for each row when (new.grade <> 'critical')
      execute function require_report_to_come();

    create function require_told_findings() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding f where f.audit_id = new.id and f.state = 'raised') then
        raise exception 'audit %: what was found before it was broken off is told', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_aborted_tells after update on audit deferrable initially deferred for each row
      when (new.state = 'aborted' and old.state <> 'aborted') execute function require_told_findings();

    create function refuse_ready_over_critical() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding f where f.audit_id = new.id and f.grade = 'critical' and is_open_point(f.grade, f.state)) then
        raise exception 'audit %: ready with a critical finding open', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_ready_without_critical before update on audit for each row
      when (new.readiness = 'ready' and old.readiness is null) execute function refuse_ready_over_critical();
  `.execute(db);
}
