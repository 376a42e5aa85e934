import { sql, type Kysely } from 'kysely';

/**
 * That the harm of a critical finding was stopped is shown by a document, and believed by the audit team or not. What was
 * not believed is to be stopped again, in the days as they run (domain 2.8 c).
 */
export async function up(db: Kysely<unknown>) {
  await kept(db);
  await parties(db);
  await states(db);
  await turns(db);
  await packages(db);
}

const kept = (db: Kysely<unknown>) =>
  sql`
    create table finding_containment (
      finding_id uuid not null references finding (id),
      round integer not null check (round > 0),
      containment text not null check (length(btrim(containment)) >= 20),
      document_id uuid not null unique,
      document_version integer not null,
      sha256 text not null,
      submitted_at timestamptz not null,
      submitted_by uuid not null references account (id),
      answer text check (answer in ('contained', 'not_contained')),
      answer_reason text check (length(btrim(answer_reason)) >= 10),
      answered_at timestamptz,
      answered_by uuid references account (id),
      primary key (finding_id, round),
      foreign key (document_id, document_version, sha256) references document_version (document_id, version, sha256),
      constraint finding_containment_answer_shape check (num_nonnulls(answer, answered_at, answered_by) in (0, 3)
        and (answer is not distinct from 'not_contained') = (answer_reason is not null))
    );
    create index finding_containment_submitted_by on finding_containment (submitted_by);
    create index finding_containment_answered_by on finding_containment (answered_by) where answered_by is not null;
    create index finding_containment_awaited on finding_containment (finding_id) where answer is null;
    create trigger finding_containment_begins after insert on finding_containment for each row
      execute function require_beginning('', '', 'answer', 'answer_reason', 'answered_at', 'answered_by');
    create trigger finding_containment_identity after update on finding_containment for each row
      execute function refuse_rewriting('finding_id', 'round', 'containment', 'document_id', 'document_version', 'sha256',
        'submitted_at', 'submitted_by');
    create trigger finding_containment_answered after update on finding_containment for each row when (old.answer is not null)
      execute function refuse_rewriting();
    create trigger finding_containment_kept before delete on finding_containment for each row execute function refuse_change();
    create trigger finding_containment_no_truncate before truncate on finding_containment execute function refuse_change();
  `.execute(db);

const parties = (db: Kysely<unknown>) =>
  sql`
    create trigger finding_containment_of_finding before insert or update on finding_containment
      for each row execute function require_evidence_of_finding();
    create trigger finding_containment_in_turn after insert on finding_containment for each row
      execute function require_turn_of_recruiter('issued');

    create function require_answer_on_containment() returns trigger language plpgsql as $$
    declare asked finding;
    begin
      select * into asked from finding where id = new.finding_id for no key update;
      if not (asked.state in ('awaiting_cap', 'cap_submitted', 'cap_returned', 'cap_accepted', 'evidence_submitted',
          'evidence_rejected') or asked.state = 'disputed' and new.answer = 'contained')
        or exists (select 1 from finding_containment l where l.finding_id = new.finding_id and l.round > new.round) then
        raise exception 'finding_containment: round % does not wait for an answer', new.round using errcode = 'integrity_constraint_violation';
      end if;
      if new.answered_at < new.submitted_at
        or not works_on_audit(asked.audit_id, new.answered_by, (new.answered_at at time zone 'UTC')::date) then
        raise exception 'finding_containment: it is answered by the audit team' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_containment_by_team after update on finding_containment for each row
      when (old.answer is null and new.answer is not null) execute function require_answer_on_containment();

    -- At the end of the transaction: what was sent, and what was answered, moves its finding.
    create function require_shown_containment() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding f where f.id = new.finding_id and not exists (select 1 from finding_containment l
            where l.finding_id = new.finding_id and l.round > new.round)
          and (f.state = 'issued' and f.grade = 'critical') <> (new.answer is not distinct from 'not_contained')) then
        raise exception 'finding_containment: what was sent or answered moves its finding' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger finding_containment_is_shown after insert or update on finding_containment
      deferrable initially deferred for each row execute function require_shown_containment();
  `.execute(db);

