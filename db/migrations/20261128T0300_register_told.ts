import { sql, type Kysely } from 'kysely';

/** Every table the public record is read from; of those that change in daily work, the columns it reads. */
const read = {
  organisation: ['name', 'name_local', 'country'],
  registration: [],
  registration_licence: [],
  application: ['state', 'concluded_at', 'accepted_at'],
  certificate: [],
  certificate_status: [],
  certificate_version: [],
  certificate_appeal: ['outcome'],
  certification_decision: [],
  claim_use: ['state'],
  audit: ['reviewed_at', 'fieldwork_done_at'],
  audit_report: ['finalised_at', 'public_summary'],
  audit_programme_entry: [],
  scheme_version: [],
} as const satisfies Record<string, readonly string[]>;

/**
 * Whoever keeps answers of the register hears in the moment of the commit that something it says has changed, and forgets them.
 * One word for everything: a night of changes is one message a transaction, and nobody forgets too little.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function tell_register_changed() returns trigger language plpgsql as $$
    begin
      perform pg_notify('register_changed', '');
      return null;
    end $$;
  `.execute(db);
  for (const [table, columns] of Object.entries(read)) {
    const changed = columns.length > 0 ? ` of ${columns.join(', ')}` : '';
    await sql
      .raw(
        `create trigger ${table}_register_told after insert or delete or update${changed} on ${table}
           for each statement execute function tell_register_changed();
         create trigger ${table}_register_told_emptied after truncate on ${table}
           for each statement execute function tell_register_changed();`,
      )
      .execute(db);
  }
}
