import { sql, type Kysely } from 'kysely';

/** What workers are owed is owed by the recruiter: the panel reads it, whichever application the finding belongs to. */
export async function up(db: Kysely<unknown>) {
  await sql`
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
        'findings', (select jsonb_agg(finding_in_package(f) order by f.id)
          from finding f join audit a on a.id = f.audit_id where f.organisation_id = m.organisation_id and f.state <> 'withdrawn'
            and (is_of_package(m, a) or is_open_point(f.grade, f.state))),
        'remedies', (select jsonb_agg(jsonb_build_object('finding', r.finding_id, 'completedAt', r.completed_at,
            'entries', (select max(e.position) from remedy_entry e where e.remedy_id = r.id),
            'confirmations', (select max(k.position) from remedy_confirmation k where k.remedy_id = r.id)) order by r.finding_id)
          from remedy r join finding f on f.id = r.finding_id where f.organisation_id = m.organisation_id),
        'licences', (select jsonb_agg(to_jsonb(l) order by l.id) from licence l where l.organisation_id = m.organisation_id),
        'decisions', (select jsonb_agg(d.id order by d.decided_at, d.id) from certification_decision d where d.organisation_id = m.organisation_id)
      ))::text from decision_matter m where m.id = matter
    $$;
  `.execute(db);
}
