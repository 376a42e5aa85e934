import { sql, type Kysely } from 'kysely';

/** Where and when the media wrote, or workers could not be reached: an audit is ordered on what somebody can look up. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit_programme_entry
      add column cause_source text check (length(btrim(cause_source)) >= 3),
      add column cause_on date;
    alter table audit_programme_entry add constraint audit_programme_entry_cause check (
      case when trigger in ('media_report', 'failed_call_backs')
        then num_nonnulls(cause_source, cause_on) = 2 and cause_on <= (ordered_at at time zone 'UTC')::date
        else num_nonnulls(cause_source, cause_on) = 0 end) not valid;
    -- Ordered before anybody was asked: the grounds alone say it, on the day of the order at the latest.
    alter table audit_programme_entry disable trigger user;
    update audit_programme_entry set cause_source = 'Said in the grounds alone', cause_on = (ordered_at at time zone 'UTC')::date
      where trigger in ('media_report', 'failed_call_backs');
    alter table audit_programme_entry enable trigger user;
    alter table audit_programme_entry validate constraint audit_programme_entry_cause;
    create trigger audit_programme_entry_cause_stands after update on audit_programme_entry for each row
      execute function refuse_rewriting('cause_source', 'cause_on');
  `.execute(db);
}
