import { sql, type Kysely } from 'kysely';

/**
 * The recruiter's day is met once everything it owes to workers is entered as paid; whether they have it, the audit body asks
 * in the days it has for evidence. A remedy that is opened late runs from then, and the body is late with opening it.
 */
export async function up(db: Kysely<unknown>) {
  await paid(db);
  await begins(db);
  await containment(db);
  await questions(db);
  await turns(db);
}

const paid = (db: Kysely<unknown>) =>
  sql`
    -- When the last of it was entered; nothing while anything is owed, or once workers who were asked say that they do not have it.
    create function remedy_paid_at(r remedy) returns timestamptz language sql stable as $$
      select last.recorded_at from remedy_people p
      cross join lateral (select e.recorded_at, e.position from remedy_entry e where e.remedy_id = r.id order by e.position desc limit 1) last
      where p.remedy_id = r.id and p.affected > 0 and p.made_whole = p.affected
        and not exists (select 1 from remedy_item i where i.remedy_id = r.id and i.paid_minor <> i.owed_minor)
        and (exists (select 1 from remedy_item i where i.remedy_id = r.id and i.owed_minor > 0)
          or exists (select 1 from finding f where f.id = r.finding_id and f.harm in ('documents_held', 'other')))
        and not coalesce((select k.confirmed < k.asked and k.position > last.position from remedy_confirmation k
          where k.remedy_id = r.id order by k.position desc limit 1), false)
    $$;
    create or replace view finding_last_day as
      select d.finding_id, d.clock, d.due_on from (
          select f.id as finding_id, case f.state when 'issued' then 'contain' when 'awaiting_cap' then 'plan'
              when 'cap_returned' then 'plan' else 'close' end as clock, f.due_on, f.audit_id
            from finding f where f.state in ('issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected')
              and f.grade <> 'observation' and f.due_on is not null
          union all select f.id, 'remedy', remedy_day(f, r), f.audit_id
            from remedy r join finding f on f.id = r.finding_id
            where r.completed_at is null and f.grade <> 'observation' and f.state not in ('raised', 'disputed', 'closed', 'withdrawn')
              and remedy_paid_at(r) is null) d
        join finding f on f.id = d.finding_id join audit a on a.id = d.audit_id
        where not finding_stands_still(f, a)
          and not exists (select 1 from finding_escalation e where e.finding_id = d.finding_id and e.due_on = d.due_on);
  `.execute(db);

