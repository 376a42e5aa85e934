import { sql, type Kysely } from 'kysely';

/** What the nightly clocks look for among everything that was ever audited, and nothing else. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create index finding_turn on finding (due_on, id)
      where state in ('issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected') and grade <> 'observation';
    create index audit_corrections on audit (id) where state = 'caps_open';
    create index audit_fact_check on audit (fact_check_due_on) where state = 'fact_check';
    create index audit_programme_entry_untold on audit_programme_entry (due_on, id)
      where dropped_at is null and audit_id is null and told_at is null;
  `.execute(db);
}
