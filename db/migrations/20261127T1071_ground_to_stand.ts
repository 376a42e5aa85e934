import { sql, type Kysely } from 'kysely';

/**
 * No certificate stands on a licence that was taken away: nothing is granted, renewed or lifted over one, nor lifted while
 * a levy is owed (domain 2.8 d). And a meeting is called and closed by whoever may vote on what is on it.
 */
export async function up(db: Kysely<unknown>) {
  await reentry(db);
  await ground(db);
  await lifts(db);
  await grants(db);
  await meetings(db);
}

/** A draft may have been begun before its recruiter's certificate was withdrawn: it is asked again at each step. */
const reentry = (db: Kysely<unknown>) =>
  sql`
    create function reentry_from(holder uuid) returns date language sql stable as $$
      select ((c.since at time zone 'UTC')::date + make_interval(months => case when c.reason_class = 'fraud'
          then coalesce((v.terms #>> '{clocks,certificates,reentryAfterFraudMonths}')::integer, 36)
          else coalesce((v.terms #>> '{clocks,certificates,reentryMonths}')::integer, 12) end))::date
        from certificate c join scheme_version v on v.id = c.scheme_version_id
        where c.organisation_id = holder and c.status = 'withdrawn' order by c.since desc limit 1
    $$;
    create or replace function refuse_early_reentry() returns trigger language plpgsql as $$
    begin
      if (coalesce(new.accepted_at, new.submitted_at, new.started_at) at time zone 'UTC')::date
          < reentry_from(new.organisation_id) then
        raise exception 'too soon after its certificate was withdrawn' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger application_reentry_step before update on application for each row
      when (old.state is distinct from new.state and new.state in ('submitted', 'accepted')) execute function refuse_early_reentry();
  `.execute(db);

const ground = (db: Kysely<unknown>) =>
  sql`
    -- A licence that was confirmed once, is suspended or revoked now, and that no other of its country stands in for; of
    -- the holder's own country or of an end of a corridor.
    create function rests_on_lost_licence(holder uuid, held text[]) returns boolean language sql stable as $$
      select exists (select 1 from licence l join organisation o on o.id = l.organisation_id
        where l.organisation_id = holder and l.standing in ('suspended', 'revoked')
          and exists (select 1 from licence_status s where s.licence_id = l.id and s.action = 'confirmed')
          and (l.country = o.country or exists (select 1 from unnest(held) corridor
            where l.country = any (string_to_array(corridor, '-'))))
          and not exists (select 1 from licence other where other.organisation_id = holder and other.country = l.country
            and other.standing = 'confirmed'))
    $$;
    create function owes_levy(held uuid, day date) returns boolean language sql stable as $$
      select exists (select 1 from certificate c join invoice i on i.application_id = c.application_id
        where c.id = held and i.purpose = 'annual_levy' and i.status = 'open' and i.due_on < day)
    $$;
    create function bar_to_lift(held uuid, day date) returns text language sql stable as $$
      select case
        when exists (select 1 from finding f where f.organisation_id = c.organisation_id
          and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state)) then 'holder_has_grave_finding'
        when rests_on_lost_licence(c.organisation_id, c.corridors) then 'licence_lost'
        when owes_levy(c.id, day) then 'levy_owed'
      end from certificate c where c.id = held
    $$;
    create function bar_to_grant(matter uuid, day date) returns text language sql stable as $$
      select case
        when rests_on_lost_licence(m.organisation_id,
          coalesce(c.corridors, a.corridors) || coalesce(r.corridors, '{}')) then 'licence_lost'
        when m.kind = 'lift' and owes_levy(m.certificate_id, day) then 'levy_owed'
        when m.kind = 'initial' and day < reentry_from(m.organisation_id) then 'too_soon_after_withdrawal'
      end from decision_matter m join application a on a.id = m.application_id
        left join certificate c on c.id = m.certificate_id left join certificate_scope_request r on r.id = m.request_id
      where m.id = matter
    $$;
  `.execute(db);

const lifts = (db: Kysely<unknown>) =>
  sql`
    create function require_ground_to_lift() returns trigger language plpgsql as $$
    declare bar text := bar_to_lift(new.certificate_id, (new.decided_at at time zone 'UTC')::date);
    begin
      if bar in ('licence_lost', 'levy_owed') then
        raise exception 'nothing is lifted: %', bar using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_ground_to_lift before insert on certificate_status for each row
      when (new.action = 'reinstated') execute function require_ground_to_lift();
  `.execute(db);

const grants = (db: Kysely<unknown>) =>
  sql`
    create function require_ground_to_grant() returns trigger language plpgsql as $$
    declare bar text := bar_to_grant(new.matter_id, (new.decided_at at time zone 'UTC')::date);
    begin
      if bar is not null then
        raise exception 'nothing is granted: %', bar using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certification_decision_ground before insert on certification_decision for each row
      when (new.outcome = 'granted') execute function require_ground_to_grant();
  `.execute(db);

/** Whoever may not vote on a matter does not keep others from it either. */
const meetings = (db: Kysely<unknown>) =>
  sql`
    create function require_free_caller() returns trigger language plpgsql as $$
    declare called decision_meeting;
    begin
      select * into called from decision_meeting where id = new.meeting_id;
      if bar_to_vote(new.id, called.called_by, called.called_at) is not null then
        raise exception 'a meeting is called by whoever may vote on what is on it' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger decision_matter_called_by_free after insert or update of meeting_id on decision_matter for each row
      when (new.meeting_id is not null) execute function require_free_caller();

    create function require_free_closer() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from decision_matter m where m.meeting_id = new.id and m.state = 'open'
          and bar_to_vote(m.id, new.closed_by, new.closed_at) is not null) then
        raise exception 'a meeting is closed by whoever may vote on what is on it' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger decision_meeting_closed_by_free after update on decision_meeting for each row
      when (old.closed_at is null and new.closed_at is not null) execute function require_free_closer();
  `.execute(db);
