import { sql, type Kysely } from 'kysely';

/**
 * Loss of the licence suspends (domain 2.8 d). One that runs out was known to, so that it is announced as every change by
 * clock: another that is confirmed by then, for the same country, averts it, and without one nothing is lifted.
 */
export async function up(db: Kysely<unknown>) {
  await ends(db);
  await changes(db);
  await lifts(db);
}

const ends = (db: Kysely<unknown>) =>
  sql`
    -- The last day on which each country the scope needs a licence of has a confirmed one; none confirmed, nothing rests on it.
    create function licence_ends_on(holder uuid, held text[]) returns date language sql stable as $$
      select min(ends.day) from (select max(l.valid_until) as day from licence l join organisation o on o.id = l.organisation_id
        where l.organisation_id = holder and l.standing = 'confirmed'
          and (l.country = o.country or exists (select 1 from unnest(held) corridor
            where l.country = any (string_to_array(corridor, '-'))))
        group by l.country) ends
    $$;
    alter table certificate_announcement
      drop constraint certificate_announcement_change_check,
      add constraint certificate_announcement_change_check check (change in ('expiry', 'withdrawal', 'suspension', 'licence',
        'recertification', 'recertification_late', 'late_finding'));
  `.execute(db);

const changes = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_status_cause(latest certificate_status) returns void language plpgsql as $$
    declare happened event;
    begin
      select * into happened from event where id = latest.fact_id;
      if (case latest.cause
          when 'finding' then happened.type in ('finding.issued', 'finding.regraded', 'finding.escalated')
          when 'audit' then happened.type in ('audit.refused_by_auditee', 'audit.aborted')
          when 'licence' then happened.type in ('licence.suspended', 'licence.revoked')
          when 'clock' then happened.type = 'certificate.change_announced' and happened.subject = latest.certificate_id
            and happened.payload ->> 'change' = case when latest.action = 'withdrawn' then 'withdrawal'
              when latest.reason_class = 'licence_lost' then 'licence' else 'suspension' end
            and (happened.payload ->> 'on')::date <= (latest.decided_at at time zone 'UTC')::date
          else false end) is not true then
        raise exception 'no fact lets the house change certificate %', latest.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if latest.cause <> 'clock' and not exists (
        select 1 from certificate c where c.id = latest.certificate_id and c.organisation_id = any (happened.related)) then
        raise exception 'that fact is not about the holder of certificate %', latest.certificate_id
          using errcode = 'integrity_constraint_violation';
      end if;
    end $$;
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
      end from certificate c where c.id = held
    $$;
  `.execute(db);
