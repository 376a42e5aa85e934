import { sql, type Kysely } from 'kysely';

/**
 * What becomes of an application whose audit was refused or broken off is a decision on certification (domain 2.8 b;
 * ISO/IEC 17065, 7.6): no officer closes such an audit, unless the application was taken back or lapsed.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_untied_hand() returns trigger language plpgsql as $$
    declare
      closes boolean := old.state in ('aborted', 'refused_by_auditee') and new.state = 'closed';
      returns boolean := old.state = 'tech_review' and new.state = 'report_draft';
      put decision_matter;
    begin
      if closes then
        select * into put from decision_matter m where m.audit_id = new.id and m.kind = 'abandoned_audit' and m.state <> 'dropped'
          order by m.opened_at desc limit 1;
        if put.state = 'open' then
          raise exception 'audit %: the panel says what follows from it', new.reference using errcode = 'integrity_constraint_violation';
        end if;
        -- The panel said it, and nobody else.
        if put.state = 'decided' and new.followed_up_by is null then
          return null;
        end if;
      end if;
      if not closes and new.followed_up_by is distinct from old.followed_up_by
          or not returns and (new.returned_by, new.returned_at) is distinct from (old.returned_by, old.returned_at) then
        raise exception 'audit %: who answered is written down with the answer', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if closes and (not exists (select 1 from membership where account_id = new.followed_up_by and role = 'officer')
          or has_tie(new.followed_up_by, new.organisation_id, (new.closed_at at time zone 'UTC')::date)) then
        raise exception 'audit %: what follows is for an officer without a tie to the recruiter to say', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if closes and new.certificate_id is null
          and not exists (select 1 from application where id = new.application_id and state in ('withdrawn', 'lapsed')) then
        raise exception 'audit %: what becomes of its application the panel says, and no officer', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if returns and (new.returned_at is null or not exists (select 1 from membership
            where account_id = new.returned_by and organisation_id = new.audit_body_id and role = 'reviewer')
          or exists (select 1 from audit_team_member where audit_id = new.id and account_id = new.returned_by)
          or exists (select 1 from audit_team_departure where audit_id = new.id and account_id = new.returned_by)
          or has_tie(new.returned_by, new.organisation_id, (new.returned_at at time zone 'UTC')::date)) then
        raise exception 'audit %: its report is sent back by a reviewer who is neither on the team nor tied to the recruiter', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
}
