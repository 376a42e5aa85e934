import { sql, type Kysely } from 'kysely';

/**
 * A status comes about by a person, or by a fact or a clock that the house recorded (domain 2.8 d); certificates
 * follow each other in cycles; what the clock will do is announced before it may.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger certificate_step on certificate;
    drop trigger certificate_final on certificate;
    drop index certificate_one_standing;
    alter table certificate
      drop constraint certificate_status_shape,
      drop constraint certificate_decision_id_key,
      add column kind text not null default 'initial' check (kind in ('initial', 'recertification', 'restoration', 'transfer')),
      add column previous_id uuid unique references certificate (id),
      -- Years of the levy count from here: a transfer keeps its cycle, a recertification in time begins after the old one.
      add column cycle_from date;
    update certificate set cycle_from = valid_from;
    alter table certificate
      alter column cycle_from set not null,
      add constraint certificate_previous check ((kind in ('recertification', 'restoration', 'transfer')) <= (previous_id is not null)),
      add constraint certificate_cycle check (cycle_from <= valid_until),
      add constraint certificate_status_shape check ((case status
        when 'active' then reason_class is null
        when 'active_under_watch' then reason_class in ('open_major_finding', 'special_audit')
        when 'suspended' then reason_class in ('fees_charged', 'documents_withheld', 'critical_finding', 'late_corrective_action',
          'audit_refused', 'licence_lost', 'levy_unpaid', 'claims_misused', 'own_request')
        when 'withdrawn' then reason_class in ('suspension_unresolved', 'late_corrective_action', 'fraud', 'forced_labour',
          'licence_revoked', 'own_request')
        when 'superseded' then reason_class is null
        when 'transferred' then reason_class is null
        else false end) is true);
    create unique index certificate_one_standing on certificate (organisation_id)
      where status not in ('withdrawn', 'superseded', 'transferred');
    create unique index certificate_decision_once on certificate (decision_id) where kind <> 'transfer';
    -- What the nightly run asks for, and nothing else.
    create index certificate_ending on certificate (valid_until) where status in ('active', 'active_under_watch', 'suspended');
    create index certificate_suspended on certificate (since) where status = 'suspended';
    create trigger certificate_step after update on certificate for each row execute function refuse_step('status',
      'active>active_under_watch', 'active_under_watch>active', 'active>suspended', 'active_under_watch>suspended',
      'suspended>active', 'active>withdrawn', 'active_under_watch>withdrawn', 'suspended>withdrawn',
      'active>superseded', 'active_under_watch>superseded', 'suspended>superseded', 'active>transferred',
      'active_under_watch>transferred');

    create or replace function refuse_certificate_end() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.status in ('withdrawn', 'superseded', 'transferred') then
        raise exception 'certificate % is final', old.number using errcode = 'integrity_constraint_violation';
      end if;
      if (new.number, new.organisation_id, new.application_id, new.decision_id, new.valid_from, new.valid_until, new.kind,
          new.previous_id, new.cycle_from, new.scheme_version_id, new.audit_body_id, new.corridors, new.sectors, new.offices)
        is distinct from (old.number, old.organisation_id, old.application_id, old.decision_id, old.valid_from, old.valid_until, old.kind,
          old.previous_id, old.cycle_from, old.scheme_version_id, old.audit_body_id, old.corridors, old.sectors, old.offices) then
        raise exception 'certificate %: what was granted does not change', old.number using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_final before update or delete on certificate for each row execute function refuse_certificate_end();

    create table certificate_announcement (
      certificate_id uuid not null references certificate (id),
      change text not null check (change in ('expiry', 'withdrawal', 'suspension')),
      due_on date not null,
      -- Days ahead; 0 tells that the certificate expired.
      step integer not null check (step >= 0),
      -- The first day the clock may act: never before whoever it concerns was told in time.
      acts_on date not null,
      announced_at timestamptz not null,
      primary key (certificate_id, change, due_on, step),
      constraint certificate_announcement_order check (acts_on >= due_on)
    );
    create trigger certificate_announcement_append_only before update or delete on certificate_announcement
      for each row execute function refuse_change();
    create trigger certificate_announcement_no_truncate before truncate on certificate_announcement execute function refuse_change();

    alter table certificate_status
      drop constraint certificate_status_action_check,
      drop constraint certificate_status_action,
      alter column decided_by drop not null,
      add column cause text check (cause in ('finding', 'audit', 'licence', 'clock')),
      add column fact_id uuid references event (id),
      add constraint certificate_status_action check ((action, status) in (
        ('issued', 'active'), ('watched', 'active_under_watch'), ('cleared', 'active'), ('suspended', 'suspended'),
        ('reinstated', 'active'), ('withdrawn', 'withdrawn'), ('superseded', 'superseded'), ('transferred', 'transferred'))),
      -- Somebody decided it, or a fact did: never both, never neither.
      add constraint certificate_status_by check ((decided_by is null) <> (cause is null) and (cause is null) = (fact_id is null)),
      add constraint certificate_status_cause check (cause is null or action in ('suspended', 'withdrawn')
        or (cause = 'finding' and action = 'watched'));
    -- The same fact changes a certificate once, however often it is delivered.
    create unique index certificate_status_fact on certificate_status (fact_id, certificate_id) where fact_id is not null;

    create function require_status_cause(latest certificate_status) returns void language plpgsql as $$
    declare happened event;
    begin
      select * into happened from event where id = latest.fact_id;
      if (case latest.cause
          when 'finding' then happened.type in ('finding.issued', 'finding.regraded', 'finding.escalated')
          when 'audit' then happened.type in ('audit.refused_by_auditee', 'audit.aborted')
          when 'licence' then happened.type in ('licence.suspended', 'licence.revoked')
          when 'clock' then happened.type = 'certificate.change_announced' and happened.subject = latest.certificate_id
            and happened.payload ->> 'change' = case latest.action when 'withdrawn' then 'withdrawal' else 'suspension' end
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

    create or replace function require_shown_status() returns trigger language plpgsql as $$
    declare transferred boolean;
    begin
      if not exists (
        select 1 from certificate c
        join lateral (select status, reason_class, decided_at from certificate_status s
          where s.certificate_id = c.id order by position desc limit 1) latest on true
        where c.id = new.certificate_id and c.status = latest.status and c.since = latest.decided_at
          and c.reason_class is not distinct from latest.reason_class) then
        raise exception 'certificate % does not show its latest status', new.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if new.cause is not null then
        perform require_status_cause(new);
        return null;
      end if;
      select kind = 'transfer' into transferred from certificate where id = new.certificate_id;
      if not exists (select 1 from membership m join certificate c on c.id = new.certificate_id
        where m.account_id = new.decided_by and (case
          when new.action = 'transferred' or (new.action = 'issued' and transferred) then m.role = 'reviewer'
          when new.action in ('issued', 'superseded') then m.role = 'decider'
          when new.action = 'reinstated' then m.role in ('officer', 'decider')
          else m.role = 'officer' end)) then
        raise exception 'a certificate is issued by the panel, and its status changed by an officer'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
}
