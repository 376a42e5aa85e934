import { sql, type Kysely } from 'kysely';

/**
 * An appeal goes before people not involved (domain 2.6): one proposes what becomes of it and why, another confirms that
 * in the same words, or sends it back. `decided_by` is whoever confirmed.
 */
export async function up(db: Kysely<unknown>) {
  await proposals(db);
  await people(db);
  await decisions(db);
  await panel(db);
}

const proposals = (db: Kysely<unknown>) =>
  sql`
    create table certificate_appeal_proposal (
      appeal_id uuid not null references certificate_appeal (id),
      round integer not null check (round > 0),
      outcome text not null check (outcome in ('upheld', 'dismissed')),
      reasons text not null check (length(btrim(reasons)) >= 20),
      proposed_by uuid not null references account (id),
      proposed_at timestamptz not null,
      answer text check (answer in ('confirmed', 'sent_back')),
      answer_reasons text check (length(btrim(answer_reasons)) >= 20),
      answered_by uuid references account (id),
      answered_at timestamptz,
      primary key (appeal_id, round),
      constraint certificate_appeal_proposal_answer check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)
        and (answer is not distinct from 'sent_back') = (answer_reasons is not null)),
      constraint certificate_appeal_proposal_of_two check (answered_by <> proposed_by),
      constraint certificate_appeal_proposal_order check (answered_at >= proposed_at)
    );
    create unique index certificate_appeal_proposal_open on certificate_appeal_proposal (appeal_id) where answer is null;
    create index certificate_appeal_proposal_by on certificate_appeal_proposal (proposed_by);
    create trigger certificate_appeal_proposal_begins after insert on certificate_appeal_proposal for each row
      execute function require_beginning('', '', 'answer', 'answer_reasons', 'answered_by', 'answered_at');
    create trigger certificate_appeal_proposal_identity after update on certificate_appeal_proposal for each row
      execute function refuse_rewriting('appeal_id', 'round', 'outcome', 'reasons', 'proposed_by', 'proposed_at');
    create trigger certificate_appeal_proposal_answered after update on certificate_appeal_proposal for each row
      when (old.answer is not null) execute function refuse_rewriting();
    create trigger certificate_appeal_proposal_kept before delete on certificate_appeal_proposal for each row execute function refuse_change();
    create trigger certificate_appeal_proposal_no_truncate before truncate on certificate_appeal_proposal execute function refuse_change();
  `.execute(db);

const people = (db: Kysely<unknown>) =>
  sql`
    create function require_people_of_proposal() returns trigger language plpgsql as $$
    declare p certificate_appeal;
    begin
      select * into p from certificate_appeal where id = new.appeal_id for update;
      if p.outcome is not null then
        raise exception 'appeal %: nothing is proposed of what is decided', p.id using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'INSERT' then
        perform require_free_for_appeal(p, new.proposed_by, new.proposed_at);
        if new.round <> (select count(*) + 1 from certificate_appeal_proposal where appeal_id = new.appeal_id) then
          raise exception 'appeal %: round % follows the one before', p.id, new.round using errcode = 'integrity_constraint_violation';
        end if;
      elsif old.answer is null and new.answer is not null then
        perform require_free_for_appeal(p, new.answered_by, new.answered_at);
      end if;
      return new;
    end $$;
    create trigger certificate_appeal_proposal_people before insert or update on certificate_appeal_proposal
      for each row execute function require_people_of_proposal();

    create function require_confirmed_decision() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certificate_appeal p where p.id = new.appeal_id
          and (p.outcome, p.reasons, p.decided_by, p.decided_at) = (new.outcome, new.reasons, new.answered_by, new.answered_at)) then
        raise exception 'appeal %: what is confirmed is decided with it', new.appeal_id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_appeal_proposal_decides after update on certificate_appeal_proposal
      deferrable initially deferred for each row when (new.answer = 'confirmed') execute function require_confirmed_decision();
  `.execute(db);

const decisions = (db: Kysely<unknown>) =>
  sql`
    create function require_two_people(p certificate_appeal) returns void language plpgsql as $$
    declare proposal certificate_appeal_proposal;
    begin
      select * into proposal from certificate_appeal_proposal where appeal_id = p.id order by round desc limit 1;
      if (proposal.answer = 'confirmed' and (proposal.outcome, proposal.reasons, proposal.answered_by, proposal.answered_at)
          = (p.outcome, p.reasons, p.decided_by, p.decided_at)) is not true then
        raise exception 'appeal %: two people agree: one proposes, another confirms', p.id using errcode = 'integrity_constraint_violation';
      end if;
      -- Still free on the day it takes effect: a proposal of somebody who took a part meanwhile is sent back.
      perform require_free_for_appeal(p, proposal.proposed_by, p.decided_at);
    end $$;
    create or replace function require_people_of_appeal() returns trigger language plpgsql as $$
    begin
      if new.acknowledged_by is distinct from old.acknowledged_by and not exists (select 1 from membership
          where account_id = new.acknowledged_by and role = 'officer') then
        raise exception 'an appeal is acknowledged by an officer' using errcode = 'integrity_constraint_violation';
      end if;
      if old.outcome is not null or old.stay is not null and new.stay is distinct from old.stay then
        return new;
      end if;
      if new.stay is not null and old.stay is null then
        perform require_free_for_appeal(new, new.stay_decided_by, new.stay_decided_at);
        if new.outcome is not null then
          raise exception 'a stay is decided before its appeal' using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      if new.outcome is not null then
        perform require_free_for_appeal(new, new.decided_by, new.decided_at);
        perform require_two_people(new);
      end if;
      return new;
    end $$;
  `.execute(db);

/** Both of them had a part in what comes before the panel again. */
const panel = (db: Kysely<unknown>) =>
  sql`
    create or replace function bar_after_appeal(m decision_matter, person uuid) returns text language sql stable as $$
      select case
        when exists (select 1 from overturned(m) d left join decision_vote v on v.matter_id = d.matter_id
          where person in (d.decided_by, v.account_id)) then 'refused_by_you'
        when exists (select 1 from overturned(m) d join certificate_appeal p on p.decision_id = d.id
            left join certificate_appeal_proposal q on q.appeal_id = p.id and q.answer = 'confirmed'
          where person in (p.decided_by, q.proposed_by))
          or exists (select 1 from overturned(m) d join application_appeal p on p.application_id = d.application_id
            where d.kind = 'initial' and p.against = 'refused' and p.outcome = 'upheld' and p.decided_by = person) then 'appeal_decided_by_you'
      end
    $$;
  `.execute(db);
