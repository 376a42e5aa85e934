import { sql, type Kysely } from 'kysely';

/**
 * A graver fact makes a suspension graver, which goes on from its first day; nothing makes it softer but an appeal, and
 * no certificate of the next cycle brings back one that is suspended (domain 2.8 d).
 */
export async function up(db: Kysely<unknown>) {
  await gravity(db);
  await shown(db);
  await ofAppeal(db);
  await renewal(db);
  await levy(db);
}

const gravity = (db: Kysely<unknown>) =>
  sql`
    create function suspension_gravity(reason text) returns integer language sql immutable as $$
      select coalesce(array_position(array['own_request', 'levy_unpaid', 'claims_misused', 'licence_lost', 'late_corrective_action',
        'audit_refused'], reason), 7)
    $$;
    -- Since when a certificate stands so: one that is suspended, since it last was not.
    create function status_since(latest certificate_status) returns timestamptz language sql stable as $$
      select case when latest.status <> 'suspended' then latest.decided_at else
        (select min(s.decided_at) from certificate_status s
          where s.certificate_id = latest.certificate_id and s.status = 'suspended' and s.position <= latest.position
            and not exists (select 1 from certificate_status o where o.certificate_id = s.certificate_id
              and o.status <> 'suspended' and o.position between s.position and latest.position)) end
    $$;
    create function require_graver_reason() returns trigger language plpgsql as $$
    declare before certificate_status;
    begin
      select * into before from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      if before.status = 'suspended' and suspension_gravity(new.reason_class) <= suspension_gravity(before.reason_class) then
        raise exception 'a suspension goes on for a graver reason only' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_graver before insert on certificate_status for each row
      when (new.action in ('suspended', 'resumed') and new.status = 'suspended') execute function require_graver_reason();
  `.execute(db);

const shown = (db: Kysely<unknown>) =>
  sql`
    create function shows_latest(c certificate, latest certificate_status) returns boolean language sql stable as $$
      select c.status = latest.status and c.since = status_since(latest) and c.reason_class is not distinct from latest.reason_class
    $$;
    create or replace function require_status_decision() returns trigger language plpgsql as $$
    declare latest certificate_status;
    begin
      select * into latest from certificate_status where certificate_id = new.id order by position desc limit 1;
      if shows_latest(new, latest) is not true then
        raise exception 'certificate %: status % has no decision behind it', new.number, new.status
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create or replace function require_shown_status() returns trigger language plpgsql as $$
    declare held certificate; latest certificate_status;
    begin
      select * into held from certificate where id = new.certificate_id;
      select * into latest from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      if shows_latest(held, latest) is not true then
        raise exception 'certificate % does not show its latest status', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if new.cause is not null then
        perform require_status_cause(new);
        return null;
      end if;
      if not exists (select 1 from membership m where m.account_id = new.decided_by and (case
          when new.action = 'transferred' or (new.action = 'issued' and held.kind = 'transfer') then m.role = 'reviewer'
          when new.action in ('issued', 'superseded') then m.role = 'decider'
          when new.action = 'reinstated' then m.role in ('officer', 'decider')
          else m.role = 'officer' end)) then
        raise exception 'a certificate is issued by the panel, and its status changed by an officer'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create or replace function require_holders_exit() returns trigger language plpgsql as $$
    declare held certificate; latest certificate_status;
    begin
      select * into held from certificate where id = new.certificate_id;
      select * into latest from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      if (latest.position = new.position and shows_latest(held, latest)) is not true then
        raise exception 'certificate % does not show its latest status', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership m where m.organisation_id = held.organisation_id
          and m.account_id = new.decided_by and m.role = 'recruiter' and m.owner_since is not null) then
        raise exception 'a certificate is given back by an owner of its holder' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

/** As before, but that it follows the very decision or its stay, and that a suspension goes on since it began. */
const ofAppeal = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_status_of_appeal() returns trigger language plpgsql as $$
    declare p certificate_appeal; held certificate; decided certificate_status; before certificate_status; latest certificate_status;
      followed certificate_status; right_one certificate_status;
    begin
      select * into p from certificate_appeal where id = new.appeal_id;
      select * into held from certificate where id = new.certificate_id;
      select * into decided from certificate_status where position = p.status_position;
      select * into before from certificate_status where certificate_id = p.certificate_id and position < p.status_position
        order by position desc limit 1;
      select * into latest from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      select * into followed from certificate_status where certificate_id = new.certificate_id and position < new.position
        order by position desc limit 1;
      right_one := case new.action when 'resumed' then decided else before end;
      if (p.certificate_id = new.certificate_id and latest.position = new.position and shows_latest(held, latest)
          and new.status = right_one.status and new.reason_class is not distinct from right_one.reason_class
          and (new.action = 'resumed' or followed.position = p.status_position or followed.appeal_id = p.id and followed.action = 'stayed')
          and case new.action
            when 'stayed' then p.stay = 'granted' and (p.stay_decided_by, p.stay_decided_at) = (new.decided_by, new.decided_at)
            when 'upheld' then p.outcome = 'upheld' and (p.decided_by, p.decided_at) = (new.decided_by, new.decided_at)
            else p.outcome = 'dismissed' and p.stay = 'granted' and (p.decided_by, p.decided_at) = (new.decided_by, new.decided_at)
          end) is not true then
        raise exception 'no appeal brings certificate % to this status', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

const renewal = (db: Kysely<unknown>) =>
  sql`
    create function refuse_renewal_of_suspended() returns trigger language plpgsql as $$
    declare before text; ends date;
    begin
      select s.status, c.valid_until into before, ends from certificate c join certificate_status s on s.certificate_id = c.id
        where c.id = new.previous_id and s.action <> 'superseded' order by s.position desc limit 1;
      if before = 'suspended' and (new.kind <> 'initial' or ends >= new.valid_from) then
        raise exception 'certificate %: the one before it is suspended, and that is lifted first', new.number
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_follows_no_suspended after insert on certificate deferrable initially deferred
      for each row when (new.previous_id is not null and new.kind <> 'transfer') execute function refuse_renewal_of_suspended();
  `.execute(db);

const levy = (db: Kysely<unknown>) =>
  sql`
    create function require_unpaid_levy() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certificate c join invoice i on i.application_id = c.application_id
          where c.id = new.certificate_id and i.purpose = 'annual_levy' and i.status = 'open'
            and i.due_on < (new.decided_at at time zone 'UTC')::date) then
        raise exception 'the clock suspends for a levy that is open still' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_status_levy_open after insert on certificate_status deferrable initially deferred
      for each row when (new.cause = 'clock' and new.action = 'suspended') execute function require_unpaid_levy();
  `.execute(db);
