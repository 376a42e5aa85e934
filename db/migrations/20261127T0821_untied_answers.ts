import { sql, type Kysely } from 'kysely';

/** Nobody tied to the recruiter answers what an audit waits for: an objection, what follows from its end, a report sent back. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_impartial_answer() returns trigger language plpgsql as $$
    declare client uuid;
    begin
      if not exists (
        select 1 from audit_objection o join audit a on a.id = o.audit_id
        join membership m on m.account_id = new.answered_by
          and (m.role = 'officer' or m.role = 'reviewer' and m.organisation_id = a.audit_body_id)
        where o.id = new.objection_id
          and not exists (select 1 from audit_team_member t where t.audit_id = a.id and t.account_id = new.answered_by)) then
        raise exception 'an objection is answered by the body’s reviewer or the scheme, and by nobody on the team'
          using errcode = 'integrity_constraint_violation';
      end if;
      select a.organisation_id into client from audit_objection o join audit a on a.id = o.audit_id where o.id = new.objection_id;
      -- Whoever declares a tie to this recruiter at once waits here, or we for them.
      perform 1 from organisation where id = client for no key update;
      if has_tie(new.answered_by, client, (new.answered_at at time zone 'UTC')::date) then
        raise exception 'nobody with a tie to the recruiter answers its objection' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    alter table audit add column followed_up_by uuid references account (id), add column returned_at timestamptz,
      add column returned_by uuid references account (id);
    create trigger audit_begins_unanswered after insert on audit for each row
      execute function require_beginning('', '', 'followed_up_by', 'returned_at', 'returned_by');

    create function require_untied_hand() returns trigger language plpgsql as $$
    declare
      closes boolean := old.state in ('aborted', 'refused_by_auditee') and new.state = 'closed';
      returns boolean := old.state = 'tech_review' and new.state = 'report_draft';
    begin
      if not closes and new.followed_up_by is distinct from old.followed_up_by
          or not returns and (new.returned_by, new.returned_at) is distinct from (old.returned_by, old.returned_at) then
        raise exception 'audit %: who answered is written down with the answer', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if closes and (not exists (select 1 from membership where account_id = new.followed_up_by and role = 'officer')
          or has_tie(new.followed_up_by, new.organisation_id, (new.closed_at at time zone 'UTC')::date)) then
        raise exception 'audit %: what follows is for an officer without a tie to the recruiter to say', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if returns and (new.returned_at is null or not exists (select 1 from membership
            where account_id = new.returned_by and organisation_id = new.audit_body_id and role = 'reviewer')
          or exists (select 1 from audit_team_member where audit_id = new.id and account_id = new.returned_by)
          or has_tie(new.returned_by, new.organisation_id, (new.returned_at at time zone 'UTC')::date)) then
        raise exception 'audit %: its report is sent back by a reviewer who is neither on the team nor tied to the recruiter', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_untied_hand after update on audit for each row
      when (old.state <> new.state or (old.followed_up_by, old.returned_by, old.returned_at)
        is distinct from (new.followed_up_by, new.returned_by, new.returned_at))
      execute function require_untied_hand();
  `.execute(db);
}
