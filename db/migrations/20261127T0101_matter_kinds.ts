import { sql, type Kysely } from 'kysely';

/** Matters about a certificate that stands: what they rest on, what is laid before the panel, and that they are done. */
export async function up(db: Kysely<unknown>) {
  await ground(db);
  await independence(db);
  await packages(db);
  await outcomes(db);
}

const ground = (db: Kysely<unknown>) =>
  sql`
    drop trigger decision_matter_identity on decision_matter;
    alter table decision_matter
      -- The officer who put it before the panel, where no audit did.
      add column asked_by uuid references account (id),
      add column request_id uuid,
      add constraint decision_matter_request foreign key (request_id, certificate_id)
        references certificate_scope_request (id, certificate_id),
      add constraint decision_matter_ground check (case kind
        when 'initial' then num_nonnulls(audit_id, asked_by, request_id) = 0
        when 'lift' then num_nonnulls(audit_id, asked_by) = 1 and request_id is null
        when 'scope_extension' then audit_id is not null and asked_by is null and request_id is not null
        else audit_id is not null and num_nonnulls(asked_by, request_id) = 0 end),
      add constraint decision_matter_asked check (asked_by is null or length(btrim(about)) >= 20);
    create index decision_matter_certificate on decision_matter (certificate_id) where certificate_id is not null;
    create index decision_matter_application on decision_matter (application_id);
    create trigger decision_matter_identity after update on decision_matter for each row execute function refuse_rewriting('id',
      'kind', 'application_id', 'certificate_id', 'audit_id', 'organisation_id', 'about', 'quorum', 'opened_at', 'due_on',
      'asked_by', 'request_id');

    create function require_ground_for_matter() returns trigger language plpgsql as $$
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
    create trigger decision_matter_is_grounded before insert on decision_matter for each row when (new.kind <> 'initial')
      execute function require_ground_for_matter();
  `.execute(db);

/** Whoever had a part in any audit of the application, of this cycle or an earlier one, or asked for the matter itself. */
const independence = (db: Kysely<unknown>) =>
  sql`
    create or replace function bar_to_vote(matter uuid, person uuid, moment timestamptz) returns text language sql stable as $$
      select case
        when exists (select 1 from audit a left join audit_team_member t on t.audit_id = a.id
          where a.application_id = m.application_id and person in (t.account_id, a.scheduled_by, a.reported_by)) then 'audited_by_you'
        when exists (select 1 from audit a where a.application_id = m.application_id and a.reviewed_by = person) then 'report_reviewed_by_you'
        when exists (select 1 from finding f
            left join corrective_action_plan p on p.finding_id = f.id left join finding_evidence e on e.finding_id = f.id
            left join finding_regrade g on g.finding_id = f.id left join finding_dispute d on d.finding_id = f.id
            left join finding_effectiveness j on j.finding_id = f.id left join remedy r on r.finding_id = f.id
            left join remedy_confirmation k on k.remedy_id = r.id
          where f.application_id = m.application_id
            and person in (f.raised_by, f.verified_by, f.closed_by, f.extended_by, p.answered_by, e.answered_by, g.proposed_by,
              g.answered_by, d.answered_by, j.judged_by, k.confirmed_by)) then 'finding_by_you'
        when exists (select 1 from application_review r where r.application_id = m.application_id and r.decided_by = person)
          or exists (select 1 from application_checklist c where c.application_id = m.application_id and c.checked_by = person)
          then 'application_reviewed_by_you'
        when m.asked_by = person or exists (select 1 from certificate_scope_request r
            where r.id = m.request_id and r.reviewed_by = person) then 'put_by_you'
        when exists (select 1 from advice v where v.organisation_id = m.organisation_id and v.account_id = person
          and v.given_on > (moment at time zone 'UTC')::date - interval '2 years') then 'advised_by_you'
        when exists (select 1 from decision_declaration d join decision_matter o on o.id = d.matter_id
            where o.organisation_id = m.organisation_id and d.account_id = person and d.conflicted)
          or exists (select 1 from application_reviewer r where r.application_id = m.application_id and r.account_id = person and r.conflicted)
          or exists (select 1 from conflict_declaration c where c.organisation_id = m.organisation_id and c.account_id = person and c.conflicted)
          then 'conflict_declared'
        when has_tie(person, m.organisation_id, (moment at time zone 'UTC')::date) then 'tied'
      end from decision_matter m where m.id = matter
    $$;
  `.execute(db);

/**
 * What was audited since the certificate of the matter was granted; before a first certificate, what led to it. Of
 * earlier audits only what is still open lies before the panel again.
 */
