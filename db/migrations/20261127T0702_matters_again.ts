import { sql, type Kysely } from 'kysely';

/** An appeal upheld against a refusal of the panel puts the matter before it again, and others decide it (domain 2.6, 2.8). */
export async function up(db: Kysely<unknown>) {
  await ground(db);
  await requests(db);
  await carriedOut(db);
}

const ground = (db: Kysely<unknown>) =>
  sql`
    drop trigger decision_matter_identity on decision_matter;
    drop index decision_matter_one_open;
    alter table decision_matter
      add column appeal_id uuid references certificate_appeal (id),
      add column application_appeal_id uuid references application_appeal (id),
      add constraint decision_matter_appeal check (case kind when 'initial' then appeal_id is null else application_appeal_id is null end);
    -- Two requests for a wider scope are two matters: one may be back by an appeal while the next is audited.
    create unique index decision_matter_one_open on decision_matter (application_id, kind, request_id) nulls not distinct
      where state = 'open';
    create unique index decision_matter_of_appeal on decision_matter (appeal_id) where appeal_id is not null and state <> 'dropped';
    create unique index decision_matter_of_application_appeal on decision_matter (application_appeal_id)
      where application_appeal_id is not null and state <> 'dropped';
    create index certification_decision_application on certification_decision (application_id);
    create trigger decision_matter_identity after update on decision_matter for each row execute function refuse_rewriting('id',
      'kind', 'application_id', 'certificate_id', 'audit_id', 'organisation_id', 'about', 'quorum', 'opened_at', 'due_on',
      'asked_by', 'request_id', 'appeal_id', 'application_appeal_id');

    -- The appeal that brought an application back to the panel, the latest of several.
    create function appeal_before_panel(application uuid) returns uuid language sql stable as $$
      select p.id from application_appeal p where p.application_id = application and p.against = 'refused' and p.outcome = 'upheld'
        order by p.decided_at desc, p.against_at desc, p.id limit 1
    $$;
    create function require_own_appeal() returns trigger language plpgsql as $$
    begin
      if new.application_appeal_id is distinct from appeal_before_panel(new.application_id) then
        raise exception 'a first certificate that was refused comes before the panel again by its appeal'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_matter_of_own_appeal before insert on decision_matter for each row when (new.kind = 'initial')
      execute function require_own_appeal();

    create or replace function require_ground_for_matter() returns trigger language plpgsql as $$
    declare held certificate;
    begin
      select * into held from certificate where id = new.certificate_id;
      if held.status in ('withdrawn', 'superseded', 'transferred')
        or (held.application_id, held.organisation_id) is distinct from (new.application_id, new.organisation_id) then
        raise exception 'a matter is about a certificate that is not final' using errcode = 'integrity_constraint_violation';
      end if;
      if (case new.kind when 'lift' then held.status = 'suspended'
          when 'restoration' then held.valid_until < (new.opened_at at time zone 'UTC')::date
          else held.valid_until >= (new.opened_at at time zone 'UTC')::date end) is not true then
        raise exception 'certificate % does not stand so that this is asked', held.number using errcode = 'integrity_constraint_violation';
      end if;
      -- What was refused, as it was asked then, of an audit that has been closed since.
      if new.appeal_id is not null then
        if not exists (select 1 from certificate_appeal p join certification_decision d on d.id = p.decision_id
            join decision_matter o on o.id = d.matter_id
            where p.id = new.appeal_id and p.outcome = 'upheld' and p.decided_at <= new.opened_at
              and o.certificate_id = new.certificate_id and o.audit_id is not distinct from new.audit_id
              and o.asked_by is not distinct from new.asked_by and o.request_id is not distinct from new.request_id
              and (o.kind = new.kind or o.kind = 'recertification' and new.kind = 'restoration')) then
          raise exception 'a matter comes before the panel again by an appeal that was upheld against its refusal'
            using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end if;
      if new.audit_id is not null and not exists (select 1 from audit a where a.id = new.audit_id
          and a.certificate_id = new.certificate_id and a.state = 'ready_for_decision' and a.type = case new.kind
            when 'lift' then 'follow_up' when 'restoration' then 'recertification' else new.kind end) then
        raise exception 'a matter rests on an audit that is ready for it' using errcode = 'integrity_constraint_violation';
      end if;
      if new.asked_by is not null and (has_tie(new.asked_by, new.organisation_id, (new.opened_at at time zone 'UTC')::date)
          or not exists (select 1 from membership where account_id = new.asked_by and role = 'officer')) then
        raise exception 'an officer without a tie puts it before the panel' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

/** A request that was refused waits for the panel again; what the panel said then stays with its decision. */
const requests = (db: Kysely<unknown>) =>
  sql`
    drop trigger certificate_scope_request_step on certificate_scope_request;
    drop trigger certificate_scope_request_final on certificate_scope_request;
    drop index certificate_scope_request_one_open;
    alter table certificate_scope_request
      -- The appeal that brought it back.
      add column appeal_id uuid unique references certificate_appeal (id);
    create unique index certificate_scope_request_one_open on certificate_scope_request (certificate_id)
      where state in ('requested', 'audit_needed') and appeal_id is null;
    create trigger certificate_scope_request_step after update on certificate_scope_request for each row
      execute function refuse_step('state', 'requested>extended', 'requested>refused', 'requested>audit_needed',
        'audit_needed>extended', 'audit_needed>refused', 'refused>audit_needed');
    create trigger certificate_scope_request_final after update on certificate_scope_request for each row
      when (old.state = 'extended' or old.state = 'refused' and new.state <> 'audit_needed') execute function refuse_rewriting();
    create trigger certificate_scope_request_appealed after update on certificate_scope_request for each row
      when (old.state <> 'refused') execute function refuse_rewriting('appeal_id');

    create function require_upheld_appeal() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certificate_appeal p join certification_decision d on d.id = p.decision_id
          join decision_matter m on m.id = d.matter_id
          where p.id = new.appeal_id and p.outcome = 'upheld' and m.request_id = new.id and d.decided_at = old.answered_at) then
        raise exception 'a wider scope that was refused waits for the panel again by its appeal'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger certificate_scope_request_again after update on certificate_scope_request for each row
      when (old.state = 'refused' and new.state = 'audit_needed') execute function require_upheld_appeal();
    create function require_appealed_matter() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from decision_matter where request_id = new.id and appeal_id = new.appeal_id) then
        raise exception 'a wider scope waits for the panel again with its matter' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_scope_request_with_matter after update on certificate_scope_request
      deferrable initially deferred for each row when (old.appeal_id is distinct from new.appeal_id)
      execute function require_appealed_matter();

    create or replace function require_holder_and_officer() returns trigger language plpgsql as $$
    declare
      holder uuid;
      person uuid := coalesce(new.answered_by, new.reviewed_by);
      on_day date := (coalesce(new.answered_at, new.reviewed_at) at time zone 'UTC')::date;
    begin
      select organisation_id into holder from certificate where id = new.certificate_id;
      if tg_op = 'INSERT' and (new.state <> 'requested' or new.appeal_id is not null or not exists (select 1 from membership
          where account_id = new.asked_by and organisation_id = holder and role = 'recruiter')) then
        raise exception 'a wider scope is asked for by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      -- Nobody answers it here: that its appeal was upheld is asked by its own trigger.
      if tg_op = 'UPDATE' and old.state = 'refused' and new.state = 'audit_needed' then
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

