import { sql, type Kysely } from 'kysely';

/** Why an audit was cancelled: its body's own words, or what took it away. The row says so, and says the truth. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit
      add column cancel_cause text check (cancel_cause in ('body', 'conflict', 'application_ended', 'certificate_ended')),
      add column cancel_note text check (length(btrim(cancel_note)) >= 10);
    alter table audit add constraint audit_cancelled_with_reason check ((case
      when cancelled_at is null then num_nonnulls(cancel_cause, cancel_note) = 0
      else cancel_cause is not null and (cancel_cause = 'body') = (cancel_note is not null) end) is true) not valid;

    create function require_cancel_cause() returns trigger language plpgsql as $$
    begin
      if (case new.cancel_cause
        when 'body' then true
        when 'conflict' then exists (select 1 from conflict_declaration where audit_id = new.id and conflicted)
        when 'application_ended' then exists (
          select 1 from application where id = new.application_id and state in ('withdrawn', 'lapsed'))
        when 'certificate_ended' then exists (
          select 1 from certificate where id = new.certificate_id and (status in ('withdrawn', 'superseded')
            or valid_until < (new.cancelled_at at time zone 'UTC')::date))
        else false end) is not true then
        raise exception 'audit %: it was not cancelled for that', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_cancelled_for_cause after update on audit for each row
      when (old.state <> new.state and new.state = 'cancelled') execute function require_cancel_cause();
  `.execute(db);
}
