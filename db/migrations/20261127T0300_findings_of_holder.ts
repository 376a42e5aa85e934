import { sql, type Kysely } from 'kysely';

/**
 * What is open of a recruiter lies before the panel whatever application it was found under: nobody sheds a finding by
 * applying again. And what becomes of a finding waits for a decision under way, which waits for it.
 */
export async function up(db: Kysely<unknown>) {
  await packages(db);
  await votes(db);
  await decisions(db);
  await races(db);
}

const packages = (db: Kysely<unknown>) =>
  sql`
    create index finding_open_of_organisation on finding (organisation_id) where state not in ('closed', 'withdrawn');
    -- Whose findings lie before the panel settled or not; of others of the recruiter what is open.
    create function is_of_package(m decision_matter, a audit) returns boolean language sql stable as $$
      select a.application_id = m.application_id and (m.kind = 'initial' or is_of_matter(m, a))
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

const votes = (db: Kysely<unknown>) =>
  sql`
    create function require_word_on_findings() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from decision_matter m join finding f on f.organisation_id = m.organisation_id
          where m.id = new.matter_id and is_open_point(f.grade, f.state)
            and not exists (select 1 from jsonb_array_elements(new.points) p
              where p ->> 'findingId' = f.id::text and length(btrim(p ->> 'reasons')) >= 10)) then
        raise exception 'a vote gives reasons for each open finding' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_vote_on_all_findings before insert on decision_vote
      for each row execute function require_word_on_findings();
  `.execute(db);

const decisions = (db: Kysely<unknown>) =>
  sql`
    create function refuse_grant_with_grave_findings() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from decision_matter m join finding f on f.organisation_id = m.organisation_id
          where m.id = new.matter_id and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state)) then
        raise exception 'nothing is granted while a grave finding of the recruiter is open'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certification_decision_of_clean_recruiter before insert on certification_decision
      for each row when (new.outcome = 'granted') execute function refuse_grant_with_grave_findings();
  `.execute(db);

/** Whoever decides holds the application; a share of it is enough for findings, which do not wait for each other. */
const races = (db: Kysely<unknown>) =>
  sql`
    create function wait_for_decision() returns trigger language plpgsql as $$
    begin
      perform 1 from application a where a.id = new.application_id
        or a.id in (select m.application_id from decision_matter m where m.organisation_id = new.organisation_id and m.state = 'open')
        order by a.id for share;
      return new;
    end $$;
    create trigger finding_waits_for_decision before insert on finding for each row execute function wait_for_decision();
    create trigger finding_change_waits_for_decision before update of grade, state on finding for each row
      when ((old.grade, old.state) is distinct from (new.grade, new.state)) execute function wait_for_decision();
  `.execute(db);
