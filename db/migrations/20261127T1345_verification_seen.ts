import { sql, type Kysely } from 'kysely';

/**
 * Whoever verifies a correction says what was seen and when: at the desk in which documents, on site where, by workers how
 * many of how many. The second person who closes says what they relied on. Both stand (domain 2.8 c).
 */
export async function up(db: Kysely<unknown>) {
  await kept(db);
  await grounds(db);
  await closing(db);
  await packages(db);
}

const kept = (db: Kysely<unknown>) =>
  sql`
    create table finding_verification (
      finding_id uuid primary key references finding (id),
      round integer not null,
      method text not null,
      seen text not null check (length(btrim(seen)) >= 20),
      seen_on date not null,
      place text,
      confirmed integer,
      affected integer,
      verified_at timestamptz not null,
      verified_by uuid not null references account (id),
      foreign key (finding_id, round) references finding_evidence (finding_id, round),
      constraint finding_verification_shape check (case method
        when 'desk' then num_nonnulls(place, confirmed, affected) = 0
        when 'on_site' then coalesce(length(btrim(place)) >= 3, false) and num_nonnulls(confirmed, affected) = 0
        when 'worker_confirmed' then place is null and coalesce(confirmed between 1 and affected, false)
        else false end)
    );
    create index finding_verification_verified_by on finding_verification (verified_by);
    create trigger finding_verification_append_only before update or delete on finding_verification
      for each row execute function refuse_change();
    create trigger finding_verification_no_truncate before truncate on finding_verification execute function refuse_change();

    -- Which of the documents that came as evidence were looked at.
    create table finding_verification_document (
      finding_id uuid not null references finding_verification (finding_id),
      document_id uuid not null references document (id),
      primary key (finding_id, document_id)
    );
    create index finding_verification_document_document on finding_verification_document (document_id);
    create trigger finding_verification_document_append_only before update or delete on finding_verification_document
      for each row execute function refuse_change();
    create trigger finding_verification_document_no_truncate before truncate on finding_verification_document
      execute function refuse_change();
  `.execute(db);

const grounds = (db: Kysely<unknown>) =>
  sql`
    create function require_ground_for_verification() returns trigger language plpgsql as $$
    declare
      verified finding;
      sent date;
      counted integer;
    begin
      select * into verified from finding where id = new.finding_id for no key update;
      select (e.submitted_at at time zone 'UTC')::date into sent from finding_evidence e
        where e.finding_id = new.finding_id and e.round = new.round
          and not exists (select 1 from finding_evidence l where l.finding_id = e.finding_id and l.round > e.round);
      if verified.state <> 'evidence_submitted' or sent is null then
        raise exception 'finding_verification: it is of the latest evidence, which waits for it' using errcode = 'integrity_constraint_violation';
      end if;
      if not new.seen_on between sent and (new.verified_at at time zone 'UTC')::date then
        raise exception 'finding_verification: it was seen after the evidence came, and before it was written down'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(verified.audit_id, new.verified_by, (new.verified_at at time zone 'UTC')::date) then
        raise exception 'finding_verification: it is verified by the audit team' using errcode = 'integrity_constraint_violation';
      end if;
      select p.affected into counted from remedy r join remedy_people p on p.remedy_id = r.id where r.finding_id = new.finding_id;
      if new.method = 'worker_confirmed' and counted is not null and new.affected <> counted then
        raise exception 'finding_verification: as many workers are affected as its remedy counts' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_verification_ground after insert on finding_verification
      for each row execute function require_ground_for_verification();

    -- At the end of the transaction: at the desk a document was looked at, and the finding is verified by it.
    create function require_shown_verification() returns trigger language plpgsql as $$
    begin
      if new.method = 'desk' and not exists (select 1 from finding_verification_document where finding_id = new.finding_id) then
        raise exception 'finding_verification: at the desk a document is looked at' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from finding f where f.id = new.finding_id
        and (f.verification_method, f.verified_at, f.verified_by) is not distinct from (new.method, new.verified_at, new.verified_by)) then
        raise exception 'finding_verification: its finding is verified by it' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger finding_verification_is_shown after insert on finding_verification
      deferrable initially deferred for each row execute function require_shown_verification();

    create function require_document_of_evidence() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding_evidence where finding_id = new.finding_id and document_id = new.document_id)
        or not exists (select 1 from finding where id = new.finding_id and state = 'evidence_submitted') then
        raise exception 'finding_verification: what is looked at came as evidence of that finding' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_verification_document_of_evidence after insert on finding_verification_document
      for each row execute function require_document_of_evidence();

    -- And no evidence is verified without it.
    create function require_words_of_verification() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding_verification v where v.finding_id = new.id
        and (v.method, v.verified_at, v.verified_by) is not distinct from (new.verification_method, new.verified_at, new.verified_by)) then
        raise exception 'finding: its verification says what was seen, and when' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_verified_in_words after update on finding for each row
      when (old.state = 'evidence_submitted' and new.state in ('verified', 'closed')) execute function require_words_of_verification();
  `.execute(db);

const closing = (db: Kysely<unknown>) =>
  sql`
    alter table finding add column closing_words text,
      add constraint finding_closing_words_whole
        check (closing_words is null or closed_at is not null and length(btrim(closing_words)) >= 20);
    create function require_words_of_closing() returns trigger language plpgsql as $$
    begin
      if new.closing_words is null then
        raise exception 'finding: whoever closes it says what they relied on' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_with_words_of_closing after update on finding for each row
      when (old.state = 'verified' and new.state = 'closed') execute function require_words_of_closing();
  `.execute(db);

/** What the panel reads of a finding beside its row: in one place, so that a package grows with it. */
const packages = (db: Kysely<unknown>) =>
  sql`
    create function finding_in_package(f finding) returns jsonb language sql stable set timezone = 'UTC' as $$
      select to_jsonb(f) || jsonb_build_object(
        'plans', (select jsonb_agg(to_jsonb(p) order by p.round) from corrective_action_plan p where p.finding_id = f.id),
        'proofs', (select jsonb_agg(to_jsonb(e) order by e.round) from finding_evidence e where e.finding_id = f.id),
        'verification', (select to_jsonb(v) || jsonb_build_object('documents', (select jsonb_agg(d.document_id order by d.document_id)
            from finding_verification_document d where d.finding_id = f.id)) from finding_verification v where v.finding_id = f.id))
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
        'findings', (select jsonb_agg(finding_in_package(f) order by f.id)
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
