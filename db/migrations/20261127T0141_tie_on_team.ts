import { sql, type Kysely } from 'kysely';

/** Somebody on a team turns out to be tied to the recruiter: they leave it at any time, and until then nothing goes on. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit_team_departure alter column objection_id drop not null,
      add column reason text check (length(btrim(reason)) >= 10),
      add column decided_by uuid references account (id),
      add constraint audit_team_departure_ground
        check (num_nonnulls(objection_id, reason) = 1 and (reason is null) = (decided_by is null));

    create or replace function require_departure() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from audit_team_departure d left join audit_objection_answer n using (objection_id)
        left join audit_objection o on o.id = d.objection_id
        where d.audit_id = old.audit_id and d.account_id = old.account_id
          and (d.reason is not null and has_tie(d.account_id, (select organisation_id from audit where id = old.audit_id))
            or n.outcome = 'upheld' and o.audit_id = old.audit_id and o.account_id = old.account_id)) then
        raise exception 'nobody leaves an audit team but by an objection that was upheld, or by a tie'
          using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;

    -- By the lead, the body's reviewer or an officer; nobody takes themselves off.
    create function require_release_by_another() returns trigger language plpgsql as $$
    begin
      if new.decided_by = new.account_id or not exists (
        select 1 from audit a join membership m on m.account_id = new.decided_by
          and (m.role = 'officer' or m.organisation_id = a.audit_body_id and m.role in ('auditor', 'reviewer'))
        where a.id = new.audit_id) then
        raise exception 'somebody else of the body, or the scheme, takes a tied auditor off a team'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_team_departure_by_another before insert on audit_team_departure
      for each row when (new.reason is not null) execute function require_release_by_another();

    -- Until the final report: what became known of somebody later does not stop what follows from it.
    create function refuse_tied_team() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_team_member m where m.audit_id = new.id and has_tie(m.account_id, new.organisation_id)) then
        raise exception 'audit %: somebody on its team is tied to the recruiter', new.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_member_tied';
      end if;
      return new;
    end $$;
    create trigger audit_with_untied_team before update on audit for each row
      when (new.state <> old.state
        and old.state in ('scheduled', 'team_assigned', 'planned', 'notified', 'postponed', 'in_progress', 'fieldwork_done',
          'report_draft', 'tech_review')
        and new.state not in ('scheduled', 'cancelled', 'postponed', 'refused_by_auditee', 'aborted'))
      execute function refuse_tied_team();
  `.execute(db);
}
