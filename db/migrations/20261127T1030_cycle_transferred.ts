import { sql, type Kysely } from 'kysely';

/** With another body a cycle goes on as it was: what was due stays due by its day, and no later (domain 2.6, IAF MD 2). */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- A certificate, and those it took over within the same cycle.
    create function cycle_before(held uuid) returns setof uuid language sql stable as $$
      with recursive line as (
        select c.id, c.previous_id, c.kind from certificate c where c.id = held
        union all
        select c.id, c.previous_id, c.kind from certificate c join line on c.id = line.previous_id where line.kind = 'transfer')
      select line.id from line
    $$;

    -- At least one audit of a cycle does not tell its day: it is ahead, or it took place.
    create or replace function require_unannounced_audit() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_programme_entry e left join audit a on a.id = e.audit_id
        where e.certificate_id in (select cycle_before(new.certificate_id)) and e.reason = 'cycle' and e.notice_type <> 'announced'
          and (e.certificate_id = new.certificate_id and e.dropped_at is null
            or a.id is not null and not is_undone(a.state, a.aborted_at, a.refused_at))) then
        raise exception 'a programme has an audit that does not tell its day' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    create function require_cycle_carried() returns trigger language plpgsql as $$
    declare before uuid;
    begin
      select c.previous_id into before from certificate c join audit_programme p on p.certificate_id = c.previous_id
        where c.id = new.certificate_id and c.kind = 'transfer';
      if before is null then
        return null;
      end if;
      if exists (select e.type, e.reason, e.notice_type, e.window_from, e.due_on from audit_programme_entry e
            left join audit a on a.id = e.audit_id
            where e.certificate_id = before and e.reason <> 'ordered' and (a.id is null or is_undone(a.state, a.aborted_at, a.refused_at))
          except select type, reason, notice_type, window_from, due_on from audit_programme_entry
            where certificate_id = new.certificate_id) then
        raise exception 'what was due of a certificate is due of the one that took it over'
          using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select type, notice_type, window_from, due_on from audit_programme_entry
            where certificate_id = new.certificate_id and reason = 'cycle'
          except select type, notice_type, window_from, due_on from audit_programme_entry
            where certificate_id = before and reason = 'cycle') then
        raise exception 'a certificate that was taken over begins no new cycle' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_programme_cycle_carried after insert on audit_programme
      deferrable initially deferred for each row execute function require_cycle_carried();
  `.execute(db);
}