/** The other half: nobody upholds such an appeal and leaves it at that, while what was refused can still be granted. */
const carriedOut = (db: Kysely<unknown>) =>
  sql`
    create function require_matter_again() returns trigger language plpgsql as $$
    declare refused decision_matter; held certificate; months integer; today date := (new.decided_at at time zone 'UTC')::date;
    begin
      select m.* into refused from decision_matter m join certification_decision d on d.matter_id = m.id where d.id = new.decision_id;
      select * into held from certificate where id = new.certificate_id;
      select coalesce((v.terms -> 'clocks' -> 'certificates' ->> 'restorationMonths')::integer, 6) into months
        from application a join scheme_version v on v.id = a.scheme_version_id where a.id = held.application_id;
      if held.status not in ('withdrawn', 'superseded', 'transferred')
        and (case refused.kind when 'lift' then held.status = 'suspended' and held.valid_until >= today
          when 'scope_extension' then held.valid_until >= today
          else (held.valid_until + make_interval(months => months))::date >= today end)
        and not exists (select 1 from decision_matter m where m.certificate_id = held.id and m.id <> refused.id
          and (m.appeal_id = new.id or m.state = 'open' and m.request_id is not distinct from refused.request_id
            and (m.kind = refused.kind or refused.kind = 'recertification' and m.kind = 'restoration'))) then
        raise exception 'appeal %: what was refused comes before the panel again', new.id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_appeal_before_panel_again after update on certificate_appeal
      deferrable initially deferred for each row when (new.outcome = 'upheld' and new.against = 'refused')
      execute function require_matter_again();
  `.execute(db);
