import { sql, type Kysely } from 'kysely';

/**
 * An audit of an application that was refused or broken off comes before the panel (domain 2.8 b): an officer without a tie
 * puts it there, and the panel refuses certification or has the audit planned anew. Nothing is granted on it.
 */
export async function up(db: Kysely<unknown>) {
  await matters(db);
  await votes(db);
  await packages(db);
  await followed(db);
  await applications(db);
}

const matters = (db: Kysely<unknown>) =>
  sql`
    alter table decision_matter
      drop constraint decision_matter_kind_check,
      drop constraint decision_matter_of_certificate,
      drop constraint decision_matter_ground,
      drop constraint decision_matter_appeal,
      add constraint decision_matter_kind_check check (kind in
        ('initial', 'recertification', 'scope_extension', 'restoration', 'lift', 'abandoned_audit')),
      add constraint decision_matter_of_certificate check ((kind in ('initial', 'abandoned_audit')) = (certificate_id is null)),
      add constraint decision_matter_ground check (case kind
        when 'initial' then num_nonnulls(audit_id, asked_by, request_id) = 0
        when 'abandoned_audit' then num_nonnulls(audit_id, asked_by) = 2 and request_id is null
        when 'lift' then num_nonnulls(audit_id, asked_by) = 1 and request_id is null
        when 'scope_extension' then audit_id is not null and asked_by is null and request_id is not null
        else audit_id is not null and num_nonnulls(asked_by, request_id) = 0 end),
      add constraint decision_matter_appeal check (case kind when 'initial' then appeal_id is null
        when 'abandoned_audit' then num_nonnulls(appeal_id, application_appeal_id) = 0 else application_appeal_id is null end);
    create index decision_matter_audit on decision_matter (audit_id) where audit_id is not null;
    drop trigger decision_matter_is_grounded on decision_matter;
    create trigger decision_matter_is_grounded before insert on decision_matter for each row
      when (new.kind not in ('initial', 'abandoned_audit')) execute function require_ground_for_matter();

    create function require_abandoned_audit() returns trigger language plpgsql as $$
    begin
      perform 1 from application where id = new.application_id for share;
      perform 1 from audit where id = new.audit_id for share;
      if not exists (select 1 from audit a join application p on p.id = a.application_id
          where a.id = new.audit_id and p.id = new.application_id and p.state = 'in_audit' and a.certificate_id is null
            and a.state in ('aborted', 'refused_by_auditee')
            and coalesce(a.abort_reason, '') not in ('application_ended', 'certificate_ended')
            and coalesce(a.aborted_at, a.refused_at) <= new.opened_at) then
        raise exception 'the panel is asked about an audit of an application that was refused or broken off'
          using errcode = 'integrity_constraint_violation';
      end if;
      if has_tie(new.asked_by, new.organisation_id, (new.opened_at at time zone 'UTC')::date)
          or not exists (select 1 from membership where account_id = new.asked_by and role = 'officer') then
        raise exception 'an officer without a tie puts it before the panel' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_matter_of_abandoned before insert on decision_matter for each row
      when (new.kind = 'abandoned_audit') execute function require_abandoned_audit();
  `.execute(db);

