import { sql, type Kysely } from 'kysely';

/** More time is refused when this very day was missed and something followed; an earlier day's escalation does not bar it. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_extension() returns trigger language plpgsql as $$
    declare
      given date := (new.extended_at at time zone 'UTC')::date;
      running text := case new.state when 'issued' then 'contain' when 'awaiting_cap' then 'plan' when 'cap_returned' then 'plan'
        when 'cap_accepted' then 'close' when 'evidence_rejected' then 'close' end;
    begin
      if not works_on_audit(new.audit_id, new.extended_by, given) and not exists (select 1 from audit a
        join membership m on m.organisation_id = a.audit_body_id and m.account_id = new.extended_by and m.role = 'reviewer'
        where a.id = new.audit_id and not has_tie(new.extended_by, a.organisation_id, given)) then
        raise exception 'finding: more time is given by its audit team or a reviewer of its body, whom nothing ties to the recruiter'
          using errcode = 'integrity_constraint_violation';
      end if;
      if running is distinct from new.extended_clock or old.state <> new.state
        or exists (select 1 from finding_escalation where finding_id = new.id and due_on = old.due_on) then
        raise exception 'finding: more time is given for what runs, before anything followed' using errcode = 'integrity_constraint_violation';
      end if;
      if (new.due_on > old.due_on and new.due_on >= given and (running = 'close' or new.due_on <= new.close_due_on)
        and new.due_on <= old.due_on + finding_clock(new.scheme_version_id, array['findings', new.grade, running], 0)) is not true then
        raise exception 'finding: more time is later, and no more than its clock' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
}
