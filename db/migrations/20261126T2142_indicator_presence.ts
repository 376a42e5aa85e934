import { sql, type Kysely } from 'kysely';

/** Which indicator each of the team has open: one row a person and audit, over which the next page is written. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table indicator_presence (
      audit_id uuid not null references audit (id),
      account_id uuid not null references account (id),
      indicator_code text not null,
      seen_at timestamptz not null,
      primary key (audit_id, account_id)
    );
  `.execute(db);
}
