import { sql, type Kysely } from 'kysely';

/**
 * What an appeal makes of a certificate: a stay lets stand what stood before, a dismissal lets the decision take effect
 * again, upholding returns to what was; each a status or a version of its own, never one rewritten (domain 2.8 d).
 */
export async function up(db: Kysely<unknown>) {
  await statuses(db);
  await scopes(db);
  await outcomes(db);
}

const statuses = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_status
      drop constraint certificate_status_action,
      add column appeal_id uuid references certificate_appeal (id),
      add constraint certificate_status_action check ((action, status) in (
        ('issued', 'active'), ('watched', 'active_under_watch'), ('cleared', 'active'), ('suspended', 'suspended'),
        ('reinstated', 'active'), ('withdrawn', 'withdrawn'), ('superseded', 'superseded'), ('transferred', 'transferred'),
        ('stayed', 'active'), ('stayed', 'active_under_watch'), ('stayed', 'suspended'),
        ('upheld', 'active'), ('upheld', 'active_under_watch'), ('upheld', 'suspended'),
        ('resumed', 'suspended'), ('resumed', 'withdrawn'))),
      add constraint certificate_status_appeal check ((appeal_id is not null) = (action in ('stayed', 'upheld', 'resumed')));
    create index certificate_status_appeal on certificate_status (appeal_id) where appeal_id is not null;

    drop trigger certificate_step on certificate;
    create trigger certificate_step after update on certificate for each row execute function refuse_step('status',
      'active>active_under_watch', 'active_under_watch>active', 'active>suspended', 'active_under_watch>suspended',
      'suspended>active', 'active>withdrawn', 'active_under_watch>withdrawn', 'suspended>withdrawn',
      'active>superseded', 'active_under_watch>superseded', 'suspended>superseded', 'active>transferred',
      'active_under_watch>transferred', 'suspended>active_under_watch',
      'withdrawn>active', 'withdrawn>active_under_watch', 'withdrawn>suspended');

    -- Final is final, but for an appeal against the very withdrawal that was stayed or upheld.
    drop trigger certificate_final on certificate;
    create trigger certificate_final before update on certificate for each row
      when (old.status <> 'withdrawn' or new.status = 'withdrawn') execute function refuse_certificate_end();
    create trigger certificate_kept before delete on certificate for each row execute function refuse_certificate_end();
    create function refuse_unappealed_return() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - '{status,reason_class,since}'::text[] is distinct from to_jsonb(old) - '{status,reason_class,since}'::text[]
        or not exists (select 1 from certificate_appeal p where p.certificate_id = old.id and p.against = 'withdrawn'
          and (p.outcome = 'upheld' or p.outcome is null and p.stay = 'granted')
          and p.status_position = (select max(position) from certificate_status where certificate_id = old.id)) then
        raise exception 'certificate % is final', old.number using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_returns before update on certificate for each row
      when (old.status = 'withdrawn' and new.status <> 'withdrawn') execute function refuse_unappealed_return();

    -- The status an appeal brings is the one before the decision, or the decision's own, by whoever decided the appeal.
    create function require_status_of_appeal() returns trigger language plpgsql as $$
    declare p certificate_appeal; decided certificate_status; before certificate_status; latest certificate_status; right_one certificate_status;
    begin
      select * into p from certificate_appeal where id = new.appeal_id;
      select * into decided from certificate_status where position = p.status_position;
      select * into before from certificate_status where certificate_id = p.certificate_id and position < p.status_position
        order by position desc limit 1;
      select * into latest from certificate_status where certificate_id = new.certificate_id order by position desc limit 1;
      right_one := case new.action when 'resumed' then decided else before end;
      if (p.certificate_id = new.certificate_id and latest.position = new.position
          and exists (select 1 from certificate c where c.id = new.certificate_id and c.status = new.status and c.since = new.decided_at
            and c.reason_class is not distinct from new.reason_class)
          and new.status = right_one.status and new.reason_class is not distinct from right_one.reason_class
          and case new.action
            when 'stayed' then p.stay = 'granted' and (p.stay_decided_by, p.stay_decided_at) = (new.decided_by, new.decided_at)
            when 'upheld' then p.outcome = 'upheld' and (p.decided_by, p.decided_at) = (new.decided_by, new.decided_at)
            else p.outcome = 'dismissed' and p.stay = 'granted' and (p.decided_by, p.decided_at) = (new.decided_by, new.decided_at)
          end) is not true then
        raise exception 'no appeal brings certificate % to this status', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    drop trigger certificate_status_is_shown on certificate_status;
    create constraint trigger certificate_status_is_shown after insert on certificate_status
      deferrable initially deferred for each row when (new.appeal_id is null) execute function require_shown_status();
    create constraint trigger certificate_status_of_appeal after insert on certificate_status
      deferrable initially deferred for each row when (new.appeal_id is not null) execute function require_status_of_appeal();
  `.execute(db);

const scopes = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_version
      drop constraint certificate_version_action_check,
      add column appeal_id uuid unique references certificate_appeal (id),
      add constraint certificate_version_action_check check (action in ('issued', 'reduced', 'extended', 'returned')),
      add constraint certificate_version_appeal check ((appeal_id is not null) = (action = 'returned'));

    create function require_version_of_appeal() returns trigger language plpgsql as $$
    declare p certificate_appeal; was certificate_version; before certificate_version;
    begin
      select * into p from certificate_appeal where id = new.appeal_id;
      select * into was from certificate_version where certificate_id = new.certificate_id order by version desc limit 1;
      select * into before from certificate_version where certificate_id = p.certificate_id and version = p.version - 1;
      if (p.certificate_id = new.certificate_id and p.outcome = 'upheld' and was.version = p.version and new.version = p.version + 1
          and (new.corridors, new.sectors, new.offices) = (before.corridors, before.sectors, before.offices)
          and (p.decided_by, p.decided_at) = (new.decided_by, new.from_at)) is not true then
        raise exception 'no appeal brings certificate % to this scope', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from certificate where id = new.certificate_id
        and status in ('active', 'active_under_watch', 'suspended')) then
        raise exception 'what is final keeps its scope' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    drop trigger certificate_version_follows on certificate_version;
    create trigger certificate_version_follows before insert on certificate_version
      for each row when (new.appeal_id is null) execute function refuse_loose_version();
    create trigger certificate_version_returns before insert on certificate_version
      for each row when (new.appeal_id is not null) execute function require_version_of_appeal();
  `.execute(db);

