import { sql, type Kysely } from 'kysely';

/**
 * A surveillance that was not held may be late through no fault of the holder: no clock withdraws what is suspended for it
 * alone, an officer decides. And once it suspends, more time would change nothing.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function refuse_clock_for_unheld() returns trigger language plpgsql as $$
    begin
      if (select reason_class from certificate_status where certificate_id = new.certificate_id order by position desc limit 1)
        = 'surveillance_not_held' then
        raise exception 'no clock withdraws what is suspended for a surveillance that was not held'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_unheld_waits before insert on certificate_status for each row
      when (new.cause = 'clock' and new.action = 'withdrawn') execute function refuse_clock_for_unheld();

    create function refuse_more_time_once_suspended() returns trigger language plpgsql as $$
    declare held certificate;
    begin
      -- The clock that suspends it waits here, or we for the clock.
      select * into held from certificate where id = new.certificate_id for share;
      if held.status = 'suspended' and held.reason_class = 'surveillance_not_held' then
        raise exception 'more time is given before a certificate is suspended for it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_more_time_in_time before update on audit_programme_entry for each row
      when (old.more_time_at is null and new.more_time_at is not null) execute function refuse_more_time_once_suspended();
  `.execute(db);
}
