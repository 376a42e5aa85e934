import { sql, type Kysely } from 'kysely';

/**
 * The days a late surveillance has until it suspends count from the day it was told, not from one nobody was told of: what is
 * found late, or told late, has as long as any. And what a suspension is for stands in its row, whatever is written first.
 */
export async function up(db: Kysely<unknown>) {
  await clock(db);
  await lifts(db);
}

const clock = (db: Kysely<unknown>) =>
  sql`
    -- Told to the body and the scheme when it was found late; to a holder who was not to know, with its audit.
    create function surveillance_clock_from(e audit_programme_entry) returns date language sql stable as $$
      select greatest(e.due_on, e.more_time_until, (e.late_told_at at time zone 'UTC')::date,
        (select case when coalesce(a.notice_type, e.notice_type) <> 'announced'
            then (least(a.notified_at, a.started_at) at time zone 'UTC')::date end
          from audit a where a.id = e.audit_id and not is_undone(a.state, a.aborted_at, a.refused_at)))
    $$;
    create or replace function require_unpaid_levy() returns trigger language plpgsql as $$
    begin
      if new.reason_class = 'licence_lost' then
        if not exists (select 1 from certificate c where c.id = new.certificate_id
            and licence_ends_on(c.organisation_id, c.corridors) < (new.decided_at at time zone 'UTC')::date) then
          raise exception 'the clock suspends for a licence that ended and that no other took the place of'
            using errcode = 'integrity_constraint_violation', constraint = 'certificate_status_licence_ended';
        end if;
        return null;
      end if;
      if new.reason_class = 'surveillance_not_held' then
        if not exists (select 1 from audit_programme_entry e where e.certificate_id = new.certificate_id and e.type = 'surveillance'
            and e.reason = 'cycle' and e.dropped_at is null and e.late_told_at is not null and not was_held(e.audit_id)
            and surveillance_clock_from(e) < (new.decided_at at time zone 'UTC')::date
            and may_tell_holder(e.notice_type, e.audit_id)) then
          raise exception 'the clock suspends for a surveillance that was not held and that its holder may know of'
            using errcode = 'integrity_constraint_violation';
        end if;
        return null;
      end if;
      if not exists (select 1 from certificate c join invoice i on i.application_id = c.application_id
          where c.id = new.certificate_id and i.purpose = 'annual_levy' and i.status = 'open'
            and i.due_on < (new.decided_at at time zone 'UTC')::date) then
        raise exception 'the clock suspends for a levy that is open still' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

const lifts = (db: Kysely<unknown>) =>
  sql`
    create or replace function bar_to_lift(held uuid, day date) returns text language sql stable as $$
      select case
        when exists (select 1 from finding f where f.organisation_id = c.organisation_id
          and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state)) then 'holder_has_grave_finding'
        when rests_on_lost_licence(c.organisation_id, c.corridors) then 'licence_lost'
        when licence_ends_on(c.organisation_id, c.corridors) < day then 'licence_lost'
        when owes_levy(c.id, day) then 'levy_owed'
        when (select s.reason_class from certificate_status s where s.certificate_id = c.id order by s.position desc limit 1)
          = 'surveillance_not_held' and owes_surveillance(c.id, day) then 'surveillance_owed'
      end from certificate c where c.id = held
    $$;
  `.execute(db);
