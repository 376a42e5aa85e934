import { sql, type Kysely } from 'kysely';

/** Files that show a correction are documents like all others: which one, and its hash, stand with the evidence. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table document drop constraint document_subject_kind_check,
      add constraint document_subject_kind_check check (subject_kind in ('application', 'licence', 'partner', 'audit', 'finding'));
    alter table document_version add constraint document_version_content unique (document_id, version, sha256);
    alter table finding_evidence add column document_id uuid, add column document_version integer;
  `.execute(db);
}
