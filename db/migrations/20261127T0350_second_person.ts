import { sql, type Kysely } from 'kysely';

/** The second person of a grave finding is independent of it (domain 2.8 c), and harm is never called an observation. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function require_independent_closer() returns trigger language plpgsql as $$
    declare client uuid; body uuid;
    begin
      select a.organisation_id, a.audit_body_id into client, body from audit a where a.id = new.audit_id;
      if new.grade in ('critical', 'major') and (new.closed_by = new.raised_by
        or not exists (select 1 from membership where organisation_id = body and account_id = new.closed_by and role = 'reviewer')
        or exists (select 1 from audit_team_member where audit_id = new.audit_id and account_id = new.closed_by)
        or exists (select 1 from audit_team_departure where audit_id = new.audit_id and account_id = new.closed_by)
        or has_tie(new.closed_by, client, (new.closed_at at time zone 'UTC')::date)) then
        raise exception 'a grave finding is closed by a reviewer of the audit body who was not at the audit and has no tie'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_closed_independently after update on finding for each row
      when (new.closed_by is not null and old.closed_by is null) execute function require_independent_closer();

    create function refuse_tied_answer() returns trigger language plpgsql as $$
    begin
      if has_tie(new.answered_by, (select organisation_id from finding where id = new.finding_id), (new.answered_at at time zone 'UTC')::date) then
        raise exception 'what becomes of a finding is answered by somebody without a tie to the recruiter'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_regrade_untied after update on finding_regrade for each row
      when (new.answered_by is not null and old.answered_by is null) execute function refuse_tied_answer();
    create trigger finding_dispute_untied after update on finding_dispute for each row
      when (new.answered_by is not null and old.answered_by is null) execute function refuse_tied_answer();

    alter table finding add constraint finding_harm_is_graded check (harm is null or grade <> 'observation');
  `.execute(db);
}
