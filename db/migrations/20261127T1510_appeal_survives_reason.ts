import { sql, type Kysely } from 'kysely';

/**
 * A graver reason takes no appeal from a withdrawal: it waits while one is open, the withdrawal under it is appealed against in
 * its own days, and whoever was right about both stands as before the first (domain 2.6, 2.8 d).
 */
export async function up(db: Kysely<unknown>) {
  await behind(db);
  await graver(db);
  await lodging(db);
  await returning(db);
  await carriedOut(db);
}

const behind = (db: Kysely<unknown>) =>
  sql`
    -- The withdrawal whose reason a status shows, also where an appeal against a graver one brought it back.
    create function withdrawal_shown(latest certificate_status) returns bigint language sql stable as $$
      select s.position from certificate_status s
      where latest.status = 'withdrawn' and s.certificate_id = latest.certificate_id and s.action = 'withdrawn'
        and s.reason_class = latest.reason_class and s.position <= latest.position
      order by s.position desc limit 1
    $$;
    -- What stood before a decision, past every withdrawal that an appeal found to be wrong.
    create function stood_before(decided bigint) returns certificate_status language plpgsql stable as $$
    declare here bigint := decided; was certificate_status;
    begin
      loop
        select b.* into was from certificate_status b join certificate_status d on d.certificate_id = b.certificate_id
          where d.position = here and b.position < here order by b.position desc limit 1;
        here := withdrawal_shown(was);
        exit when here is null or not exists (select 1 from certificate_appeal where status_position = here and outcome = 'upheld');
      end loop;
      return was;
    end $$;
  `.execute(db);

const graver = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_graver_end() returns trigger language plpgsql as $$
    declare before certificate_status;
    begin
      select * into before from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      if before.status is distinct from 'withdrawn' then return new; end if;
      if new.cause is not null or new.by_holder
        or withdrawal_gravity(new.reason_class) <= withdrawal_gravity(before.reason_class) then
        raise exception 'what was withdrawn is given a graver reason only, by an officer' using errcode = 'integrity_constraint_violation';
      end if;
      if new.action = 'withdrawn' and came_back(new.certificate_id) then
        raise exception 'its holder came back with another certificate since' using errcode = 'integrity_constraint_violation';
      end if;
      if new.action = 'withdrawn' and exists (select 1 from certificate_appeal
          where certificate_id = new.certificate_id and against = 'withdrawn' and outcome is null) then
        raise exception 'a graver reason waits for the appeal against the withdrawal' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

/** As before, but that a withdrawal keeps its days where it was given a graver reason. */
const lodging = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_certificate_appealable() returns trigger language plpgsql as $$
    declare held certificate; terms jsonb; decided timestamptz; days integer;
    begin
      select * into held from certificate where id = new.certificate_id;
      select v.terms into terms from scheme_version v where v.id = held.scheme_version_id;
      days := coalesce((terms -> 'clocks' ->> 'appealDays')::integer, 30);
      if num_nonnulls(new.acknowledged_at, new.stay, new.outcome) > 0 then
        raise exception 'an appeal is lodged before it is answered' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where account_id = new.lodged_by and organisation_id = held.organisation_id
          and role = 'recruiter' and owner_since is not null) then
        raise exception 'an appeal is lodged by an owner of the holder' using errcode = 'integrity_constraint_violation';
      end if;
      decided := case new.against
        when 'reduced' then (select v.from_at from certificate_version v where v.certificate_id = held.id
          and v.version = new.version and v.action = 'reduced'
          and v.version = (select max(version) from certificate_version where certificate_id = held.id))
        when 'refused' then (select d.decided_at from certification_decision d join decision_matter m on m.id = d.matter_id
          where d.id = new.decision_id and d.outcome = 'refused' and m.kind <> 'initial' and m.certificate_id = held.id)
        else (select s.decided_at from certificate_status s where s.position = new.status_position
          and s.certificate_id = held.id and s.action = new.against and s.reason_class <> 'own_request'
          and not exists (select 1 from certificate_status o where o.certificate_id = held.id and o.position > s.position
            and (s.status <> 'withdrawn' or o.status <> 'withdrawn')))
      end;
      if decided is null or decided <> new.against_at then
        raise exception 'an appeal is against a decision that stands' using errcode = 'integrity_constraint_violation';
      end if;
      if (new.lodged_at at time zone 'UTC')::date > (decided at time zone 'UTC')::date + days then
        raise exception 'an appeal is lodged within % days', days using errcode = 'integrity_constraint_violation';
      end if;
      if new.due_on > (new.lodged_at at time zone 'UTC')::date + coalesce((terms -> 'panel' ->> 'appealDecisionDays')::integer, 60) then
        raise exception 'an appeal is decided in the days its scheme version says' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

const returning = (db: Kysely<unknown>) =>
  sql`
    create or replace function refuse_unappealed_return() returns trigger language plpgsql as $$
    declare latest certificate_status;
    begin
      select * into latest from certificate_status where certificate_id = old.id order by position desc limit 1;
      if to_jsonb(new) - '{status,reason_class,since}'::text[] is distinct from to_jsonb(old) - '{status,reason_class,since}'::text[]
        or not exists (select 1 from certificate_appeal p where p.certificate_id = old.id and p.against = 'withdrawn'
          and (p.outcome = 'upheld' or p.outcome is null and p.stay = 'granted')
          and (p.status_position = latest.position or p.status_position = withdrawal_shown(latest)
            or latest.appeal_id = p.id and latest.action = 'stayed')) then
        raise exception 'certificate % is final', old.number using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create or replace function require_status_of_appeal() returns trigger language plpgsql as $$
    declare p certificate_appeal; held certificate; decided certificate_status; latest certificate_status;
      followed certificate_status; right_one certificate_status;
    begin
      select * into p from certificate_appeal where id = new.appeal_id;
      select * into held from certificate where id = new.certificate_id;
      select * into decided from certificate_status where position = p.status_position;
      select * into latest from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      select * into followed from certificate_status where certificate_id = new.certificate_id and position < new.position
        order by position desc limit 1;
      right_one := case new.action when 'resumed' then decided else stood_before(p.status_position) end;
      if (p.certificate_id = new.certificate_id and latest.position = new.position and shows_latest(held, latest)
          and stands_again(right_one, held.organisation_id, new)
          and (new.action = 'resumed' or followed.position = p.status_position or followed.appeal_id = p.id and followed.action = 'stayed'
            or coalesce(withdrawal_shown(followed) = p.status_position, false))
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

/** As before, also for a withdrawal that shows again since a graver one was found to be wrong. */
const carriedOut = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_appeal_carried_out() returns trigger language plpgsql as $$
    declare p certificate_appeal; latest certificate_status;
    begin
      select * into p from certificate_appeal where id = new.id;
      select * into latest from certificate_status where certificate_id = p.certificate_id order by position desc limit 1;
      if (case p.against
          when 'reduced' then not scope_follows(p)
          else p.stay = 'granted' and not exists (select 1 from certificate_status where appeal_id = p.id and action = 'stayed')
            or p.outcome = 'upheld' and (latest.position = p.status_position
              or coalesce(withdrawal_shown(latest) = p.status_position, false))
            or p.outcome = 'dismissed' and p.stay = 'granted' and latest.appeal_id = p.id and latest.action = 'stayed' end) then
        raise exception 'appeal %: the certificate does not follow it', p.id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
