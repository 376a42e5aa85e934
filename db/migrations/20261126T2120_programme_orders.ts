import { sql, type Kysely } from 'kysely';

/** From an entry of a programme to its audit, audits ordered on a cause, and what the body was told (domain 2.6, 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger audit_programme_entry_identity on audit_programme_entry;
    alter table audit_programme_entry
      drop constraint audit_programme_entry_type_check,
      drop constraint audit_programme_entry_reason_check,
      drop constraint audit_programme_entry_risk,
      add column trigger text check (trigger in ('critical_complaint', 'licence_sanction', 'material_change', 'media_report',
        'failed_call_backs', 'suspension_follow_up', 'transfer', 'random_draw')),
      add column grounds text check (length(btrim(grounds)) >= 10),
      add column ordered_by uuid references account (id),
      add column ordered_at timestamptz,
      add column audit_id uuid unique references audit (id),
      add column told_at timestamptz;
    alter table audit_programme_entry
      add constraint audit_programme_entry_type_check check (type in ('surveillance', 'recertification', 'special', 'follow_up')),
      add constraint audit_programme_entry_reason_check check (reason in ('cycle', 'risk', 'ordered')),
      add constraint audit_programme_entry_risk check (reason <> 'risk' or notice_type = 'unannounced'),
      add constraint audit_programme_entry_order check (case reason
        when 'ordered' then type in ('special', 'follow_up') and num_nonnulls(trigger, grounds, ordered_by, ordered_at) = 4
        else type in ('surveillance', 'recertification') and num_nonnulls(trigger, grounds, ordered_by, ordered_at) = 0 end);
    create trigger audit_programme_entry_identity after update on audit_programme_entry for each row
      execute function refuse_rewriting('id', 'certificate_id', 'type', 'reason', 'notice_type', 'window_from', 'due_on',
        'trigger', 'grounds', 'ordered_by', 'ordered_at');
    create index audit_programme_entry_open on audit_programme_entry (due_on, id) where dropped_at is null and audit_id is null;
    create index audit_programme_entry_certificate on audit_programme_entry (certificate_id);

    -- Ordered by the scheme's own people alone.
    create function require_officer_order() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.ordered_by and role = 'officer') then
        raise exception 'an audit is ordered by the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_by_officer before insert on audit_programme_entry for each row
      when (new.ordered_by is not null) execute function require_officer_order();

    -- An entry has its own audit, and another only when that one was cancelled, refused or broken off.
    create function require_audit_of_entry() returns trigger language plpgsql as $$
    begin
      if old.audit_id is not null and not exists (select 1 from audit where id = old.audit_id
        and state in ('cancelled', 'refused_by_auditee', 'aborted')) then
        raise exception 'the audit of this entry stands' using errcode = 'integrity_constraint_violation';
      end if;
      if new.audit_id is not null and not exists (select 1 from audit a where a.id = new.audit_id
        and a.certificate_id = new.certificate_id and a.type = new.type and a.trigger is not distinct from new.trigger) then
        raise exception 'an entry is done by an audit of its certificate and type' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_programme_entry_audit before update on audit_programme_entry for each row
      when (new.audit_id is distinct from old.audit_id) execute function require_audit_of_entry();

    -- What the programme keeps from the auditee, the plan does not tell.
    create function require_notice_of_entry() returns trigger language plpgsql as $$
    declare kept text;
    begin
      select notice_type into kept from audit_programme_entry where audit_id = new.id;
      if (kept = 'unannounced' and new.notice_type <> kept) or (kept = 'semi_announced' and new.notice_type = 'announced') then
        raise exception 'audit %: its programme has it %', new.reference, replace(kept, '_', '-')
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_notice_of_programme after update on audit for each row
      when (new.notice_type is not null and new.notice_type is distinct from old.notice_type)
      execute function require_notice_of_entry();

    -- At least one audit of a cycle does not tell its day (domain 2.6); looked at when everything is written.
    create function require_unannounced_audit() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_programme_entry where certificate_id = new.certificate_id
        and reason = 'cycle' and notice_type <> 'announced') then
        raise exception 'a programme has an audit that does not tell its day' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_programme_has_unannounced after insert on audit_programme
      deferrable initially deferred for each row execute function require_unannounced_audit();

    -- A person's own address of the calendar: whoever knows it reads what that person may read.
    create table calendar_feed (
      account_id uuid not null references account (id),
      organisation_id uuid not null references organisation (id),
      role text not null check (role in ('auditor', 'reviewer', 'officer', 'recruiter')),
      hash text not null unique check (length(hash) = 64),
      made_at timestamptz not null,
      primary key (account_id, organisation_id, role)
    );
  `.execute(db);
}
