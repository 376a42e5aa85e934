import { sql, type Kysely } from 'kysely';

/**
 * What comes to light after a certificate was withdrawn gives its withdrawal a graver reason, from its first day on, by an
 * officer: fraud, forced labour or a licence that was revoked, and nothing else (domain 2.8 d). An appeal takes it back.
 */
export async function up(db: Kysely<unknown>) {
  await graver(db);
  await final(db);
}

const graver = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_status
      drop constraint certificate_status_action,
      add constraint certificate_status_action check ((action, status) in (
        ('issued', 'active'), ('watched', 'active_under_watch'), ('cleared', 'active'), ('suspended', 'suspended'),
        ('reinstated', 'active'), ('withdrawn', 'withdrawn'), ('superseded', 'superseded'), ('transferred', 'transferred'),
        ('carried', 'active_under_watch'),
        ('stayed', 'active'), ('stayed', 'active_under_watch'), ('stayed', 'suspended'), ('stayed', 'withdrawn'),
        ('upheld', 'active'), ('upheld', 'active_under_watch'), ('upheld', 'suspended'), ('upheld', 'withdrawn'),
        ('resumed', 'suspended'), ('resumed', 'withdrawn')));

    -- 0 for what only the course of things brings: nobody puts that on what has ended.
    create function withdrawal_gravity(reason text) returns integer language sql immutable as $$
      select coalesce(array_position(array['licence_revoked', 'forced_labour', 'fraud'], reason), 0)
    $$;
    -- Since when a certificate stands so: one that is suspended or withdrawn, since it last was not.
    create or replace function status_since(latest certificate_status) returns timestamptz language sql stable as $$
      select case when latest.status not in ('suspended', 'withdrawn') then latest.decided_at else
        (select min(s.decided_at) from certificate_status s
          where s.certificate_id = latest.certificate_id and s.status = latest.status and s.position <= latest.position
            and not exists (select 1 from certificate_status o where o.certificate_id = s.certificate_id
              and o.status <> latest.status and o.position between s.position and latest.position)) end
    $$;
    -- Of whoever came back since, what is found now is said of the certificate it holds.
    create function came_back(held uuid) returns boolean language sql stable as $$
      select exists (select 1 from certificate c join certificate o on o.organisation_id = c.organisation_id and o.id <> c.id
        where c.id = held and (o.status not in ('withdrawn', 'superseded', 'transferred') or o.since > c.since))
    $$;
    create function require_graver_end() returns trigger language plpgsql as $$
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
      return new;
    end $$;
    create trigger certificate_status_graver_end before insert on certificate_status for each row
      when (new.action in ('withdrawn', 'resumed') and new.status = 'withdrawn') execute function require_graver_end();
  `.execute(db);

/** Final is final, but for the reason: what stands behind it, its own triggers ask. */
const final = (db: Kysely<unknown>) =>
  sql`
    create or replace function refuse_certificate_end() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.status = 'withdrawn' and new.status = 'withdrawn'
        and to_jsonb(new) - 'reason_class' = to_jsonb(old) - 'reason_class' then
        return new;
      end if;
      if tg_op = 'DELETE' or old.status in ('withdrawn', 'superseded', 'transferred') then
        raise exception 'certificate % is final', old.number using errcode = 'integrity_constraint_violation';
      end if;
      if (new.number, new.organisation_id, new.application_id, new.decision_id, new.valid_from, new.valid_until, new.kind,
          new.previous_id, new.cycle_from, new.scheme_version_id, new.audit_body_id)
        is distinct from (old.number, old.organisation_id, old.application_id, old.decision_id, old.valid_from, old.valid_until, old.kind,
          old.previous_id, old.cycle_from, old.scheme_version_id, old.audit_body_id) then
        raise exception 'certificate %: what was granted does not change', old.number using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