const states = (db: Kysely<unknown>) =>
  sql`
    -- What the finding itself keeps is the round that stands; one that was not believed is taken off it.
    drop trigger finding_containment_stands on finding;
    create trigger finding_containment_stands after update on finding for each row
      when (old.contained_at is not null and new.contained_at is not null)
      execute function refuse_rewriting('contained_at', 'containment');
    create function containment_refused(f finding) returns boolean language sql stable as $$
      select coalesce((select c.answer = 'not_contained' from finding_containment c where c.finding_id = f.id order by c.round desc limit 1), false)
    $$;
    create function require_ground_for_containment() returns trigger language plpgsql as $$
    begin
      if new.contained_at is null and not (new.state = 'issued' and new.grade = 'critical' and containment_refused(new))
        or new.contained_at is not null and not exists (select 1 from finding_containment c where c.finding_id = new.id and c.answer is null
          and (c.submitted_at, c.containment) = (new.contained_at, new.containment)) then
        raise exception 'finding: that harm was stopped is shown by a document, until the audit team says it was not'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_containment_shown after update on finding for each row
      when ((old.contained_at is null) <> (new.contained_at is null)) execute function require_ground_for_containment();
    create function refuse_plan_over_containment() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding_containment where finding_id = new.id and answer is null) then
        raise exception 'finding: its plan and its evidence are accepted once somebody of the team believes that the harm was stopped'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_contained_before_plan after update on finding for each row
      when (new.grade = 'critical' and (old.state, new.state) in (('cap_submitted', 'cap_accepted'), ('evidence_submitted', 'verified')))
      execute function refuse_plan_over_containment();
    create or replace function require_ground_on_finding() returns trigger language plpgsql as $$
    declare moved integer := (old.contain_due_on is distinct from new.contain_due_on)::integer
      + (old.plan_due_on is distinct from new.plan_due_on)::integer + (old.close_due_on is distinct from new.close_due_on)::integer
      + (old.resubmit_due_on is distinct from new.resubmit_due_on)::integer;
    begin
      if old.grade <> new.grade and not finding_grade_has_ground(new.id, old.grade, new.grade) then
        raise exception 'finding: grade stands as it is until a second person approves another' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'issued' and old.state not in ('raised', 'issued', 'disputed') and old.grade = new.grade
        and not (old.contained_at is not null and new.contained_at is null and containment_refused(new)) then
        raise exception 'finding does not go from % to issued', old.state using errcode = 'integrity_constraint_violation';
      end if;
      if (old.state = 'disputed') <> (new.state = 'disputed') and not exists (select 1 from finding_dispute
        where finding_id = new.id and (outcome is null and ran_on_at is null) = (new.state = 'disputed')) then
        raise exception 'finding: a dispute begins and ends in words' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'withdrawn' and old.state not in ('raised', 'withdrawn') and not exists (select 1 from finding_dispute
        where finding_id = new.id and outcome = 'withdrawn') then
        raise exception 'finding does not go from % to withdrawn but by the answer to a dispute', old.state using errcode = 'integrity_constraint_violation';
      end if;
      if old.issued_at is null or old.grade <> new.grade or old.state = 'disputed' and new.state <> 'disputed' or moved = 0 then
        return null;
      end if;
      if old.state <> 'cap_returned' and new.state = 'cap_returned' and moved = 1 and new.resubmit_due_on is distinct from old.resubmit_due_on then
        return null;
      end if;
      if old.extended_at is null and new.extended_at is not null and moved = 1 and new.due_on > old.due_on
        and old.state = new.state and new.extended_from = old.due_on then
        return null;
      end if;
      if old.state = new.state and exists (select 1 from finding_resumption r where r.finding_id = new.id
          and array[r.contain_due_on, r.plan_due_on, r.close_due_on, r.resubmit_due_on]
            is not distinct from array[new.contain_due_on, new.plan_due_on, new.close_due_on, new.resubmit_due_on]
          and not followed_since(new, r)) then
        return null;
      end if;
      raise exception 'finding: contain_due_on, plan_due_on, resubmit_due_on, close_due_on stands as it is'
        using errcode = 'integrity_constraint_violation';
    end $$;
  `.execute(db);

