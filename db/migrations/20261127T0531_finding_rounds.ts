import { sql, type Kysely } from 'kysely';

/** A finding goes on by what was sent and what was answered: by its recruiter, by the team of its audit, round by round. */
export async function up(db: Kysely<unknown>) {
  await team(db);
  await raising(db);
  await rounds(db);
  await states(db);
}

const team = (db: Kysely<unknown>) =>
  sql`
    -- Whoever works on an audit: an auditor of its body, on its team, whom nothing ties to the recruiter on that day.
    create function works_on_audit(audit uuid, person uuid, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from audit a join audit_team_member t on t.audit_id = a.id and t.account_id = person
        join membership m on m.organisation_id = a.audit_body_id and m.account_id = person and m.role = 'auditor'
        where a.id = audit and not has_tie(person, a.organisation_id, on_day))
    $$;
  `.execute(db);

const raising = (db: Kysely<unknown>) =>
  sql`
    create function require_audit_under_way() returns trigger language plpgsql as $$
    declare raised_in audit;
    begin
      select * into raised_in from audit where id = new.audit_id for share;
      if raised_in.state not in ('in_progress', 'fieldwork_done', 'report_draft') then
        raise exception 'audit %: findings are raised until its report is sent', raised_in.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if (raised_in.application_id, raised_in.organisation_id, raised_in.scheme_version_id)
        is distinct from (new.application_id, new.organisation_id, new.scheme_version_id) then
        raise exception 'audit %: its findings are of its recruiter, by its standard', raised_in.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(new.audit_id, new.raised_by, (new.raised_at at time zone 'UTC')::date) then
        raise exception 'audit %: findings are raised by its team', raised_in.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_under_way after insert on finding for each row execute function require_audit_under_way();
  `.execute(db);

const rounds = (db: Kysely<unknown>) =>
  sql`
    -- Arguments: the states in which something is sent ("a|b").
    create function require_turn_of_recruiter() returns trigger language plpgsql as $$
    declare
      asked finding;
      sent integer;
    begin
      select * into asked from finding where id = new.finding_id for share;
      if not asked.state = any (string_to_array(tg_argv[0], '|')) then
        raise exception '%: nothing is sent for a finding that is %', tg_table_name, asked.state
          using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from membership where organisation_id = asked.organisation_id and account_id = new.submitted_by
        and role = 'recruiter') then
        raise exception '%: a finding is answered by its recruiter', tg_table_name using errcode = 'integrity_constraint_violation';
      end if;
      execute format('select count(*) from %I where finding_id = $1', tg_table_name) into sent using new.finding_id;
      if sent <> new.round then
        raise exception '%: round % follows the one before', tg_table_name, new.round using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger corrective_action_plan_in_turn after insert on corrective_action_plan for each row
      execute function require_turn_of_recruiter('awaiting_cap|cap_returned');
    create trigger finding_evidence_in_turn after insert on finding_evidence for each row
      execute function require_turn_of_recruiter('cap_accepted|evidence_rejected');

    -- Arguments: the state in which what was sent is answered.
    create function require_answer_of_team() returns trigger language plpgsql as $$
    declare
      asked finding;
      later boolean;
    begin
      select * into asked from finding where id = new.finding_id;
      execute format('select exists (select 1 from %I where finding_id = $1 and round > $2)', tg_table_name) into later
        using new.finding_id, new.round;
      if asked.state <> tg_argv[0] or later then
        raise exception '%: round % does not wait for an answer', tg_table_name, new.round using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(asked.audit_id, new.answered_by, (new.answered_at at time zone 'UTC')::date) then
        raise exception '%: what is sent is answered by the audit team', tg_table_name using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger corrective_action_plan_by_team after update on corrective_action_plan for each row
      when (old.answer is null and new.answer is not null) execute function require_answer_of_team('cap_submitted');
    create trigger finding_evidence_by_team after update on finding_evidence for each row
      when (old.answer is null and new.answer is not null) execute function require_answer_of_team('evidence_submitted');

    -- Arguments: the states in which nothing is awaited, and the one in which something is.
    create function require_shown_round() returns trigger language plpgsql as $$
    declare
      shown text;
      said text;
    begin
      select state into shown from finding where id = new.finding_id;
      execute format('select coalesce(answer, '''') from %I where finding_id = $1 order by round desc limit 1', tg_table_name)
        into said using new.finding_id;
      if said = '' and shown = any (string_to_array(tg_argv[0], '|')) or said <> '' and shown = tg_argv[1] then
        raise exception '%: what was sent or answered moves its finding on', tg_table_name using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger corrective_action_plan_is_shown after insert or update on corrective_action_plan
      deferrable initially deferred for each row execute function require_shown_round('awaiting_cap|cap_returned', 'cap_submitted');
    create constraint trigger finding_evidence_is_shown after insert or update on finding_evidence
      deferrable initially deferred for each row execute function require_shown_round('cap_accepted|evidence_rejected', 'evidence_submitted');
  `.execute(db);

