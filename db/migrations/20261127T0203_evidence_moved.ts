import { sql, type Kysely } from 'kysely';

/** What was sent as evidence so far becomes a document of its recruiter; nobody had looked at it for viruses. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table finding_evidence disable trigger finding_evidence_stands;
    update finding_evidence set document_id = gen_random_uuid(), document_version = 1 where storage_key is not null;
    alter table finding_evidence enable trigger finding_evidence_stands;
    insert into document (id, organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      select e.document_id, f.organisation_id, 'other', 'Evidence of correction, finding ' || a.reference || '/' || f.number,
        'finding', f.id, e.submitted_at, e.submitted_by
      from finding_evidence e join finding f on f.id = e.finding_id join audit a on a.id = f.audit_id
      where e.document_id is not null;
    insert into document_version (document_id, version, filename, media_type, bytes, sha256, storage_key, evidence_on,
        uploaded_at, uploaded_by, scan)
      select document_id, 1, filename, media_type, bytes, sha256, storage_key, (submitted_at at time zone 'UTC')::date,
        submitted_at, submitted_by, 'unscanned'
      from finding_evidence where document_id is not null;
  `.execute(db);
}
