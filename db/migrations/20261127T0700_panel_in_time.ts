import { sql, type Kysely } from 'kysely';

/**
 * What the panel does happens in order, and nothing is dated ahead: cooling-off counts days, so a day that has not come
 * would let in whoever is still kept away.
 */
export async function up(db: Kysely<unknown>) {
  await order(db);
  await ahead(db);
}

const order = (db: Kysely<unknown>) =>
  sql`
    alter table decision_meeting add constraint decision_meeting_closed_after_call check (closed_at >= called_at);
    alter table decision_matter add constraint decision_matter_closed_after_opening check (closed_at >= opened_at);

    create function require_declaration_in_order() returns trigger language plpgsql as $$
    begin
      if new.declared_at < (select opened_at from decision_matter where id = new.matter_id) then
        raise exception 'a member declares on what is before the panel' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_declaration_in_order before insert on decision_declaration
      for each row execute function require_declaration_in_order();

    create function require_vote_in_order() returns trigger language plpgsql as $$
    begin
      if new.cast_at < (select called_at from decision_meeting where id = new.meeting_id) or not exists (
        select 1 from decision_declaration where matter_id = new.matter_id and account_id = new.account_id
          and declared_at <= new.cast_at) then
        raise exception 'a vote is cast after its meeting was called and its member declared'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger decision_vote_on_time before insert on decision_vote
      for each row execute function require_vote_in_order();

    create function require_votes_before_decision() returns trigger language plpgsql as $$
    begin
      if new.decided_at < (select max(cast_at) from decision_vote where matter_id = new.matter_id) then
        raise exception 'a decision comes after its votes' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certification_decision_on_time before insert on certification_decision
      for each row execute function require_votes_before_decision();
  `.execute(db);

/**
 * The house has its own clock, which tests move: ahead is what lies after the database's clock and after everything the
 * audit trail tells. Whoever forges a day has to forge a fact beside it, and facts stay.
 */
const ahead = (db: Kysely<unknown>) =>
  sql`
    create function lies_ahead(moment timestamptz) returns boolean language sql stable as $$
      select moment > clock_timestamp() + interval '1 minute'
        and not exists (select 1 from event where occurred_at > moment - interval '1 minute')
    $$;
    -- Argument: the column of the moment. At the end of a transaction, when its fact is recorded.
    create function refuse_moment_ahead() returns trigger language plpgsql as $$
    begin
      if lies_ahead((to_jsonb(new) ->> tg_argv[0])::timestamptz) then
        raise exception '%: % lies ahead', tg_table_name, tg_argv[0] using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger decision_vote_not_ahead after insert on decision_vote
      deferrable initially deferred for each row execute function refuse_moment_ahead('cast_at');
    create constraint trigger certification_decision_not_ahead after insert on certification_decision
      deferrable initially deferred for each row execute function refuse_moment_ahead('decided_at');
    create constraint trigger decision_meeting_not_ahead after insert on decision_meeting
      deferrable initially deferred for each row execute function refuse_moment_ahead('called_at');
    create constraint trigger audit_team_member_not_ahead after insert or update of assigned_at on audit_team_member
      deferrable initially deferred for each row execute function refuse_moment_ahead('assigned_at');
    create constraint trigger conflict_declaration_not_ahead after insert on conflict_declaration
      deferrable initially deferred for each row execute function refuse_moment_ahead('declared_at');
    create constraint trigger interest_declaration_not_ahead after insert on interest_declaration
      deferrable initially deferred for each row execute function refuse_moment_ahead('declared_at');
    create constraint trigger application_reviewer_not_ahead after insert on application_reviewer
      deferrable initially deferred for each row execute function refuse_moment_ahead('declared_at');
  `.execute(db);
