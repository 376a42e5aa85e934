import { sql, type Kysely } from 'kysely';

/** Decisions by people who did not audit, certificates and their status over time (domain 2.6, 2.8 d). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table certification_decision (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null unique references application (id),
      organisation_id uuid not null references organisation (id),
      -- Names as they stood: a decision reads the same when the organisation is renamed.
      organisation_name text not null,
      application_reference text not null,
      outcome text not null check (outcome in ('granted', 'refused')),
      reasons text not null check (length(btrim(reasons)) >= 20),
      decided_by uuid not null references account (id),
      decided_at timestamptz not null,
      unique (id, outcome)
    );
    create trigger certification_decision_append_only before update or delete on certification_decision
      for each row execute function refuse_change();

    create function refuse_decision_by_audit_team() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from audit a
        left join audit_team_member m on m.audit_id = a.id
        where a.application_id = new.application_id
          and new.decided_by in (m.account_id, a.reviewed_by, a.reported_by, a.scheduled_by)) then
        raise exception 'whoever was on the audit does not decide' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certification_decision_independent before insert on certification_decision
      for each row execute function refuse_decision_by_audit_team();

    create function refuse_decider_on_team() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from audit a join certification_decision d on d.application_id = a.application_id
        where a.id = new.audit_id and d.decided_by = new.account_id) then
        raise exception 'whoever decided does not join the audit' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from audit a where a.id = new.audit_id and a.reviewed_by = new.account_id) then
        raise exception 'whoever reviewed the report does not join its team' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_team_member_independent before insert or update on audit_team_member
      for each row execute function refuse_decider_on_team();

    create sequence certificate_number;

    create table certificate (
      id uuid primary key default gen_random_uuid(),
      number text not null unique check (number ~ '^ERC-[0-9]{4}-[0-9]{5,9}$'),
      organisation_id uuid not null references organisation (id),
      application_id uuid not null references application (id),
      decision_id uuid not null unique,
      decision_outcome text not null default 'granted' check (decision_outcome = 'granted'),
      scheme_version_id text not null references scheme_version (id),
      audit_body_id uuid not null references organisation (id),
      status text not null,
      since timestamptz not null,
      valid_from date not null,
      valid_until date not null,
      corridors text[] not null,
      sectors text[] not null,
      offices text[] not null,
      reason_class text,
      foreign key (decision_id, decision_outcome) references certification_decision (id, outcome),
      constraint certificate_days check (valid_until > valid_from),
      constraint certificate_status_shape check ((case status
        when 'active' then reason_class is null
        when 'active_under_watch' then reason_class in ('open_major_finding', 'special_audit')
        when 'suspended' then reason_class in ('fees_charged', 'documents_withheld', 'critical_finding', 'late_corrective_action',
          'audit_refused', 'licence_lost', 'claims_misused', 'own_request')
        when 'withdrawn' then reason_class in ('suspension_unresolved', 'fraud', 'forced_labour', 'licence_revoked', 'own_request')
        else false end) is true)
    );
    create unique index certificate_one_standing on certificate (organisation_id) where status <> 'withdrawn';
    create index certificate_status_until on certificate (status, valid_until);
    create index certificate_application on certificate (application_id);

    create table certificate_status (
      position bigint generated always as identity primary key,
      certificate_id uuid not null references certificate (id),
      action text not null check (action in ('issued', 'watched', 'cleared', 'suspended', 'reinstated', 'withdrawn')),
      status text not null,
      reason_class text,
      note text not null check (length(btrim(note)) >= 10),
      decided_by uuid not null references account (id),
      decided_at timestamptz not null
    );
    create index certificate_status_certificate on certificate_status (certificate_id, position);
    create trigger certificate_status_append_only before update or delete on certificate_status
      for each row execute function refuse_change();

    -- A status without its reasoned decision cannot be committed, whoever writes it.
    create function require_status_decision() returns trigger language plpgsql as $$
    declare latest record;
    begin
      select status, reason_class, decided_at into latest from certificate_status
        where certificate_id = new.id order by position desc limit 1;
      if not found or latest.status <> new.status or latest.reason_class is distinct from new.reason_class
        or latest.decided_at <> new.since then
        raise exception 'certificate %: status % has no decision behind it', new.number, new.status
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_status_is_decided after insert or update on certificate
      deferrable initially deferred for each row execute function require_status_decision();

    create function refuse_certificate_end() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.status = 'withdrawn' then
        raise exception 'certificate % is final', old.number using errcode = 'integrity_constraint_violation';
      end if;
      if (new.number, new.organisation_id, new.application_id, new.decision_id, new.valid_from, new.valid_until,
          new.scheme_version_id, new.audit_body_id, new.corridors, new.sectors, new.offices)
        is distinct from (old.number, old.organisation_id, old.application_id, old.decision_id, old.valid_from, old.valid_until,
          old.scheme_version_id, old.audit_body_id, old.corridors, old.sectors, old.offices) then
        raise exception 'certificate %: what was granted does not change', old.number using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_final before update or delete on certificate for each row execute function refuse_certificate_end();

    create trigger certification_decision_no_truncate before truncate on certification_decision execute function refuse_change();
    create trigger certificate_no_truncate before truncate on certificate execute function refuse_change();
    create trigger certificate_status_no_truncate before truncate on certificate_status execute function refuse_change();
  `.execute(db);
}
