import { sql, type Kysely } from 'kysely';

/**
 * A wider scope that was asked of a certificate goes on with the one that took its place, or ends with it: nobody waits for
 * an answer that never comes (domain 2.8, side machines).
 */
export async function up(db: Kysely<unknown>) {
  await shape(db);
  await people(db);
  await entries(db);
}

const shape = (db: Kysely<unknown>) =>
  sql`
    drop trigger certificate_scope_request_step on certificate_scope_request;
    drop trigger certificate_scope_request_final on certificate_scope_request;
    drop trigger certificate_scope_request_identity on certificate_scope_request;
    alter table certificate_scope_request
      drop constraint certificate_scope_request_state_check,
      drop constraint certificate_scope_request_shape,
      -- The request of the certificate before it that goes on here.
      add column carried_from uuid unique references certificate_scope_request (id),
      add constraint certificate_scope_request_state_check check (state in ('requested', 'audit_needed', 'extended', 'refused',
        'carried', 'ended')),
      add constraint certificate_scope_request_shape check (case
        when state = 'requested' then num_nonnulls(reviewed_by, answered_by, answered_at, answer) = 0
        when state = 'audit_needed' then reviewed_by is not null and num_nonnulls(answered_by, answered_at, answer) = 0
        when state in ('carried', 'ended') then answered_by is null and num_nonnulls(answered_at, answer) = 2
        else num_nonnulls(answered_by, answered_at, answer) = 3 end);
    create trigger certificate_scope_request_identity after update on certificate_scope_request for each row
      execute function refuse_rewriting('id', 'certificate_id', 'corridors', 'sectors', 'offices', 'grounds', 'asked_by', 'asked_at',
        'carried_from');
    create trigger certificate_scope_request_step after update on certificate_scope_request for each row
      execute function refuse_step('state', 'requested>extended', 'requested>refused', 'requested>audit_needed',
        'audit_needed>extended', 'audit_needed>refused', 'refused>audit_needed', 'requested>carried', 'requested>ended',
        'audit_needed>carried', 'audit_needed>ended');
    create trigger certificate_scope_request_final after update on certificate_scope_request for each row
      when (old.state in ('extended', 'carried', 'ended') or old.state = 'refused' and new.state <> 'audit_needed')
      execute function refuse_rewriting();
  `.execute(db);

const people = (db: Kysely<unknown>) =>
  sql`
    -- As it was asked, of the certificate that took the place of its own; what is covered there by now may be left out.
    create function require_carried_request() returns trigger language plpgsql as $$
    declare was certificate_scope_request;
    begin
      select * into was from certificate_scope_request where id = new.carried_from;
      if (was.state = 'carried' and was.certificate_id <> new.certificate_id
          and was.certificate_id in (select certificates_before(new.certificate_id))
          and (was.grounds, was.asked_by, was.asked_at) = (new.grounds, new.asked_by, new.asked_at)
          and new.corridors <@ was.corridors and new.sectors <@ was.sectors and new.offices <@ was.offices
          and new.appeal_id is null and new.answered_by is null and new.state in ('requested', 'audit_needed')
          and (new.state = 'requested' or (was.reviewed_by, was.reviewed_at, was.review, was.audit_due_on)
            = (new.reviewed_by, new.reviewed_at, new.review, new.audit_due_on))) is not true then
        raise exception 'a request is carried as it was, to the certificate that took the place of its own'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_scope_request_carried before insert on certificate_scope_request
      for each row when (new.carried_from is not null) execute function require_carried_request();

    create function require_request_to_go_on() returns trigger language plpgsql as $$
    begin
      if new.state = 'carried' and not exists (select 1 from certificate_scope_request where carried_from = new.id) then
        raise exception 'a request that is carried goes on' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_scope_request_goes_on after update on certificate_scope_request
      deferrable initially deferred for each row when (new.state = 'carried') execute function require_request_to_go_on();

    create or replace function require_holder_and_officer() returns trigger language plpgsql as $$
    declare
      holder uuid;
      person uuid := coalesce(new.answered_by, new.reviewed_by);
      on_day date := (coalesce(new.answered_at, new.reviewed_at) at time zone 'UTC')::date;
    begin
      -- What is carried was asked and reviewed before: its own trigger compares it with that.
      if tg_op = 'INSERT' and new.carried_from is not null then return new; end if;
      select organisation_id into holder from certificate where id = new.certificate_id;
      if tg_op = 'INSERT' and (new.state <> 'requested' or new.appeal_id is not null or not exists (select 1 from membership
          where account_id = new.asked_by and organisation_id = holder and role = 'recruiter')) then
        raise exception 'a wider scope is asked for by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      -- Nobody answers it here: that its appeal was upheld is asked by its own trigger.
      if tg_op = 'UPDATE' and old.state = 'refused' and new.state = 'audit_needed' then
        return new;
      end if;
      if tg_op = 'UPDATE' and new.state in ('carried', 'ended') then
        if exists (select 1 from certificate where id = new.certificate_id and valid_until >= on_day
            and status in ('active', 'active_under_watch', 'suspended')) then
          raise exception 'a request ends with its certificate alone' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end if;
      if tg_op = 'UPDATE' and old.state = 'audit_needed' and exists (select 1 from certification_decision d
          join decision_matter m on m.id = d.matter_id where m.request_id = new.id and d.decided_by = new.answered_by
            and d.decided_at = new.answered_at and (d.outcome = 'granted') = (new.state = 'extended')) then
        return new;
      end if;
      if tg_op = 'UPDATE' and old.state = 'audit_needed' and new.state = 'extended' then
        raise exception 'a scope that was audited is extended by the panel' using errcode = 'integrity_constraint_violation';
      end if;
      if person is not null and (has_tie(person, holder, on_day)
          or not exists (select 1 from membership where account_id = person and role = 'officer')) then
        raise exception 'a wider scope is answered by an officer without a tie to the holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

/** Nobody audits what is not asked any more, also where its certificate only came to its last day. */
const entries = (db: Kysely<unknown>) =>
  sql`
    create or replace function refuse_loose_drop() returns trigger language plpgsql as $$
    declare
      stands boolean;
      refused boolean;
    begin
      select status in ('active', 'active_under_watch', 'suspended') into stands from certificate where id = new.certificate_id;
      refused := exists (select 1 from certificate_scope_request where id = new.request_id
        and state in ('refused', 'carried', 'ended'));
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