const votes = (db: Kysely<unknown>) =>
  sql`
    alter table decision_vote
      drop constraint decision_vote_vote_check,
      add constraint decision_vote_vote_check check (vote in ('grant', 'grant_with_conditions', 'return', 'refuse'));
    alter table certification_decision
      drop constraint certification_decision_outcome_check,
      add constraint certification_decision_outcome_check check (outcome in ('granted', 'refused', 'returned')),
      add constraint certification_decision_of_kind check (outcome = 'refused' or (kind = 'abandoned_audit') = (outcome = 'returned'));
    create function require_fitting_vote() returns trigger language plpgsql as $$
    begin
      if new.vote <> 'refuse' and (new.vote = 'return')
          <> exists (select 1 from decision_matter where id = new.matter_id and kind = 'abandoned_audit') then
        raise exception 'on an audit that was not carried out the panel refuses or has it planned anew, and on nothing else'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_vote_fits before insert on decision_vote for each row execute function require_fitting_vote();
    create or replace function require_ground_for_decision() returns trigger language plpgsql as $$
    declare m decision_matter; granting integer; refusing integer;
    begin
      if not exists (select 1 from membership where account_id = new.decided_by and role = 'decider') then
        raise exception 'a decision is made by the decision panel' using errcode = 'integrity_constraint_violation';
      end if;
      select * into m from decision_matter where id = new.matter_id for update;
      if m.state is distinct from 'open' or m.application_id <> new.application_id
        or m.kind = 'initial' and not exists (select 1 from application where id = new.application_id and state = 'decision_pending') then
        raise exception 'application % is not with the panel', new.application_reference using errcode = 'integrity_constraint_violation';
      end if;
      if m.kind = 'abandoned_audit' and not exists (select 1 from application p join audit a on a.application_id = p.id
          where p.id = new.application_id and p.state = 'in_audit' and a.id = m.audit_id and a.state in ('aborted', 'refused_by_auditee')) then
        raise exception 'application % is not in audit, or its audit was followed up', new.application_reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.outcome = 'granted' and exists (
        select 1 from finding f where f.application_id = new.application_id and f.state not in ('closed', 'withdrawn')
          and (f.grade in ('critical', 'major')
            or f.grade = 'minor' and f.state not in ('cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'))) then
        raise exception 'nothing is granted while its findings are open' using errcode = 'integrity_constraint_violation';
      end if;
      select count(*) filter (where vote <> 'refuse'), count(*) filter (where vote = 'refuse') into granting, refusing
        from counted_votes(m.id, new.decided_at);
      if granting + refusing < m.quorum or granting = refusing
        or new.outcome <> (case when refusing > granting then 'refused' when m.kind = 'abandoned_audit' then 'returned' else 'granted' end)
        or new.package_sha256 is distinct from decision_package_sha256(m.id)
        or not exists (select 1 from counted_votes(m.id, new.decided_at) where account_id = new.decided_by) then
        raise exception 'a decision is what the votes of the panel make of it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

const packages = (db: Kysely<unknown>) =>
  sql`
    create or replace function is_of_matter(m decision_matter, a audit) returns boolean language sql stable as $$
      select a.application_id = m.application_id and case when m.kind in ('initial', 'abandoned_audit') then a.certificate_id is null
        else a.certificate_id is not null and coalesce(a.reviewed_at, a.closed_at, a.scheduled_at) > (
          select d.decided_at from certificate c join certification_decision d on d.id = c.decision_id where c.id = m.certificate_id) end
    $$;
    create or replace function decision_package_text(matter uuid) returns text language sql stable set timezone = 'UTC' as $$
      select jsonb_strip_nulls(jsonb_build_object(
        'matter', jsonb_build_object('id', m.id, 'kind', m.kind, 'about', m.about, 'certificate', m.certificate_id, 'request', m.request_id),
        'appeal', appeal_of_package(m),
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
        'audits', (select jsonb_agg(to_jsonb(a) || team_of_package(a.id) order by a.id)
          from audit a where num_nonnulls(a.reviewed_at, a.readiness) > 0 and is_of_matter(m, a)),
        'abandoned', (select to_jsonb(a) || team_of_package(a.id) from audit a where a.id = m.audit_id and m.kind = 'abandoned_audit'),
        'reports', (select jsonb_agg(jsonb_build_object('audit', r.audit_id, 'version', r.version,
            'sha256', encode(sha256(convert_to(r.content::text, 'UTF8')), 'hex')) order by r.audit_id, r.version)
          from audit_report r join audit a on a.id = r.audit_id where is_of_matter(m, a)),
        'findings', (select jsonb_agg(to_jsonb(f) || jsonb_build_object(
            'plans', (select jsonb_agg(to_jsonb(p) order by p.round) from corrective_action_plan p where p.finding_id = f.id),
            'proofs', (select jsonb_agg(to_jsonb(e) order by e.round) from finding_evidence e where e.finding_id = f.id)) order by f.id)
          from finding f join audit a on a.id = f.audit_id where f.organisation_id = m.organisation_id and f.state <> 'withdrawn'
            and (is_of_package(m, a) or is_open_point(f.grade, f.state))),
        'remedies', (select jsonb_agg(jsonb_build_object('finding', r.finding_id, 'completedAt', r.completed_at,
            'entries', (select max(e.position) from remedy_entry e where e.remedy_id = r.id),
            'confirmations', (select max(k.position) from remedy_confirmation k where k.remedy_id = r.id)) order by r.finding_id)
          from remedy r join finding f on f.id = r.finding_id where f.application_id = m.application_id),
        'licences', (select jsonb_agg(to_jsonb(l) order by l.id) from licence l where l.organisation_id = m.organisation_id),
        'decisions', (select jsonb_agg(d.id order by d.decided_at, d.id) from certification_decision d where d.organisation_id = m.organisation_id)
      ))::text from decision_matter m where m.id = matter
    $$;
  `.execute(db);

/** While the panel has it nobody else says what follows; afterwards the house closes it, as the panel decided. */
const followed = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_untied_hand() returns trigger language plpgsql as $$
    declare
      closes boolean := old.state in ('aborted', 'refused_by_auditee') and new.state = 'closed';
      returns boolean := old.state = 'tech_review' and new.state = 'report_draft';
      put decision_matter;
    begin
      if closes then
        select * into put from decision_matter m where m.audit_id = new.id and m.kind = 'abandoned_audit' and m.state <> 'dropped'
          order by m.opened_at desc limit 1;
        if put.state = 'open' then
          raise exception 'audit %: the panel says what follows from it', new.reference using errcode = 'integrity_constraint_violation';
        end if;
        -- The panel said it, and nobody else.
        if put.state = 'decided' and new.followed_up_by is null then
          return null;
        end if;
      end if;
      if not closes and new.followed_up_by is distinct from old.followed_up_by
          or not returns and (new.returned_by, new.returned_at) is distinct from (old.returned_by, old.returned_at) then
        raise exception 'audit %: who answered is written down with the answer', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if closes and (not exists (select 1 from membership where account_id = new.followed_up_by and role = 'officer')
          or has_tie(new.followed_up_by, new.organisation_id, (new.closed_at at time zone 'UTC')::date)) then
        raise exception 'audit %: what follows is for an officer without a tie to the recruiter to say', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if returns and (new.returned_at is null or not exists (select 1 from membership
            where account_id = new.returned_by and organisation_id = new.audit_body_id and role = 'reviewer')
          or exists (select 1 from audit_team_member where audit_id = new.id and account_id = new.returned_by)
          or exists (select 1 from audit_team_departure where audit_id = new.id and account_id = new.returned_by)
          or has_tie(new.returned_by, new.organisation_id, (new.returned_at at time zone 'UTC')::date)) then
        raise exception 'audit %: its report is sent back by a reviewer who is neither on the team nor tied to the recruiter', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

/** Refused in the middle of its audits; an appeal that is upheld has the audit planned anew. */
const applications = (db: Kysely<unknown>) =>
  sql`
    drop trigger application_step on application;
    create trigger application_step after update on application for each row execute function refuse_step('state',
      'draft>submitted', 'draft>discarded', 'draft>withdrawn', 'submitted>awaiting_payment', 'submitted>withdrawn',
      'awaiting_payment>under_review', 'awaiting_payment>lapsed', 'awaiting_payment>withdrawn',
      'under_review>accepted', 'under_review>deferred', 'under_review>rejected', 'under_review>withdrawn',
      'deferred>under_review', 'deferred>deferred_expired', 'deferred>withdrawn',
      'deferred_expired>under_review', 'deferred_expired>lapsed', 'deferred_expired>withdrawn',
      'accepted>engaged', 'accepted>lapsed', 'accepted>withdrawn', 'engaged>in_audit', 'engaged>lapsed', 'engaged>withdrawn',
      'in_audit>decision_pending', 'in_audit>refused', 'in_audit>lapsed', 'in_audit>withdrawn',
      'decision_pending>certified', 'decision_pending>refused', 'decision_pending>withdrawn', 'rejected>appealed',
      'refused>appealed', 'appealed>under_review', 'appealed>in_audit', 'appealed>decision_pending', 'appealed>rejected',
      'appealed>refused', 'appealed>withdrawn');

    -- The decision on its certification that stands, or stood before an appeal.
    create function latest_decision(application uuid, until timestamptz default 'infinity') returns certification_decision
      language sql stable as $$
      select d from certification_decision d where d.application_id = application and d.kind in ('initial', 'abandoned_audit')
        and d.outcome <> 'returned' and d.decided_at <= until order by d.decided_at desc, d.round desc limit 1
    $$;
    create or replace function require_decided_application() returns trigger language plpgsql as $$
    declare latest certification_decision := latest_decision(new.id);
    begin
      if latest.outcome is distinct from (case new.state when 'certified' then 'granted' else 'refused' end)
        or latest.round <> 1 + (select count(*) from application_appeal
          where application_id = new.id and against = 'refused' and outcome = 'upheld')
        or old.state = 'in_audit' and latest.kind <> 'abandoned_audit'
        or new.state = 'certified' and not exists (select 1 from certificate c where c.decision_id = latest.id) then
        raise exception 'application % is concluded by what the panel decided', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create function require_abandoned_refusal() returns trigger language plpgsql as $$
    begin
      if (latest_decision(new.id)).kind is distinct from 'abandoned_audit' then
        raise exception 'application % was not refused over an audit that was not carried out', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger application_back_in_audit after update on application for each row
      when (old.state = 'appealed' and new.state = 'in_audit') execute function require_abandoned_refusal();

    -- The appeal that brought an application back to the panel; one against a refusal over an audit brought it back to its audits.
    create or replace function appeal_before_panel(application uuid) returns uuid language sql stable as $$
      select p.id from application_appeal p where p.application_id = application and p.against = 'refused' and p.outcome = 'upheld'
        and (latest_decision(application, p.against_at)).kind = 'initial'
        order by p.decided_at desc, p.against_at desc, p.id limit 1
    $$;
  `.execute(db);