/** The other half: nobody grants a stay or upholds an appeal and leaves the certificate as it was. */
const outcomes = (db: Kysely<unknown>) =>
  sql`
    create function require_appeal_carried_out() returns trigger language plpgsql as $$
    declare p certificate_appeal; latest certificate_status; version integer; standing boolean;
    begin
      select * into p from certificate_appeal where id = new.id;
      select * into latest from certificate_status where certificate_id = p.certificate_id order by position desc limit 1;
      select max(v.version) into version from certificate_version v where v.certificate_id = p.certificate_id;
      select status in ('active', 'active_under_watch', 'suspended') into standing from certificate where id = p.certificate_id;
      if p.stay = 'granted' and not exists (select 1 from certificate_status where appeal_id = p.id and action = 'stayed')
        or p.outcome = 'upheld' and latest.position = p.status_position
        or p.outcome = 'upheld' and standing and version = p.version
        or p.outcome = 'dismissed' and p.stay = 'granted' and latest.appeal_id = p.id and latest.action = 'stayed' then
        raise exception 'appeal %: the certificate does not follow it', p.id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_appeal_is_carried_out after update on certificate_appeal
      deferrable initially deferred for each row when (new.stay = 'granted' or new.outcome is not null)
      execute function require_appeal_carried_out();
  `.execute(db);
