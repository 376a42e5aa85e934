import { sql, type Kysely } from 'kysely';

/** Which documents show what a recruiter says of itself; they stand with the attempt. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table self_assessment_evidence (
      self_assessment_id uuid not null,
      scheme_version_id text not null,
      indicator_code text not null,
      document_id uuid not null references document (id),
      attached_at timestamptz not null,
      attached_by uuid not null references account (id),
      primary key (self_assessment_id, indicator_code, document_id),
      foreign key (self_assessment_id, scheme_version_id) references self_assessment (id, scheme_version_id),
      foreign key (scheme_version_id, indicator_code) references indicator (scheme_version_id, code)
    );
    create index self_assessment_evidence_document on self_assessment_evidence (document_id);

    create function require_own_document() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from document d join self_assessment a on a.organisation_id = d.organisation_id
        where d.id = new.document_id and a.id = new.self_assessment_id) then
        raise exception 'a self-assessment rests on documents of its own organisation'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger self_assessment_evidence_own before insert or update on self_assessment_evidence
      for each row execute function require_own_document();
    create trigger self_assessment_evidence_open before insert or update or delete on self_assessment_evidence
      for each row execute function refuse_scoring_completed();
    create trigger self_assessment_evidence_no_truncate before truncate on self_assessment_evidence
      execute function refuse_change();
  `.execute(db);
}
