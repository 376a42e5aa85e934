import { sql, type Kysely } from 'kysely';

/** A calendar asks for the days of a span, and a recruiter for its own audits; neither reads all there ever were. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create index audit_days on audit (starts_on, ends_on) where starts_on is not null;
    create index audit_organisation on audit (organisation_id);
  `.execute(db);
}
