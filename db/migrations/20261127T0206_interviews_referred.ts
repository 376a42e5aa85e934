import { sql, type Kysely } from 'kysely';

/** What findings and assessments of before name. */
export async function up(db: Kysely<unknown>) {
  await sql`
    insert into interview_reference (audit_id, interview_id, finding_id)
      select f.audit_id, named, f.id from finding f, interviews_named(f.audit_id, f.statement || ' ' || f.evidence) as named;
    insert into interview_reference (audit_id, interview_id, indicator_code)
      select a.audit_id, named, a.indicator_code
      from indicator_assessment a, interviews_named(a.audit_id, a.note || ' ' || a.evidence) as named;
  `.execute(db);
}
