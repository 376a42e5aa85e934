import { sql, type Kysely } from 'kysely';

/** Whoever joins a team is an auditor of its body, and is looked for by every vote: of two at once, one waits for the other. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- First of the triggers by its name: what they ask is read after the wait.
    create function await_votes() returns trigger language plpgsql as $$
    begin
      perform 1 from application where id = (select application_id from audit where id = new.audit_id) for share;
      return new;
    end $$;
    create trigger audit_team_member_awaits_votes before insert on audit_team_member for each row execute function await_votes();

    -- Matter and application as the panel's own commands hold them, before anybody asks whether this person is free.
    create function await_teams() returns trigger language plpgsql as $$
    begin
      perform 1 from decision_matter m join application a on a.id = m.application_id where m.id = new.matter_id for update of m, a;
      return new;
    end $$;
    create trigger decision_vote_in_turn before insert on decision_vote for each row execute function await_teams();
    create trigger certification_decision_in_turn before insert on certification_decision for each row execute function await_teams();

    create function require_auditor_of_body() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit a join membership m on m.organisation_id = a.audit_body_id and m.role = 'auditor'
        where a.id = new.audit_id and m.account_id = new.account_id) then
        raise exception 'an audit team is made of auditors of its body' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_team_member_of_body after insert on audit_team_member for each row execute function require_auditor_of_body();
  `.execute(db);
}
