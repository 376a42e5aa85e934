import { sql, type Kysely } from 'kysely';

/** A misuse of the certificate in public (domain 2.6): recorded where it was seen, and a finding on B.1.6 from the next audit on. */
export async function up(db: Kysely<unknown>) {
  await misuses(db);
  await found(db);
  await proposed(db);
}

const misuses = (db: Kysely<unknown>) =>
  sql`
    alter table claim_use add constraint claim_use_of_certificate unique (id, certificate_id);
    create table claim_misuse (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      -- The granted use it goes beyond; none where nothing of the kind was granted.
      claim_id uuid,
      place text not null check (length(btrim(place)) between 3 and 300),
      seen_on date not null,
      what text not null check (length(btrim(what)) >= 20),
      evidence text not null check (length(btrim(evidence)) >= 10),
      -- The audit in which its team saw it; null where an officer recorded it.
      audit_id uuid references audit (id),
      recorded_by uuid not null references account (id),
      recorded_at timestamptz not null,
      constraint claim_misuse_of_use foreign key (claim_id, certificate_id) references claim_use (id, certificate_id),
      constraint claim_misuse_seen check (seen_on <= (recorded_at at time zone 'UTC')::date)
    );
    create index claim_misuse_certificate on claim_misuse (certificate_id, recorded_at);
    create index claim_misuse_audit on claim_misuse (audit_id) where audit_id is not null;
    create trigger claim_misuse_append_only before update or delete on claim_misuse for each row execute function refuse_change();
    create trigger claim_misuse_no_truncate before truncate on claim_misuse execute function refuse_change();

    create function require_recorder_of_misuse() returns trigger language plpgsql as $$
    declare held certificate;
    begin
      select * into held from certificate where id = new.certificate_id for share;
      if held.status not in ('active', 'active_under_watch', 'suspended') then
        raise exception 'a misuse is recorded of a certificate that stands' using errcode = 'integrity_constraint_violation';
      end if;
      if new.claim_id is not null and exists (select 1 from claim_use where id = new.claim_id and answer is null) then
        raise exception 'what was never answered was not granted' using errcode = 'integrity_constraint_violation';
      end if;
      if has_tie(new.recorded_by, held.organisation_id, (new.recorded_at at time zone 'UTC')::date)
        or new.audit_id is null and not exists (select 1 from membership where account_id = new.recorded_by and role = 'officer')
        or new.audit_id is not null and not exists (select 1 from audit a join audit_team_member t on t.audit_id = a.id
          where a.id = new.audit_id and a.organisation_id = held.organisation_id and t.account_id = new.recorded_by
            and a.type <> 'stage1' and a.state in ('in_progress', 'fieldwork_done', 'report_draft')) then
        raise exception 'a misuse is recorded by an officer, or by the team of an audit, without a tie to the holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger claim_misuse_recorder before insert on claim_misuse for each row execute function require_recorder_of_misuse();
  `.execute(db);

/** The finding each misuse is; no audit of the holder leaves one behind. */
const found = (db: Kysely<unknown>) =>
  sql`
    create table finding_of_misuse (
      misuse_id uuid primary key references claim_misuse (id),
      finding_id uuid not null unique references finding (id)
    );
    create trigger finding_of_misuse_append_only before update or delete on finding_of_misuse for each row execute function refuse_change();
    create trigger finding_of_misuse_no_truncate before truncate on finding_of_misuse execute function refuse_change();

    create function require_finding_on_claims() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from claim_misuse m join certificate c on c.id = m.certificate_id join finding f on f.id = new.finding_id
        where m.id = new.misuse_id and f.organisation_id = c.organisation_id and f.indicator_code = 'B.1.6'
          and f.raised_at >= m.recorded_at) then
        raise exception 'a misuse is a finding of its holder on B.1.6' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_of_misuse_on_claims before insert on finding_of_misuse for each row execute function require_finding_on_claims();

    create function refuse_unraised_misuses() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from claim_misuse m join certificate c on c.id = m.certificate_id
        where c.organisation_id = new.organisation_id and not exists (select 1 from finding_of_misuse f where f.misuse_id = m.id)
          and exists (select 1 from indicator i where i.scheme_version_id = new.scheme_version_id and i.code = 'B.1.6')) then
        raise exception 'audit %: a misuse of the certificate is not a finding yet', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_misuses_raised after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done' and new.type <> 'stage1') execute function refuse_unraised_misuses();
  `.execute(db);

/** Where no audit is ahead, a special one is proposed. */
const proposed = (db: Kysely<unknown>) =>
  sql`
    alter table audit drop constraint audit_trigger_check, add constraint audit_trigger_check check (trigger in ('critical_complaint',
      'licence_sanction', 'material_change', 'media_report', 'failed_call_backs', 'suspension_follow_up', 'transfer', 'random_draw',
      'claims_misused'));
    alter table audit_programme_entry drop constraint audit_programme_entry_trigger_check,
      add constraint audit_programme_entry_trigger_check check (trigger in ('critical_complaint',
        'licence_sanction', 'material_change', 'media_report', 'failed_call_backs', 'suspension_follow_up', 'transfer', 'random_draw',
        'claims_misused'));
    alter table audit_proposal
      add column misuse_id uuid references claim_misuse (id),
      alter column licence_id drop not null,
      drop constraint audit_proposal_trigger_check,
      add constraint audit_proposal_cause check (case trigger
        when 'licence_sanction' then licence_id is not null and misuse_id is null
        when 'claims_misused' then misuse_id is not null and licence_id is null
        else false end);
    create unique index audit_proposal_of_misuse on audit_proposal (misuse_id);
    drop trigger audit_proposal_identity on audit_proposal;
    create trigger audit_proposal_identity after update on audit_proposal for each row
      execute function refuse_rewriting('id', 'certificate_id', 'trigger', 'licence_id', 'misuse_id', 'proposed_at');
    create function require_proposal_of_holder() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from claim_misuse m where m.id = new.misuse_id and m.certificate_id = new.certificate_id) then
        raise exception 'a misuse proposes an audit of its own certificate' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_proposal_of_own before insert on audit_proposal for each row
      when (new.misuse_id is not null) execute function require_proposal_of_holder();
  `.execute(db);
