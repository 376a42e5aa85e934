import { sql, type Kysely } from 'kysely';

/** A wider scope that takes an audit: reviewed by an officer, audited, decided by the panel, a new version (domain 2.8). */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop trigger certificate_scope_request_step on certificate_scope_request;
    drop trigger certificate_scope_request_final on certificate_scope_request;
    drop index certificate_scope_request_one_open;
    alter table certificate_scope_request
      drop constraint certificate_scope_request_state_check,
      drop constraint certificate_scope_request_shape,
      add column reviewed_by uuid references account (id),
      add column reviewed_at timestamptz,
      -- What the audit has to look at.
      add column review text check (length(btrim(review)) >= 20),
      add column audit_due_on date,
      add constraint certificate_scope_request_state_check check (state in ('requested', 'audit_needed', 'extended', 'refused')),
      add constraint certificate_scope_request_review check (num_nonnulls(reviewed_by, reviewed_at, review, audit_due_on) in (0, 4)),
      add constraint certificate_scope_request_shape check (case state
        when 'requested' then num_nonnulls(reviewed_by, answered_by, answered_at, answer) = 0
        when 'audit_needed' then reviewed_by is not null and num_nonnulls(answered_by, answered_at, answer) = 0
        else num_nonnulls(answered_by, answered_at, answer) = 3 end);
    create unique index certificate_scope_request_one_open on certificate_scope_request (certificate_id)
      where state in ('requested', 'audit_needed');
    create trigger certificate_scope_request_step after update on certificate_scope_request for each row
      execute function refuse_step('state', 'requested>extended', 'requested>refused', 'requested>audit_needed',
        'audit_needed>extended', 'audit_needed>refused');
    create trigger certificate_scope_request_reviewed after update on certificate_scope_request for each row
      when (old.reviewed_by is not null) execute function refuse_rewriting('reviewed_by', 'reviewed_at', 'review', 'audit_due_on');
    create trigger certificate_scope_request_final after update on certificate_scope_request for each row
      when (old.state in ('extended', 'refused')) execute function refuse_rewriting();

    -- Answered by an officer without a tie; after an audit by the panel, as it decided.
    create or replace function require_holder_and_officer() returns trigger language plpgsql as $$
    declare
      holder uuid;
      person uuid := coalesce(new.answered_by, new.reviewed_by);
      on_day date := (coalesce(new.answered_at, new.reviewed_at) at time zone 'UTC')::date;
    begin
      select organisation_id into holder from certificate where id = new.certificate_id;
      if tg_op = 'INSERT' and (new.state <> 'requested' or not exists (select 1 from membership
          where account_id = new.asked_by and organisation_id = holder and role = 'recruiter')) then
        raise exception 'a wider scope is asked for by the holder' using errcode = 'integrity_constraint_violation';
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

    -- The audit it takes is an entry of the certificate's programme.
    drop trigger audit_programme_entry_identity on audit_programme_entry;
    alter table audit_programme_entry
      drop constraint audit_programme_entry_type_check,
      drop constraint audit_programme_entry_order,
      add column request_id uuid unique,
      add constraint audit_programme_entry_request foreign key (request_id, certificate_id)
        references certificate_scope_request (id, certificate_id),
      add constraint audit_programme_entry_type_check check (type in ('surveillance', 'recertification', 'special', 'follow_up',
        'scope_extension')),
      add constraint audit_programme_entry_scope check ((type = 'scope_extension') = (request_id is not null)),
      add constraint audit_programme_entry_order check (case reason
        when 'ordered' then type in ('special', 'follow_up', 'scope_extension')
          and num_nonnulls(trigger, grounds, ordered_by, ordered_at) = 4
        else type in ('surveillance', 'recertification') and num_nonnulls(trigger, grounds, ordered_by, ordered_at) = 0 end);
    create trigger audit_programme_entry_identity after update on audit_programme_entry for each row
      execute function refuse_rewriting('id', 'certificate_id', 'type', 'reason', 'notice_type', 'window_from', 'due_on',
        'trigger', 'grounds', 'ordered_by', 'ordered_at', 'request_id');

    create or replace function refuse_loose_version() returns trigger language plpgsql as $$
    declare
      was certificate_version;
      asked certificate_scope_request;
      within boolean;
      beyond boolean;
    begin
      if new.version = 1 then return new; end if;
      select * into was from certificate_version where certificate_id = new.certificate_id order by version desc limit 1;
      if was.version is distinct from new.version - 1 then
        raise exception 'version % does not follow %', new.version, was.version using errcode = 'integrity_constraint_violation';
      end if;
      within := new.corridors <@ was.corridors and new.sectors <@ was.sectors and new.offices <@ was.offices;
      beyond := new.corridors @> was.corridors and new.sectors @> was.sectors and new.offices @> was.offices;
      if within and beyond or not (case new.action when 'reduced' then within else beyond end) then
        raise exception 'a scope that is % is not this one', new.action using errcode = 'integrity_constraint_violation';
      end if;
      select * into asked from certificate_scope_request where id = new.request_id;
      if new.action = 'extended' and (asked.state is distinct from 'extended' or asked.answered_by is distinct from new.decided_by
          or not (new.corridors <@ (was.corridors || asked.corridors) and new.sectors <@ (was.sectors || asked.sectors)
            and new.offices <@ (was.offices || asked.offices))) then
        raise exception 'a scope is extended by the panel or an officer as it was asked for' using errcode = 'integrity_constraint_violation';
      end if;
      if new.action = 'extended' and asked.reviewed_by is not null and not exists (select 1 from certification_decision d
          join decision_matter m on m.id = d.matter_id where m.request_id = new.request_id and d.kind = 'scope_extension'
            and d.outcome = 'granted' and d.decided_by = new.decided_by and d.decided_at = new.from_at) then
        raise exception 'a scope that was audited is extended by the panel' using errcode = 'integrity_constraint_violation';
      end if;
      if (new.action = 'reduced' or asked.reviewed_by is null)
        and not exists (select 1 from membership where account_id = new.decided_by and role = 'officer') then
        raise exception 'a scope is reduced by an officer' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from certificate where id = new.certificate_id
        and status in ('active', 'active_under_watch', 'suspended')) then
        raise exception 'what is final keeps its scope' using errcode = 'integrity_constraint_violation';
      end if;
      if new.action = 'extended' and not exists (select 1 from certificate c join organisation o on o.id = c.organisation_id
          where c.id = new.certificate_id and c.status <> 'suspended' and c.valid_until >= (new.from_at at time zone 'UTC')::date
            and body_is_approved(c.audit_body_id, o.country, new.sectors, (new.from_at at time zone 'UTC')::date)) then
        raise exception 'only what is in force is extended, to sectors its audit body is approved for'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
}
