import { sql, type Kysely } from 'kysely';

/**
 * A transfer is reviewed at the desk and an auditor is watched within another audit: both have records of their own, and
 * neither is an audit of a recruiter. Nobody could ever order one, so no row says so.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit
      drop constraint audit_type_check,
      add constraint audit_type_check check (type in ('stage1', 'stage2', 'surveillance', 'recertification', 'special',
        'follow_up', 'scope_extension')),
      drop constraint audit_of_certificate,
      add constraint audit_of_certificate check ((certificate_id is null) = (type in ('stage1', 'stage2')));
  `.execute(db);
}