const begins = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_ground_for_remedy() returns trigger language plpgsql as $$
    begin
      if new.completed_at is not null or not exists (select 1 from finding f join scheme_version v on v.id = f.scheme_version_id
        where f.id = new.finding_id and f.harm is not null and f.issued_at is not null
          and f.state not in ('closed', 'withdrawn') and new.due_on = (greatest(f.issued_at, new.opened_at) at time zone 'UTC')::date
            + coalesce((v.terms #>> '{clocks,correctiveAction,remedyDays}')::integer, 90)) then
        raise exception 'a remedy begins open, for harm that was told to its recruiter, with the day the scheme sets'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not is_on_team_of_finding(new.opened_by, new.finding_id) then
        raise exception 'a remedy is opened by the audit team' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

const containment = (db: Kysely<unknown>) =>
  sql`
    -- A plan is not accepted before it is answered whether the harm is stopped: its own days begin with that answer.
    create function containment_awaited(about uuid) returns boolean language sql stable as $$
      select exists (select 1 from finding_containment c join finding f on f.id = c.finding_id
        where c.finding_id = about and c.answer is null and f.grade = 'critical')
    $$;
    create function containment_answered_at(about uuid) returns timestamptz language sql stable as $$
      select max(c.answered_at) from finding_containment c where c.finding_id = about
    $$;
  `.execute(db);

const questions = (db: Kysely<unknown>) =>
  sql`
    create index finding_harmed on finding (id) where harm is not null and state not in ('closed', 'withdrawn');
    -- What an audit body is asked about findings, the latest round alone, and since when it can answer.
    create function finding_questions() returns table (finding_id uuid, occasion text, at timestamptz, clock text, otherwise integer)
    language sql stable as $$
      select p.finding_id, 'plan_review', greatest(p.submitted_at, containment_answered_at(p.finding_id)), 'planReviewDays', 10
        from corrective_action_plan p where p.answer is null and not containment_awaited(p.finding_id)
          and not exists (select 1 from corrective_action_plan l where l.finding_id = p.finding_id and l.round > p.round)
      union all select e.finding_id, 'evidence_review', greatest(e.submitted_at, r.completed_at, containment_answered_at(e.finding_id)),
          'evidenceReviewDays', 15
        from finding_evidence e left join remedy r on r.finding_id = e.finding_id
        where e.answer is null and not containment_awaited(e.finding_id) and (r.id is null or r.completed_at is not null)
          and not exists (select 1 from finding_evidence l where l.finding_id = e.finding_id and l.round > e.round)
      union all select d.finding_id, 'dispute_answer', d.disputed_at, 'disputeAnswerDays', 10
        from finding_dispute d where d.outcome is null
      union all select c.finding_id, 'containment_review', c.submitted_at, 'evidenceReviewDays', 15
        from finding_containment c join finding f on f.id = c.finding_id and f.grade = 'critical' where c.answer is null
      union all select r.finding_id, 'remedy_confirmation', remedy_paid_at(r), 'evidenceReviewDays', 15
        from remedy r where r.completed_at is null and remedy_paid_at(r) is not null
      union all select f.id, 'remedy_opening', f.issued_at, 'evidenceReviewDays', 15
        from finding f where f.harm is not null and f.issued_at is not null and f.state not in ('closed', 'withdrawn')
          and f.grade <> 'observation' and not exists (select 1 from remedy r where r.finding_id = f.id)
    $$;
  `.execute(db);

const turns = (db: Kysely<unknown>) =>
  sql`
    create or replace function body_turns() returns table (audit_id uuid, finding_id uuid, occasion text, since date, due_on date)
    language sql stable as $$
      select a.id, f.id, w.occasion, w.since, w.since + w.days from finding_questions() asked
        join finding f on f.id = asked.finding_id join audit a on a.id = f.audit_id
        cross join lateral (select asked.occasion,
          finding_clock(f.scheme_version_id, array['correctiveAction', asked.clock], asked.otherwise) as days,
          (greatest(asked.at, (select max(r.resumed_at) from finding_resumption r where r.finding_id = f.id)) at time zone 'UTC')::date as since) w
        where f.state = any (case asked.occasion when 'plan_review' then array['cap_submitted']
            when 'evidence_review' then array['evidence_submitted']
            when 'containment_review' then array['awaiting_cap', 'cap_submitted', 'cap_returned', 'cap_accepted', 'evidence_submitted',
              'evidence_rejected'] else array['issued', 'disputed', 'awaiting_cap', 'cap_submitted',
              'cap_returned', 'cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'] end)
          and not finding_stands_still(f, a)
      union all
      select a.id, null, w.occasion, w.since, working_days_after(w.since, w.days) from audit a
        cross join lateral (select 'technical_review' as occasion, (a.fact_checked_at at time zone 'UTC')::date as since,
            finding_clock(a.scheme_version_id, '{audits,reviewWorkingDays}', 10) as days where a.state = 'tech_review'
          union all select 'report', (greatest(a.fieldwork_done_at, a.returned_at) at time zone 'UTC')::date,
            finding_clock(a.scheme_version_id, '{audits,reportWorkingDays}', 10) where a.state <> 'tech_review') w
        where a.state in ('fieldwork_done', 'report_draft', 'tech_review') and a.type <> 'stage1'
    $$;
    alter table audit_delay drop constraint audit_delay_occasion, add constraint audit_delay_occasion check (case
      when occasion in ('report', 'technical_review') then finding_id is null
      when occasion in ('dispute_answer', 'plan_review', 'evidence_review', 'containment_review', 'remedy_opening',
        'remedy_confirmation') then finding_id is not null else false end);
  `.execute(db);
