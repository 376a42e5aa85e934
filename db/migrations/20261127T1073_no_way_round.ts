import { sql, type Kysely } from 'kysely';

/**
 * What a grave finding brought is not walked round: not by giving the certificate back, not by an appeal against the
 * suspension alone, and no scope grows over it (domain 2.8 d).
 */
export async function up(db: Kysely<unknown>) {
  await exits(db);
  await appeals(db);
  await scopes(db);
}

const exits = (db: Kysely<unknown>) =>
  sql`
    create function refuse_exit_unanswered() returns trigger language plpgsql as $$
    declare before certificate_status;
    begin
      select * into before from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      if before.status = 'suspended'
          and before.reason_class not in ('licence_lost', 'levy_unpaid', 'claims_misused', 'own_request') then
        raise exception 'a certificate suspended for this is not given back before it is answered'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_status_answered_first before insert on certificate_status for each row
      when (new.by_holder and new.action = 'withdrawn') execute function refuse_exit_unanswered();
  `.execute(db);

/** As before, but that what was active comes back under watch while a grave finding is open. */
const appeals = (db: Kysely<unknown>) =>
  sql`
    create function holder_has_grave_finding(holder uuid) returns boolean language sql stable as $$
      select exists (select 1 from finding f where f.organisation_id = holder
        and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state))
    $$;
    create function stands_again(right_one certificate_status, holder uuid, new_one certificate_status)
      returns boolean language sql stable as $$
      select case when right_one.status = 'active' and new_one.action in ('stayed', 'upheld') and holder_has_grave_finding(holder)
        then new_one.status = 'active_under_watch' and new_one.reason_class = 'open_major_finding'
        else new_one.status = right_one.status and new_one.reason_class is not distinct from right_one.reason_class end
    $$;
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
          and stands_again(right_one, held.organisation_id, new)
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

const scopes = (db: Kysely<unknown>) =>
  sql`
    create function bar_to_widen(held uuid, asked text[]) returns text language sql stable as $$
      select case when holder_has_grave_finding(c.organisation_id) then 'holder_has_grave_finding'
        when rests_on_lost_licence(c.organisation_id, asked) then 'licence_lost' end
      from certificate c where c.id = held
    $$;
    create function require_ground_to_widen() returns trigger language plpgsql as $$
    declare bar text := bar_to_widen(new.certificate_id, new.corridors);
    begin
      if bar is not null then
        raise exception 'no scope grows: %', bar using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_version_ground before insert on certificate_version for each row
      when (new.action = 'extended') execute function require_ground_to_widen();
  `.execute(db);
