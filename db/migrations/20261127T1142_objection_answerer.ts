import { sql, type Kysely } from 'kysely';

/** Who answers an objection for the body is approved as its reviewer on that day, as whoever closes a finding is. */
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
      if not exists (select 1 from membership where account_id = new.answered_by and role = 'officer')
        and not exists (select 1 from audit_objection o join audit a on a.id = o.audit_id where o.id = new.objection_id
          and auditor_is_approved(new.answered_by, a.audit_body_id, 'reviewer', (new.answered_at at time zone 'UTC')::date)) then
        raise exception 'an objection is answered by a reviewer whom the scheme approved as one'
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
  `.execute(db);
}
