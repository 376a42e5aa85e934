import { sql, type Kysely } from 'kysely';

/** Appeals against what was decided of a certificate: lodged, acknowledged, stayed, decided by people not involved (domain 2.6, 2.8 d). */
export async function up(db: Kysely<unknown>) {
  await tables(db);
  await people(db);
  await lodging(db);
}

const tables = (db: Kysely<unknown>) =>
  sql`
    create table certificate_appeal (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      against text not null check (against in ('suspended', 'withdrawn', 'reduced', 'refused')),
      -- The very decision: a status, a version of the scope, or a refusal of the panel; against each one appeal.
      status_position bigint unique references certificate_status (position),
      version integer,
      decision_id uuid unique references certification_decision (id),
      against_at timestamptz not null,
      grounds text not null check (length(btrim(grounds)) >= 20),
      stay_asked boolean not null,
      lodged_by uuid not null references account (id),
      lodged_at timestamptz not null,
      acknowledge_by date not null,
      due_on date not null,
      acknowledged_at timestamptz,
      acknowledged_by uuid references account (id),
      stay text check (stay in ('granted', 'refused')),
      stay_reasons text check (length(btrim(stay_reasons)) >= 20),
      stay_decided_by uuid references account (id),
      stay_decided_at timestamptz,
      outcome text check (outcome in ('upheld', 'dismissed')),
      reasons text check (length(btrim(reasons)) >= 20),
      decided_by uuid references account (id),
      decided_at timestamptz,
      foreign key (certificate_id, version) references certificate_version (certificate_id, version),
      constraint certificate_appeal_version_once unique (certificate_id, version),
      constraint certificate_appeal_of check (num_nonnulls(status_position, version, decision_id) = 1 and case against
        when 'reduced' then version is not null when 'refused' then decision_id is not null else status_position is not null end),
      constraint certificate_appeal_acknowledged check (num_nonnulls(acknowledged_at, acknowledged_by) in (0, 2)),
      constraint certificate_appeal_stay check (num_nonnulls(stay, stay_reasons, stay_decided_by, stay_decided_at) in (0, 4)
        and (stay is null or against in ('suspended', 'withdrawn'))),
      constraint certificate_appeal_shape check (num_nonnulls(outcome, reasons, decided_by, decided_at) in (0, 4)),
      constraint certificate_appeal_order check (due_on >= acknowledge_by)
    );
    create index certificate_appeal_open on certificate_appeal (due_on, id) where outcome is null;
    create index certificate_appeal_certificate on certificate_appeal (certificate_id, lodged_at);
    create trigger certificate_appeal_identity after update on certificate_appeal for each row
      execute function refuse_rewriting('id', 'certificate_id', 'against', 'status_position', 'version', 'decision_id', 'against_at',
        'grounds', 'stay_asked', 'lodged_by', 'lodged_at', 'acknowledge_by', 'due_on');
    create trigger certificate_appeal_acknowledgement_stands after update on certificate_appeal for each row
      when (old.acknowledged_at is not null) execute function refuse_rewriting('acknowledged_at', 'acknowledged_by');
    create trigger certificate_appeal_stay_stands after update on certificate_appeal for each row
      when (old.stay is not null) execute function refuse_rewriting('stay', 'stay_reasons', 'stay_decided_by', 'stay_decided_at');
    create trigger certificate_appeal_final after update on certificate_appeal for each row
      when (old.outcome is not null) execute function refuse_rewriting();
    create trigger certificate_appeal_kept before delete on certificate_appeal for each row execute function refuse_change();
    create trigger certificate_appeal_no_truncate before truncate on certificate_appeal execute function refuse_change();

    create table certificate_appeal_declaration (
      id uuid primary key default gen_random_uuid(),
      appeal_id uuid not null references certificate_appeal (id),
      account_id uuid not null references account (id),
      conflicted boolean not null,
      statement text not null check (length(btrim(statement)) >= 10),
      declared_at timestamptz not null
    );
    create index certificate_appeal_declaration_of on certificate_appeal_declaration (appeal_id, account_id);
    create trigger certificate_appeal_declaration_append_only before update or delete on certificate_appeal_declaration
      for each row execute function refuse_change();
    create trigger certificate_appeal_declaration_no_truncate before truncate on certificate_appeal_declaration execute function refuse_change();

    -- What the clock told of an appeal, once each.
    create table certificate_appeal_notice (
      appeal_id uuid not null references certificate_appeal (id),
      step text not null check (step in ('acknowledgement_late', 'decision_soon', 'decision_late')),
      told_at timestamptz not null,
      primary key (appeal_id, step)
    );
    create trigger certificate_appeal_notice_append_only before update or delete on certificate_appeal_notice
      for each row execute function refuse_change();
    create trigger certificate_appeal_notice_no_truncate before truncate on certificate_appeal_notice execute function refuse_change();
  `.execute(db);

