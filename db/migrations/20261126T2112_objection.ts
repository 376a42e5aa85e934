import { sql, type Kysely } from 'kysely';

/** The auditee objects to a member of the team, somebody who was not on it answers, and who leaves stays to be seen (domain 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_objection (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      account_id uuid not null references account (id),
      reasons text not null check (length(btrim(reasons)) >= 10),
      raised_at timestamptz not null,
      raised_by uuid not null references account (id),
      answer_by date not null,
      unique (audit_id, account_id)
    );
    create table audit_objection_answer (
      objection_id uuid primary key references audit_objection (id),
      outcome text not null check (outcome in ('upheld', 'dismissed')),
      reasons text not null check (length(btrim(reasons)) >= 10),
      answered_at timestamptz not null,
      answered_by uuid not null references account (id)
    );
    create table audit_team_departure (
      audit_id uuid not null references audit (id),
      account_id uuid not null references account (id),
      role text not null,
      objection_id uuid not null references audit_objection_answer (objection_id),
      left_at timestamptz not null,
      primary key (audit_id, account_id)
    );
    create trigger audit_objection_append_only before update or delete on audit_objection
      for each row execute function refuse_change();
    create trigger audit_objection_no_truncate before truncate on audit_objection execute function refuse_change();
    create trigger audit_objection_answer_append_only before update or delete on audit_objection_answer
      for each row execute function refuse_change();
    create trigger audit_objection_answer_no_truncate before truncate on audit_objection_answer execute function refuse_change();
    create trigger audit_team_departure_append_only before update or delete on audit_team_departure
      for each row execute function refuse_change();
    create trigger audit_team_departure_no_truncate before truncate on audit_team_departure execute function refuse_change();

    create function require_auditee() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from audit a join membership m on m.organisation_id = a.organisation_id
        join audit_team_member t on t.audit_id = a.id
        where a.id = new.audit_id and m.account_id = new.raised_by and t.account_id = new.account_id
          and a.state in ('planned', 'notified') and a.notice_type <> 'unannounced') then
        raise exception 'the auditee objects to a member of the team before the audit begins, unless it is unannounced'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_objection_by_auditee before insert on audit_objection for each row execute function require_auditee();

    create function require_impartial_answer() returns trigger language plpgsql as $$
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
      return new;
    end $$;
    create trigger audit_objection_answer_impartial before insert on audit_objection_answer
      for each row execute function require_impartial_answer();

    -- Declarations outlive the place on the team they were made for.
    alter table conflict_declaration drop constraint conflict_declaration_audit_id_account_id_fkey;
    alter table conflict_declaration add foreign key (audit_id) references audit (id),
      add foreign key (account_id) references account (id);
    create function require_own_place() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit_team_member t where t.audit_id = new.audit_id and t.account_id = new.account_id) then
        raise exception 'only somebody on the team declares for it' using errcode = 'foreign_key_violation';
      end if;
      return new;
    end $$;
    create trigger conflict_declaration_of_member before insert on conflict_declaration
      for each row execute function require_own_place();

    create function require_departure() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from audit_team_departure d join audit_objection_answer n using (objection_id)
        join audit_objection o on o.id = d.objection_id
        where d.audit_id = old.audit_id and d.account_id = old.account_id and n.outcome = 'upheld'
          and o.audit_id = old.audit_id and o.account_id = old.account_id) then
        raise exception 'nobody leaves an audit team but by an objection that was upheld'
          using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;
    create trigger audit_team_member_leaves before delete on audit_team_member
      for each row execute function require_departure();
    create trigger audit_team_member_stands after update on audit_team_member
      for each row execute function refuse_rewriting('audit_id', 'account_id');
    create function refuse_return() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_team_departure d where d.audit_id = new.audit_id and d.account_id = new.account_id) then
        raise exception 'whoever left an audit team does not come back to it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_team_member_new before insert on audit_team_member for each row execute function refuse_return();

    create function refuse_open_objection() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from audit_objection o left join audit_objection_answer n on n.objection_id = o.id
        where o.audit_id = new.id and n.objection_id is null) then
        raise exception 'audit %: an objection to its team is open', new.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_objection_open';
      end if;
      return new;
    end $$;
    create trigger audit_unobjected before update on audit for each row
      when (new.state is distinct from old.state and new.state in ('planned', 'in_progress'))
      execute function refuse_open_objection();

    -- Asked whenever an audit goes on: who joins in place of somebody else has still to declare, before it is planned anew or begins.
    create or replace function require_declarations() returns trigger language plpgsql as $$
    begin
      if new.state not in ('scheduled', 'cancelled', 'notified', 'postponed', 'refused_by_auditee')
        and (tg_op = 'INSERT' or new.state is distinct from old.state) and (
        not exists (select 1 from audit_team_member m where m.audit_id = new.id and m.role = 'lead_auditor')
        or exists (
          select 1 from audit_team_member m
          left join conflict_declaration d on d.audit_id = m.audit_id and d.account_id = m.account_id
          where m.audit_id = new.id and (d.id is null or d.conflicted))) then
        raise exception 'audit % needs a lead auditor and a declaration of no conflict from everyone on its team', new.reference
          using errcode = 'integrity_constraint_violation', constraint = 'audit_declarations_open';
      end if;
      if new.reviewed_by is not null and exists (
        select 1 from audit_team_member m where m.audit_id = new.id and m.account_id = new.reviewed_by) then
        raise exception 'audit %: a technical reviewer was not on the audit team', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
}
