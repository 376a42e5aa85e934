import { sql, type Kysely } from 'kysely';

/** A watch goes on with the certificate of the next cycle, as it goes on with another audit body: nobody ends it by renewing. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_carried_watch() returns trigger language plpgsql as $$
    declare
      issued certificate_status;
      before certificate_status;
    begin
      select * into issued from certificate_status where certificate_id = new.certificate_id and position < new.position
        order by position desc limit 1;
      select s.* into before from certificate c join certificate_status s on s.certificate_id = c.previous_id
        where c.id = new.certificate_id and c.kind in ('transfer', 'recertification', 'restoration')
          and s.status not in ('transferred', 'superseded') order by s.position desc limit 1;
      if issued.action is distinct from 'issued' or (issued.decided_by, issued.decided_at) is distinct from (new.decided_by, new.decided_at)
        or (before.status, before.reason_class) is distinct from (new.status, new.reason_class) then
        raise exception 'certificate %: no such watch was carried over', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    create function require_watch_to_go_on() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from (select s.status from certificate_status s
          where s.certificate_id = new.previous_id and s.status <> 'superseded' order by s.position desc limit 1) before
          where before.status = 'active_under_watch')
        and not exists (select 1 from certificate_status where certificate_id = new.id and action = 'carried') then
        raise exception 'certificate %: the watch it was under goes on', new.number using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_watch_goes_on after insert on certificate deferrable initially deferred
      for each row when (new.kind in ('recertification', 'restoration')) execute function require_watch_to_go_on();
  `.execute(db);
}
