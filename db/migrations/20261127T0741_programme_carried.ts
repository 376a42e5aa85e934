import { sql, type Kysely } from 'kysely';

/**
 * A certificate of the next cycle, or with another audit body, takes over what was ordered for the one before it, what was
 * proposed, and with another body the watch it is under: nothing is shed by a new number (domain 2.6, 2.8 b, d).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- A certificate, and those whose place it took over one after the other.
    create function certificates_before(held uuid) returns setof uuid language sql stable as $$
      with recursive line as (
        select c.id, c.previous_id, c.kind from certificate c where c.id = held
        union all
        select c.id, c.previous_id, c.kind from certificate c join line on c.id = line.previous_id where line.kind <> 'initial')
      select line.id from line
    $$;
  `.execute(db);
  await orders(db);
  await proposals(db);
  await watches(db);
}

const orders = (db: Kysely<unknown>) =>
  sql`
    drop trigger audit_programme_entry_identity on audit_programme_entry;
    drop trigger audit_programme_entry_begins on audit_programme_entry;
    alter table audit_programme_entry add column carried_from uuid references certificate (id);
    create trigger audit_programme_entry_identity after update on audit_programme_entry for each row
      execute function refuse_rewriting('id', 'type', 'reason', 'notice_type', 'window_from', 'due_on',
        'trigger', 'grounds', 'ordered_by', 'ordered_at', 'request_id');
    create trigger audit_programme_entry_begins after insert on audit_programme_entry for each row
      execute function require_beginning('', '', 'dropped_at', 'audit_id', 'told_at', 'carried_from');

    create function require_carried_order() returns trigger language plpgsql as $$
    begin
      if old.reason <> 'ordered' or old.request_id is not null or num_nonnulls(old.dropped_at, new.dropped_at, new.audit_id) > 0
        or new.certificate_id = old.certificate_id or new.carried_from is distinct from old.certificate_id then
        raise exception 'an audit that was ordered and is not under way is carried over as it is'
          using errcode = 'integrity_constraint_violation';
      end if;
      if old.certificate_id not in (select certificates_before(new.certificate_id)) or exists (select 1 from certificate
          where id = old.certificate_id and status not in ('superseded', 'transferred')) or not exists (select 1 from certificate
          where id = new.certificate_id and status in ('active', 'active_under_watch', 'suspended')) then
        raise exception 'an order is carried to the certificate that took the place of its own'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_carried before update on audit_programme_entry for each row
      when ((old.certificate_id, old.carried_from) is distinct from (new.certificate_id, new.carried_from))
      execute function require_carried_order();

    create or replace function refuse_loose_drop() returns trigger language plpgsql as $$
    declare
      stands boolean;
      refused boolean;
    begin
      select status in ('active', 'active_under_watch', 'suspended') into stands from certificate where id = new.certificate_id;
      refused := exists (select 1 from certificate_scope_request where id = new.request_id and state = 'refused');
      if new.dropped_at is null and (refused or not stands) then
        raise exception 'what was dropped comes back with its certificate alone' using errcode = 'integrity_constraint_violation';
      end if;
      if new.dropped_at is not null and stands and not refused then
        raise exception 'an audit of the programme is dropped with its certificate alone' using errcode = 'integrity_constraint_violation';
      end if;
      -- What was ordered on a cause goes on with the certificate that took this one's place.
      if new.dropped_at is not null and new.reason = 'ordered' and new.request_id is null
        and exists (select 1 from certificate where previous_id = new.certificate_id and kind <> 'initial') then
        raise exception 'what was ordered is carried over, not dropped' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

const proposals = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_draw_of_order() returns trigger language plpgsql as $$
    begin
      if new.type <> 'special' or new.notice_type <> 'unannounced' then
        raise exception 'what was drawn is audited unannounced' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit_proposal where certificate_id in (select certificates_before(new.certificate_id))
          and trigger = 'random_draw' and outcome is null) then
        raise exception 'this certificate was not drawn' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

/** It is issued, and under the same watch in the same moment. */
const watches = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_status
      drop constraint certificate_status_action,
      add constraint certificate_status_action check ((action, status) in (
        ('issued', 'active'), ('watched', 'active_under_watch'), ('cleared', 'active'), ('suspended', 'suspended'),
        ('reinstated', 'active'), ('withdrawn', 'withdrawn'), ('superseded', 'superseded'), ('transferred', 'transferred'),
        ('carried', 'active_under_watch'),
        ('stayed', 'active'), ('stayed', 'active_under_watch'), ('stayed', 'suspended'),
        ('upheld', 'active'), ('upheld', 'active_under_watch'), ('upheld', 'suspended'),
        ('resumed', 'suspended'), ('resumed', 'withdrawn'))),
      add constraint certificate_status_carried check (action <> 'carried'
        or decided_by is not null and num_nonnulls(cause, appeal_id) = 0 and not by_holder);

    -- Carried by whoever took the certificate over, in the moment it is issued and as the old one was last.
    create function require_carried_watch() returns trigger language plpgsql as $$
    declare
      issued certificate_status;
      before certificate_status;
    begin
      select * into issued from certificate_status where certificate_id = new.certificate_id and position < new.position
        order by position desc limit 1;
      select s.* into before from certificate c join certificate_status s on s.certificate_id = c.previous_id
        where c.id = new.certificate_id and c.kind = 'transfer' and s.status <> 'transferred' order by s.position desc limit 1;
      if issued.action is distinct from 'issued' or (issued.decided_by, issued.decided_at) is distinct from (new.decided_by, new.decided_at)
        or (before.status, before.reason_class) is distinct from (new.status, new.reason_class) then
        raise exception 'certificate %: no such watch was carried over', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    drop trigger certificate_status_is_shown on certificate_status;
    create constraint trigger certificate_status_is_shown after insert on certificate_status deferrable initially deferred
      for each row when (new.appeal_id is null and not new.by_holder and new.action <> 'carried') execute function require_shown_status();
    create constraint trigger certificate_status_is_carried after insert on certificate_status deferrable initially deferred
      for each row when (new.action = 'carried') execute function require_carried_watch();

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
          where before.status = 'active_under_watch')
        and not exists (select 1 from certificate_status where certificate_id = new.id and action = 'carried') then
        raise exception 'certificate %: the watch it was under goes on', new.number using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
