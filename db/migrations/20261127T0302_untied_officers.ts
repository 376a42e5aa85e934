import { sql, type Kysely } from 'kysely';

/**
 * Whoever has a tie to the holder changes nothing of its certificate, and no watch ends, no suspension is lifted while a
 * grave finding of the holder is open; a status never begins before the one it follows.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_untied_officer() returns trigger language plpgsql as $$
    declare changed jsonb := to_jsonb(new); holder uuid;
    begin
      select organisation_id into holder from certificate where id = new.certificate_id;
      if has_tie(new.decided_by, holder,
          (coalesce(changed ->> 'decided_at', changed ->> 'from_at')::timestamptz at time zone 'UTC')::date) then
        raise exception 'whoever has a tie to the holder does not change its certificate'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_untied before insert on certificate_status for each row
      when (new.decided_by is not null and new.action in ('watched', 'cleared', 'suspended', 'reinstated', 'withdrawn'))
      execute function require_untied_officer();
    create trigger certificate_version_untied before insert on certificate_version for each row
      when (new.decided_by is not null and new.action in ('reduced', 'extended')) execute function require_untied_officer();

    create function require_ground_to_clear() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from certificate c join finding f on f.organisation_id = c.organisation_id
          where c.id = new.certificate_id and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state)) then
        raise exception 'nothing is cleared or lifted while a grave finding of the holder is open'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_ground_to_clear before insert on certificate_status for each row
      when (new.action in ('cleared', 'reinstated')) execute function require_ground_to_clear();

    create function require_later_status() returns trigger language plpgsql as $$
    begin
      if new.decided_at < (select max(decided_at) from certificate_status where certificate_id = new.certificate_id) then
        raise exception 'a status begins no earlier than the one it follows' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_follows before insert on certificate_status
      for each row execute function require_later_status();
  `.execute(db);
}