/** Who does not decide, and why; what bars from the panel's vote on this recruiter bars here, too. */
const people = (db: Kysely<unknown>) =>
  sql`
    create function bar_to_appeal(appeal uuid, person uuid, moment timestamptz) returns text language sql stable as $$
      select case
        when exists (select 1 from certificate_status s left join event e on e.id = s.fact_id
            where s.position = p.status_position and (s.decided_by = person or e.actor ->> 'accountId' = person::text))
          or exists (select 1 from certificate_version v where v.certificate_id = p.certificate_id and v.version = p.version
            and v.decided_by = person)
          or exists (select 1 from certification_decision d left join decision_vote v on v.matter_id = d.matter_id
            where d.id = p.decision_id and person in (d.decided_by, v.account_id)) then 'decided_by_you'
        when exists (select 1 from certificate_appeal_declaration d join certificate_appeal q on q.id = d.appeal_id
            join certificate o on o.id = q.certificate_id
          where o.organisation_id = c.organisation_id and d.account_id = person and d.conflicted) then 'conflict_declared'
        else coalesce(
          (select bar_to_vote(m.id, person, moment) from decision_matter m
            where m.application_id = c.application_id order by m.opened_at, m.id limit 1),
          case when has_tie(person, c.organisation_id, (moment at time zone 'UTC')::date) then 'tied' end)
      end from certificate_appeal p join certificate c on c.id = p.certificate_id where p.id = appeal
    $$;

    create function require_free_for_appeal(p certificate_appeal, person uuid, moment timestamptz) returns void language plpgsql as $$
    declare bar text := bar_to_appeal(p.id, person, moment);
    begin
      if not exists (select 1 from membership where account_id = person and role in ('officer', 'decider')) then
        raise exception 'an appeal is decided by the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      if bar is not null then
        raise exception 'this person does not decide: %', bar using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from certificate_appeal_declaration where appeal_id = p.id and account_id = person) then
        raise exception 'whoever decides an appeal declares to have no conflict of interest first'
          using errcode = 'integrity_constraint_violation';
      end if;
    end $$;

    create function require_people_of_appeal() returns trigger language plpgsql as $$
    begin
      if new.acknowledged_by is distinct from old.acknowledged_by and not exists (select 1 from membership
          where account_id = new.acknowledged_by and role = 'officer') then
        raise exception 'an appeal is acknowledged by an officer' using errcode = 'integrity_constraint_violation';
      end if;
      if old.outcome is not null or old.stay is not null and new.stay is distinct from old.stay then
        return new;
      end if;
      if new.stay is not null and old.stay is null then
        perform require_free_for_appeal(new, new.stay_decided_by, new.stay_decided_at);
        if new.outcome is not null then
          raise exception 'a stay is decided before its appeal' using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      if new.outcome is not null then
        perform require_free_for_appeal(new, new.decided_by, new.decided_at);
      end if;
      return new;
    end $$;
    create trigger certificate_appeal_independent before update on certificate_appeal
      for each row execute function require_people_of_appeal();

    create function require_scheme_declares() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.account_id and role in ('officer', 'decider')) then
        raise exception 'an appeal is read by the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_appeal_declaration_by before insert on certificate_appeal_declaration
      for each row execute function require_scheme_declares();
  `.execute(db);

/** Lodged by an owner of the holder, in time, against what was decided and still stands. */
const lodging = (db: Kysely<unknown>) =>
  sql`
    create function require_certificate_appealable() returns trigger language plpgsql as $$
    declare held certificate; terms jsonb; decided timestamptz; days integer;
    begin
      select * into held from certificate where id = new.certificate_id;
      select v.terms into terms from scheme_version v where v.id = held.scheme_version_id;
      days := coalesce((terms -> 'clocks' ->> 'appealDays')::integer, 30);
      if num_nonnulls(new.acknowledged_at, new.stay, new.outcome) > 0 then
        raise exception 'an appeal is lodged before it is answered' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where account_id = new.lodged_by and organisation_id = held.organisation_id
          and role = 'recruiter' and owner_since is not null) then
        raise exception 'an appeal is lodged by an owner of the holder' using errcode = 'integrity_constraint_violation';
      end if;
      decided := case new.against
        when 'reduced' then (select v.from_at from certificate_version v where v.certificate_id = held.id
          and v.version = new.version and v.action = 'reduced'
          and v.version = (select max(version) from certificate_version where certificate_id = held.id))
        when 'refused' then (select d.decided_at from certification_decision d join decision_matter m on m.id = d.matter_id
          where d.id = new.decision_id and d.outcome = 'refused' and m.kind <> 'initial' and m.certificate_id = held.id)
        else (select s.decided_at from certificate_status s where s.position = new.status_position
          and s.certificate_id = held.id and s.action = new.against and s.reason_class <> 'own_request'
          and s.position = (select max(position) from certificate_status where certificate_id = held.id))
      end;
      if decided is null or decided <> new.against_at then
        raise exception 'an appeal is against a decision that stands' using errcode = 'integrity_constraint_violation';
      end if;
      if (new.lodged_at at time zone 'UTC')::date > (decided at time zone 'UTC')::date + days then
        raise exception 'an appeal is lodged within % days', days using errcode = 'integrity_constraint_violation';
      end if;
      if new.due_on > (new.lodged_at at time zone 'UTC')::date + coalesce((terms -> 'panel' ->> 'appealDecisionDays')::integer, 60) then
        raise exception 'an appeal is decided in the days its scheme version says' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_appeal_in_time before insert on certificate_appeal
      for each row execute function require_certificate_appealable();
  `.execute(db);
