import { sql, type Kysely } from 'kysely';

/**
 * Whoever voted for or against what an appeal overturned does not vote on it again, nor does whoever decided the appeal;
 * and whatever barred from any of the votes that led to what is appealed bars from the appeal. The package says why a
 * matter is back.
 */
export async function up(db: Kysely<unknown>) {
  await votes(db);
  await appeals(db);
  await packages(db);
}

const votes = (db: Kysely<unknown>) =>
  sql`
    -- Decisions that refused what this matter takes up again, and that an appeal overturned. A later suspension is
    -- another one: what was lifted in between is over.
    create function overturned(m decision_matter) returns setof certification_decision language sql stable as $$
      select d.* from certification_decision d join decision_matter o on o.id = d.matter_id
      where d.application_id = m.application_id and d.outcome = 'refused' and o.id <> m.id
        and (m.closed_at is null or d.decided_at < m.closed_at)
        and case when m.kind = 'initial' then o.kind = 'initial' and d.round <= (select count(*) from application_appeal p
            where p.application_id = m.application_id and p.against = 'refused' and p.outcome = 'upheld')
          else o.certificate_id = m.certificate_id and o.request_id is not distinct from m.request_id
            and (o.kind = m.kind or o.kind = 'recertification' and m.kind = 'restoration')
            and exists (select 1 from certificate_appeal p where p.decision_id = d.id and p.outcome = 'upheld')
            and not exists (select 1 from certificate_status s where m.kind = 'lift' and s.certificate_id = m.certificate_id
              and s.action = 'reinstated' and s.decided_at >= d.decided_at and s.decided_at < m.opened_at) end
    $$;
    create function bar_after_appeal(m decision_matter, person uuid) returns text language sql stable as $$
      select case
        when exists (select 1 from overturned(m) d left join decision_vote v on v.matter_id = d.matter_id
          where person in (d.decided_by, v.account_id)) then 'refused_by_you'
        when exists (select 1 from overturned(m) d join certificate_appeal p on p.decision_id = d.id where p.decided_by = person)
          or exists (select 1 from overturned(m) d join application_appeal p on p.application_id = d.application_id
            where d.kind = 'initial' and p.against = 'refused' and p.outcome = 'upheld' and p.decided_by = person) then 'appeal_decided_by_you'
      end
    $$;
    create or replace function bar_to_vote(matter uuid, person uuid, moment timestamptz) returns text language sql stable as $$
      select case
        when exists (select 1 from audit a left join audit_team_member t on t.audit_id = a.id
          where a.application_id = m.application_id and person in (t.account_id, a.scheduled_by, a.reported_by))
          or exists (select 1 from audit a join audit_team_departure d on d.audit_id = a.id
            where a.application_id = m.application_id and d.account_id = person and a.started_at is not null) then 'audited_by_you'
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
        else bar_after_appeal(m, person)
      end from decision_matter m where m.id = matter
    $$;
  `.execute(db);

/** Every matter of the application that was before the panel when what is appealed against was decided. */
const appeals = (db: Kysely<unknown>) =>
  sql`
    create or replace function bar_to_appeal(appeal uuid, person uuid, moment timestamptz) returns text language sql stable as $$
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
          (select led.bar from (select bar_to_vote(m.id, person, moment) as bar, m.opened_at, m.id from decision_matter m
            where m.application_id = c.application_id and m.state <> 'dropped' and m.opened_at <= p.against_at) led
            where led.bar is not null order by led.opened_at, led.id limit 1),
          case when has_tie(person, c.organisation_id, (moment at time zone 'UTC')::date) then 'tied' end)
      end from certificate_appeal p join certificate c on c.id = p.certificate_id where p.id = appeal
    $$;
  `.execute(db);

const packages = (db: Kysely<unknown>) =>
  sql`
    create function appeal_of_package(m decision_matter) returns jsonb language sql stable as $$
      select jsonb_build_object('id', p.id, 'grounds', p.grounds, 'reasons', p.reasons, 'decidedAt', p.decided_at)
        from certificate_appeal p where p.id = m.appeal_id
      union all
      select jsonb_build_object('id', p.id, 'grounds', p.grounds, 'reasons', p.reasons, 'decidedAt', p.decided_at)
        from application_appeal p where p.id = m.application_appeal_id
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
