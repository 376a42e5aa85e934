import { sql, type Kysely } from 'kysely';

/** Matters before the decision panel, its meetings, and what lies before whoever votes (domain 2.6). */
export async function up(db: Kysely<unknown>) {
  await matters(db);
  await packages(db);
}

const matters = (db: Kysely<unknown>) =>
  sql`
    create table decision_meeting (
      id uuid primary key default gen_random_uuid(),
      form text not null check (form in ('meeting', 'circulation')),
      closes_at timestamptz not null,
      called_at timestamptz not null,
      called_by uuid not null references account (id),
      closed_at timestamptz,
      closed_by uuid references account (id),
      constraint decision_meeting_time check (closes_at > called_at),
      constraint decision_meeting_shape check (num_nonnulls(closed_at, closed_by) in (0, 2))
    );
    create trigger decision_meeting_identity after update on decision_meeting for each row
      execute function refuse_rewriting('id', 'form', 'closes_at', 'called_at', 'called_by');
    create trigger decision_meeting_final after update on decision_meeting for each row when (old.closed_at is not null)
      execute function refuse_rewriting();
    create trigger decision_meeting_kept before delete on decision_meeting for each row execute function refuse_change();

    create table decision_matter (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('initial', 'recertification', 'scope_extension', 'restoration', 'lift')),
      application_id uuid not null references application (id),
      certificate_id uuid references certificate (id),
      audit_id uuid references audit (id),
      organisation_id uuid not null references organisation (id),
      about text not null default '',
      quorum integer not null check (quorum >= 1),
      opened_at timestamptz not null,
      due_on date not null,
      meeting_id uuid references decision_meeting (id),
      state text not null default 'open' check (state in ('open', 'decided', 'dropped')),
      closed_at timestamptz,
      unique (id, kind),
      constraint decision_matter_of_certificate check ((kind = 'initial') = (certificate_id is null)),
      constraint decision_matter_shape check ((state = 'open') = (closed_at is null))
    );
    create unique index decision_matter_one_open on decision_matter (application_id, kind) where state = 'open';
    create index decision_matter_open on decision_matter (due_on, id) where state = 'open';
    create trigger decision_matter_identity after update on decision_matter for each row execute function refuse_rewriting('id',
      'kind', 'application_id', 'certificate_id', 'audit_id', 'organisation_id', 'about', 'quorum', 'opened_at', 'due_on');
    create trigger decision_matter_step after update on decision_matter for each row
      execute function refuse_step('state', 'open>decided', 'open>dropped');
    create trigger decision_matter_final after update on decision_matter for each row when (old.state <> 'open')
      execute function refuse_rewriting();
    create trigger decision_matter_kept before delete on decision_matter for each row execute function refuse_change();
    create trigger decision_matter_no_truncate before truncate on decision_matter execute function refuse_change();

    create function require_own_quorum() returns trigger language plpgsql as $$
    begin
      if new.quorum < (select coalesce((v.terms -> 'panel' ->> 'quorum')::int, 1) from application a
          join scheme_version v on v.id = a.scheme_version_id where a.id = new.application_id) then
        raise exception 'the scheme version says how many votes make a decision' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_matter_quorum before insert on decision_matter for each row execute function require_own_quorum();

    create table decision_declaration (
      id uuid primary key default gen_random_uuid(),
      matter_id uuid not null references decision_matter (id),
      account_id uuid not null references account (id),
      conflicted boolean not null,
      statement text not null check (length(btrim(statement)) >= 10),
      declared_at timestamptz not null
    );
    create index decision_declaration_matter on decision_declaration (matter_id, account_id);
    create trigger decision_declaration_append_only before update or delete on decision_declaration
      for each row execute function refuse_change();
    create trigger decision_declaration_no_truncate before truncate on decision_declaration execute function refuse_change();
  `.execute(db);

/**
 * The package as one text, the same for whoever asks: its SHA-256 is the reference that is kept with each vote. Times
 * are written in UTC whatever the session's zone, and what is empty is left out, so that a new column changes nothing.
 */
const packages = (db: Kysely<unknown>) =>
  sql`
    create function decision_package_text(matter uuid) returns text language sql stable set timezone = 'UTC' as $$
      select jsonb_strip_nulls(jsonb_build_object(
        'matter', jsonb_build_object('id', m.id, 'kind', m.kind, 'about', m.about, 'certificate', m.certificate_id),
        'application', (select jsonb_build_object('id', a.id, 'reference', a.reference, 'corridors', a.corridors, 'sectors', a.sectors,
          'offices', a.offices, 'auditBody', a.audit_body_id, 'frozenAt', a.package_frozen_at) from application a where a.id = m.application_id),
        'copies', (select jsonb_agg(jsonb_build_object('version', c.version, 'sha256', encode(sha256(convert_to(c.copy::text, 'UTF8')), 'hex'))
          order by c.version) from application_copy c where c.application_id = m.application_id),
        'audits', (select jsonb_agg(to_jsonb(a) || jsonb_build_object('team', (select jsonb_agg(jsonb_build_array(t.account_id, t.role)
            order by t.account_id) from audit_team_member t where t.audit_id = a.id)) order by a.id)
          from audit a where a.application_id = m.application_id and num_nonnulls(a.reviewed_at, a.readiness) > 0
            and (m.kind <> 'initial' or a.certificate_id is null)),
        'findings', (select jsonb_agg(to_jsonb(f) || jsonb_build_object(
            'plans', (select jsonb_agg(to_jsonb(p) order by p.round) from corrective_action_plan p where p.finding_id = f.id),
            'proofs', (select jsonb_agg(to_jsonb(e) order by e.round) from finding_evidence e where e.finding_id = f.id)) order by f.id)
          from finding f where f.application_id = m.application_id and f.state <> 'withdrawn'),
        'licences', (select jsonb_agg(to_jsonb(l) order by l.id) from licence l where l.organisation_id = m.organisation_id),
        'decisions', (select jsonb_agg(d.id order by d.decided_at, d.id) from certification_decision d where d.organisation_id = m.organisation_id)
      ))::text from decision_matter m where m.id = matter
    $$;
    create function decision_package_sha256(matter uuid) returns text language sql stable as $$
      select encode(sha256(convert_to(decision_package_text(matter), 'UTF8')), 'hex')
    $$;

    -- Content by its own hash: what lay before the panel can be read again, and nobody can have altered it.
    create table decision_package (
      sha256 text primary key,
      matter_id uuid not null references decision_matter (id),
      content text not null,
      kept_at timestamptz not null,
      constraint decision_package_is_its_hash check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
    );
    create trigger decision_package_append_only before update or delete on decision_package
      for each row execute function refuse_change();
    create trigger decision_package_no_truncate before truncate on decision_package execute function refuse_change();
  `.execute(db);