const packages = (db: Kysely<unknown>) =>
  sql`
    create function is_of_matter(m decision_matter, a audit) returns boolean language sql stable as $$
      select a.application_id = m.application_id and case when m.kind = 'initial' then a.certificate_id is null
        else a.certificate_id is not null and coalesce(a.reviewed_at, a.closed_at, a.scheduled_at) > (
          select d.decided_at from certificate c join certification_decision d on d.id = c.decision_id where c.id = m.certificate_id) end
    $$;
    create or replace function decision_package_text(matter uuid) returns text language sql stable set timezone = 'UTC' as $$
      select jsonb_strip_nulls(jsonb_build_object(
        'matter', jsonb_build_object('id', m.id, 'kind', m.kind, 'about', m.about, 'certificate', m.certificate_id, 'request', m.request_id),
        'certificate', (select jsonb_build_object('number', c.number, 'status', c.status, 'since', c.since, 'reason', c.reason_class,
            'validUntil', c.valid_until, 'corridors', c.corridors, 'sectors', c.sectors, 'offices', c.offices,
            'statuses', (select jsonb_agg(s.position order by s.position) from certificate_status s where s.certificate_id = c.id))
          from certificate c where c.id = m.certificate_id),
        'request', (select jsonb_build_object('corridors', r.corridors, 'sectors', r.sectors, 'offices', r.offices, 'grounds', r.grounds)
          from certificate_scope_request r where r.id = m.request_id),
        'application', (select jsonb_build_object('id', a.id, 'reference', a.reference, 'corridors', a.corridors, 'sectors', a.sectors,
          'offices', a.offices, 'auditBody', a.audit_body_id, 'frozenAt', a.package_frozen_at) from application a where a.id = m.application_id),
        'copies', (select jsonb_agg(jsonb_build_object('version', c.version, 'sha256', encode(sha256(convert_to(c.copy::text, 'UTF8')), 'hex'))
          order by c.version) from application_copy c where c.application_id = m.application_id),
        'audits', (select jsonb_agg(to_jsonb(a) || jsonb_build_object('team', (select jsonb_agg(jsonb_build_array(t.account_id, t.role)
            order by t.account_id) from audit_team_member t where t.audit_id = a.id)) order by a.id)
          from audit a where num_nonnulls(a.reviewed_at, a.readiness) > 0 and is_of_matter(m, a)),
        'reports', (select jsonb_agg(jsonb_build_object('audit', r.audit_id, 'version', r.version,
            'sha256', encode(sha256(convert_to(r.content::text, 'UTF8')), 'hex')) order by r.audit_id, r.version)
          from audit_report r join audit a on a.id = r.audit_id where is_of_matter(m, a)),
        'findings', (select jsonb_agg(to_jsonb(f) || jsonb_build_object(
            'plans', (select jsonb_agg(to_jsonb(p) order by p.round) from corrective_action_plan p where p.finding_id = f.id),
            'proofs', (select jsonb_agg(to_jsonb(e) order by e.round) from finding_evidence e where e.finding_id = f.id)) order by f.id)
          from finding f join audit a on a.id = f.audit_id where f.application_id = m.application_id and f.state <> 'withdrawn'
            and (is_of_matter(m, a) or m.kind = 'initial' or is_open_point(f.grade, f.state))),
        'remedies', (select jsonb_agg(jsonb_build_object('finding', r.finding_id, 'completedAt', r.completed_at,
            'entries', (select max(e.position) from remedy_entry e where e.remedy_id = r.id),
            'confirmations', (select max(k.position) from remedy_confirmation k where k.remedy_id = r.id)) order by r.finding_id)
          from remedy r join finding f on f.id = r.finding_id where f.application_id = m.application_id),
        'licences', (select jsonb_agg(to_jsonb(l) order by l.id) from licence l where l.organisation_id = m.organisation_id),
        'decisions', (select jsonb_agg(d.id order by d.decided_at, d.id) from certification_decision d where d.organisation_id = m.organisation_id)
      ))::text from decision_matter m where m.id = matter
    $$;
  `.execute(db);

/** What was granted is done in the same transaction, and done by nobody else. */
const outcomes = (db: Kysely<unknown>) =>
  sql`
    create function require_standing_certificate() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from decision_matter m join certificate c on c.id = m.certificate_id
          where m.id = new.matter_id and c.status in ('withdrawn', 'superseded', 'transferred')) then
        raise exception 'nothing is decided of a certificate that is final' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certification_decision_of_standing before insert on certification_decision for each row
      when (new.kind <> 'initial') execute function require_standing_certificate();

    create function require_outcome_done() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from decision_matter m where m.id = new.matter_id and case m.kind
          when 'lift' then exists (select 1 from certificate_status s where s.certificate_id = m.certificate_id
            and s.action = 'reinstated' and s.decided_by = new.decided_by and s.decided_at = new.decided_at)
          when 'scope_extension' then exists (select 1 from certificate_version v where v.certificate_id = m.certificate_id
            and v.request_id = m.request_id and v.decided_by = new.decided_by and v.from_at = new.decided_at)
          else exists (select 1 from certificate c where c.decision_id = new.id and c.kind = m.kind
            and c.previous_id = m.certificate_id) end) then
        raise exception 'what the panel granted is done with its decision' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certification_decision_done after insert on certification_decision
      deferrable initially deferred for each row when (new.kind <> 'initial' and new.outcome = 'granted')
      execute function require_outcome_done();

    create function require_decision_of_kind() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certification_decision where id = new.decision_id and kind = new.kind) then
        raise exception 'certificate %: the panel decided something else', new.number using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_kind_was_decided after insert on certificate deferrable initially deferred
      for each row when (new.kind <> 'transfer') execute function require_decision_of_kind();

    -- A suspension for what was done to workers, or found in an audit, is lifted by the panel; an officer lifts what papers end.
    create function require_lift_review() returns trigger language plpgsql as $$
    declare reason text;
    begin
      select reason_class into reason from certificate_status
        where certificate_id = new.certificate_id and position < new.position order by position desc limit 1;
      if not exists (select 1 from certification_decision d join decision_matter m on m.id = d.matter_id
          where m.certificate_id = new.certificate_id and d.kind = 'lift' and d.outcome = 'granted'
            and d.decided_by = new.decided_by and d.decided_at = new.decided_at)
        and not (reason in ('licence_lost', 'levy_unpaid', 'claims_misused', 'own_request')
          and exists (select 1 from membership where account_id = new.decided_by and role = 'officer')) then
        raise exception 'a suspension for this reason is lifted by the panel' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_status_lift_reviewed after insert on certificate_status
      deferrable initially deferred for each row when (new.action = 'reinstated') execute function require_lift_review();
  `.execute(db);