const states = (db: Kysely<unknown>) =>
  sql`
    create function require_round_of_state() returns trigger language plpgsql as $$
    declare
      plan text := (select coalesce(answer, 'awaited') from corrective_action_plan where finding_id = new.id order by round desc limit 1);
      proof text := (select coalesce(answer, 'awaited') from finding_evidence where finding_id = new.id order by round desc limit 1);
      contest text := (select coalesce(outcome, 'awaited') from finding_dispute where finding_id = new.id);
    begin
      if (case
        when new.state = 'cap_submitted' then plan = 'awaited'
        when new.state = 'cap_accepted' then plan = 'accepted'
        when new.state = 'cap_returned' then plan = 'returned'
        when new.state = 'evidence_submitted' then proof = 'awaited'
        when new.state = 'evidence_rejected' then proof = 'rejected'
        when old.state = 'evidence_submitted' and new.state in ('verified', 'closed') then proof = 'verified'
        when old.state = 'disputed' then coalesce(contest, 'awaited') = 'awaited' or contest = (case when new.state = 'withdrawn' then 'withdrawn'
          when new.grade = old.grade then 'kept' else 'regraded' end)
        else true end) is not true then
        raise exception 'finding: % has no ground in what was sent and answered', new.state using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_by_rounds after update on finding for each row when (old.state <> new.state)
      execute function require_round_of_state();

    create function require_verification() returns trigger language plpgsql as $$
    begin
      if old.state <> 'evidence_submitted' or new.verified_by is null
        or new.state <> (case new.grade when 'minor' then 'closed' else 'verified' end)
        or new.state = 'closed' and new.closed_by is distinct from new.verified_by then
        raise exception 'finding: with its verification a minor finding closes, and a graver one waits for a second person'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(new.audit_id, new.verified_by, (new.verified_at at time zone 'UTC')::date) or new.verified_by is distinct from
        (select answered_by from finding_evidence where finding_id = new.id order by round desc limit 1) then
        raise exception 'finding: it is verified by whoever of the team took the evidence' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from finding_regrade where finding_id = new.id and outcome is null) then
        raise exception 'finding: it is verified once its grade is settled' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_verified_by_team after update on finding for each row
      when (old.verified_by is distinct from new.verified_by or old.verified_at is distinct from new.verified_at
        or old.state = 'evidence_submitted' and new.state in ('verified', 'closed')) execute function require_verification();
    alter table finding add constraint finding_verified_whole
      check (num_nonnulls(verified_at, verified_by, verification_method) in (0, 3)) not valid;
    alter table finding add constraint finding_stopped_in_words check (num_nonnulls(contained_at, containment) in (0, 2)) not valid;
    create trigger finding_verification_stands after update on finding for each row when (old.verified_at is not null)
      execute function refuse_rewriting('verified_at', 'verified_by', 'verification_method');
    create trigger finding_containment_stands after update on finding for each row when (old.contained_at is not null)
      execute function refuse_rewriting('contained_at', 'containment');
  `.execute(db);
