import { sql, type Kysely } from 'kysely';

/**
 * The holder of a certificate that is suspended because its audit body did not look at it in time may go to another body, and
 * the suspension with it, until the surveillance is held there. For any other reason what is suspended stays where it is.
 */
export async function up(db: Kysely<unknown>) {
  await steps(db);
  await carried(db);
  await owed(db);
}

const steps = (db: Kysely<unknown>) =>
  sql`
    drop trigger certificate_step on certificate;
    create trigger certificate_step after update on certificate for each row execute function refuse_step('status',
      'active>active_under_watch', 'active_under_watch>active', 'active>suspended', 'active_under_watch>suspended',
      'suspended>active', 'active>withdrawn', 'active_under_watch>withdrawn', 'suspended>withdrawn',
      'active>superseded', 'active_under_watch>superseded', 'suspended>superseded', 'active>transferred',
      'active_under_watch>transferred', 'suspended>transferred', 'suspended>active_under_watch',
      'withdrawn>active', 'withdrawn>active_under_watch', 'withdrawn>suspended');
    create function refuse_transfer_of_suspended() returns trigger language plpgsql as $$
    begin
      if old.reason_class is distinct from 'surveillance_not_held' then
        raise exception 'certificate %: what is suspended for this is not transferred', new.number
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_suspended_moves before update on certificate for each row
      when (old.status = 'suspended' and new.status = 'transferred') execute function refuse_transfer_of_suspended();
  `.execute(db);

const carried = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_status
      drop constraint certificate_status_action,
      add constraint certificate_status_action check ((action, status) in (
        ('issued', 'active'), ('watched', 'active_under_watch'), ('cleared', 'active'), ('suspended', 'suspended'),
        ('reinstated', 'active'), ('withdrawn', 'withdrawn'), ('superseded', 'superseded'), ('transferred', 'transferred'),
        ('carried', 'active_under_watch'), ('carried', 'suspended'),
        ('stayed', 'active'), ('stayed', 'active_under_watch'), ('stayed', 'suspended'), ('stayed', 'withdrawn'),
        ('upheld', 'active'), ('upheld', 'active_under_watch'), ('upheld', 'suspended'), ('upheld', 'withdrawn'),
        ('resumed', 'suspended'), ('resumed', 'withdrawn'))),
      add constraint certificate_status_carried_reason check (action <> 'carried' or status <> 'suspended'
        or reason_class = 'surveillance_not_held');
    create or replace function require_transfer() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certificate_transfer t join certificate o on o.id = t.certificate_id
          join certificate n on n.id = t.next_id
          where new.id in (o.id, n.id) and t.state = 'accepted' and o.status = 'transferred' and n.kind = 'transfer'
            and n.previous_id = o.id and n.audit_body_id = t.to_body_id
            and (n.valid_until, n.cycle_from, n.decision_id, n.application_id, n.scheme_version_id)
              = (o.valid_until, o.cycle_from, o.decision_id, o.application_id, o.scheme_version_id)
            and n.corridors <@ o.corridors and n.sectors <@ o.sectors and n.offices <@ o.offices) then
        raise exception 'certificate %: no transfer was accepted', new.number using errcode = 'integrity_constraint_violation';
      end if;
      if new.kind = 'transfer' and new.status = 'active' and exists (select 1 from (select s.status from certificate_status s
          where s.certificate_id = new.previous_id and s.status <> 'transferred' order by s.position desc limit 1) before
          where before.status in ('active_under_watch', 'suspended'))
        and not exists (select 1 from certificate_status where certificate_id = new.id and action = 'carried') then
        raise exception 'certificate %: the watch it was under goes on, as does a suspension', new.number
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

const owed = (db: Kysely<unknown>) =>
  sql`
    -- A surveillance of its cycle was not held by its last day; until its own programme is set, that of the one it took over.
    create or replace function owes_surveillance(held uuid, day date) returns boolean language sql stable as $$
      select exists (select 1 from audit_programme_entry e where e.type = 'surveillance'
        and e.reason = 'cycle' and e.due_on < day and not was_held(e.audit_id)
        and (e.certificate_id = held and e.dropped_at is null
          or not exists (select 1 from audit_programme where certificate_id = held)
            and e.certificate_id = (select previous_id from certificate where id = held and kind = 'transfer')))
    $$;
  `.execute(db);
