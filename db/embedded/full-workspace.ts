import { sql, type Kysely } from 'kysely';

import type { DB } from '../schema.ts';

/** An answer to every indicator of an audit that is in fieldwork, and so many photos over all of them: rows at once. */
export async function fillWorkspace(db: Kysely<DB>, auditId: string, photos: number) {
  await db.transaction().execute(async (trx) => {
    await sql`insert into indicator_assessment (audit_id, scheme_version_id, indicator_code, conformity, note, evidence, assessed_at, assessed_by)
      select a.id, i.scheme_version_id, i.code, 'conforms', repeat('What was seen on the day. ', 20), 'Records of a year', now(), m.account_id
      from audit a join indicator i on i.scheme_version_id = a.scheme_version_id
      join audit_team_member m on m.audit_id = a.id and m.role = 'lead_auditor'
      where a.id = ${auditId}
        and not exists (select 1 from indicator_assessment seen where seen.audit_id = a.id and seen.indicator_code = i.code)`.execute(
      trx,
    );
    await sql`insert into document (organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      select a.audit_body_id, 'other', 'Photo ' || n, 'audit', a.id, now(), m.account_id
      from audit a join audit_team_member m on m.audit_id = a.id and m.role = 'lead_auditor',
        generate_series(1, ${sql.lit(photos)}) n
      where a.id = ${auditId}`.execute(trx);
    await sql`insert into document_version (document_id, version, filename, media_type, bytes, sha256, storage_key, evidence_on, uploaded_at, uploaded_by, scan)
      select id, 1, 'gate.jpg', 'image/jpeg', 3000000, repeat('a', 64), id::text, (added_at at time zone 'UTC')::date, added_at, added_by, 'unscanned'
      from document where subject_id = ${auditId}`.execute(trx);
    await sql`insert into assessment_evidence (audit_id, scheme_version_id, indicator_code, document_id, attached_at, attached_by)
      select a.id, i.scheme_version_id, i.code, d.id, now(), d.added_by from audit a
      join (select id, added_by, subject_id, row_number() over () as n from document) d on d.subject_id = a.id
      join (select scheme_version_id, code, row_number() over (partition by scheme_version_id order by position) as n,
        count(*) over (partition by scheme_version_id) as many from indicator) i
        on i.scheme_version_id = a.scheme_version_id and i.n = 1 + d.n % i.many
      where a.id = ${auditId}`.execute(trx);
  });
  await sql`analyze`.execute(db);
}