const turns = (db: Kysely<unknown>) =>
  sql`
    create or replace function body_turns() returns table (audit_id uuid, finding_id uuid, occasion text, since date, due_on date)
    language sql stable as $$
      select a.id, f.id, w.occasion, w.since, w.since + w.days from (
          select p.finding_id, 'plan_review' as occasion, p.submitted_at as at, '{correctiveAction,planReviewDays}'::text[] as clock, 10 as otherwise
            from corrective_action_plan p where p.answer is null
          union all select e.finding_id, 'evidence_review', e.submitted_at, '{correctiveAction,evidenceReviewDays}', 15
            from finding_evidence e where e.answer is null
          union all select d.finding_id, 'dispute_answer', d.disputed_at, '{correctiveAction,disputeAnswerDays}', 10
            from finding_dispute d where d.outcome is null
          union all select c.finding_id, 'containment_review', c.submitted_at, '{correctiveAction,evidenceReviewDays}', 15
            from finding_containment c join finding f on f.id = c.finding_id and f.grade = 'critical' where c.answer is null) asked
        join finding f on f.id = asked.finding_id join audit a on a.id = f.audit_id
        cross join lateral (select asked.occasion, finding_clock(f.scheme_version_id, asked.clock, asked.otherwise) as days,
          (greatest(asked.at, (select max(r.resumed_at) from finding_resumption r where r.finding_id = f.id),
            case asked.occasion when 'evidence_review' then (select r.completed_at from remedy r where r.finding_id = f.id) end)
            at time zone 'UTC')::date as since) w
        where f.state = any (case asked.occasion when 'plan_review' then array['cap_submitted']
            when 'evidence_review' then array['evidence_submitted']
            when 'containment_review' then array['awaiting_cap', 'cap_submitted', 'cap_returned', 'cap_accepted', 'evidence_submitted',
              'evidence_rejected'] else array['issued', 'disputed', 'awaiting_cap', 'cap_submitted',
              'cap_returned', 'cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'] end)
          and not finding_stands_still(f, a)
          and not (asked.occasion = 'evidence_review'
            and exists (select 1 from remedy r where r.finding_id = f.id and r.completed_at is null))
      union all
      select a.id, null, w.occasion, w.since, working_days_after(w.since, w.days) from audit a
        cross join lateral (select 'technical_review' as occasion, (a.fact_checked_at at time zone 'UTC')::date as since,
            finding_clock(a.scheme_version_id, '{audits,reviewWorkingDays}', 10) as days where a.state = 'tech_review'
          union all select 'report', (greatest(a.fieldwork_done_at, a.returned_at) at time zone 'UTC')::date,
            finding_clock(a.scheme_version_id, '{audits,reportWorkingDays}', 10) where a.state <> 'tech_review') w
        where a.state in ('fieldwork_done', 'report_draft', 'tech_review') and a.type <> 'stage1'
    $$;
    alter table audit_delay drop constraint audit_delay_occasion, add constraint audit_delay_occasion check (case occasion
      when 'report' then finding_id is null when 'technical_review' then finding_id is null
      when 'dispute_answer' then finding_id is not null when 'plan_review' then finding_id is not null
      when 'evidence_review' then finding_id is not null when 'containment_review' then finding_id is not null else false end);
  `.execute(db);

const packages = (db: Kysely<unknown>) =>
  sql`
    create or replace function finding_in_package(f finding) returns jsonb language sql stable set timezone = 'UTC' as $$
      select to_jsonb(f) || jsonb_build_object(
        'containments', (select jsonb_agg(to_jsonb(c) order by c.round) from finding_containment c where c.finding_id = f.id),
        'plans', (select jsonb_agg(to_jsonb(p) order by p.round) from corrective_action_plan p where p.finding_id = f.id),
        'proofs', (select jsonb_agg(to_jsonb(e) order by e.round) from finding_evidence e where e.finding_id = f.id),
        'verification', (select to_jsonb(v) || jsonb_build_object('documents', (select jsonb_agg(d.document_id order by d.document_id)
            from finding_verification_document d where d.finding_id = f.id)) from finding_verification v where v.finding_id = f.id))
    $$;
  `.execute(db);
