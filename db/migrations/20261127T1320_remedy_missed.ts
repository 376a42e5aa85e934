import { sql, type Kysely } from 'kysely';

/**
 * What workers are owed has a last day (domain 2.5), and that day is one of its finding's: missed, the finding is escalated,
 * whatever was sent of its correction, and what that does to a certificate is announced as for any other day.
 */
export async function up(db: Kysely<unknown>) {
  await days(db);
  await turns(db);
  await escalations(db);
  await announcements(db);
  await reviews(db);
}

const days = (db: Kysely<unknown>) =>
  sql`
    -- The days an audit that ended with its certificate stood still are given back, as those of the finding are; and where the
    -- missed day made a minor finding major, the last day of its new clock is the remedy's as well.
    create function remedy_day(f finding, r remedy) returns date language sql stable as $$
      select greatest(
        r.due_on + coalesce((select sum((s.resumed_at at time zone 'UTC')::date - s.stood_from) from finding_resumption s
          where s.finding_id = f.id and r.due_on >= s.stood_from), 0)::integer,
        case when exists (select 1 from finding_escalation e where e.finding_id = f.id and e.clock = 'remedy' and e.to_step = 'major')
          then f.close_due_on end)
    $$;
  `.execute(db);

const turns = (db: Kysely<unknown>) =>
  sql`
    -- Each last day that runs against a recruiter now: of what it has to do about a finding, and of what it owes to workers.
    -- Nothing follows twice from a day.
    create view finding_last_day as
      select d.finding_id, d.clock, d.due_on from (
          select f.id as finding_id, case f.state when 'issued' then 'contain' when 'awaiting_cap' then 'plan'
              when 'cap_returned' then 'plan' else 'close' end as clock, f.due_on, f.audit_id
            from finding f where f.state in ('issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected')
              and f.grade <> 'observation' and f.due_on is not null
          union all select f.id, 'remedy', remedy_day(f, r), f.audit_id
            from remedy r join finding f on f.id = r.finding_id
            where r.completed_at is null and f.grade <> 'observation' and f.state not in ('raised', 'disputed', 'closed', 'withdrawn')) d
        join finding f on f.id = d.finding_id join audit a on a.id = d.audit_id
        where not finding_stands_still(f, a)
          and not exists (select 1 from finding_escalation e where e.finding_id = d.finding_id and e.due_on = d.due_on);
  `.execute(db);

const escalations = (db: Kysely<unknown>) =>
  sql`
    alter table finding_escalation drop constraint finding_escalation_clock_check,
      add constraint finding_escalation_clock_check check (clock in ('contain', 'plan', 'close', 'remedy'));
    create or replace function require_ground_for_escalation() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f where f.id = new.finding_id and f.grade = new.from_grade and (new.cause = 'returned'
        or new.clock <> 'remedy' and f.due_on = new.due_on
          and f.state in ('issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected')
        or new.clock = 'remedy' and exists (select 1 from finding_last_day d
          where d.finding_id = f.id and d.clock = 'remedy' and d.due_on = new.due_on))) then
        raise exception 'finding % is not overdue with its recruiter', new.finding_id using errcode = 'integrity_constraint_violation';
      end if;
      if new.cause = 'returned' and not exists (select 1 from corrective_action_plan where finding_id = new.finding_id
        and round = new.round and answer = 'returned' and answered_by = new.escalated_by) then
        raise exception 'plan % of finding % was not returned', new.round, new.finding_id using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);

const announcements = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_late_finding() returns trigger language plpgsql as $$
    declare announced_on date := (new.announced_at at time zone 'UTC')::date;
    begin
      if not exists (select 1 from finding f join certificate c on c.organisation_id = f.organisation_id
          join finding_last_day d on d.finding_id = f.id
          where f.id = new.finding_id and c.id = new.certificate_id and d.due_on + 1 = new.due_on
            and f.grade in ('critical', 'major')
            and new.acts_on >= announced_on + last_announcement(c.scheme_version_id)) then
        raise exception 'of a late finding is announced what its recruiter has to do, in time'
          using errcode = 'integrity_constraint_violation', constraint = 'certificate_announcement_of_late_finding';
      end if;
      return new;
    end $$;
  `.execute(db);

/** Evidence is verified once workers have what they are owed: until then the body is not late with it. */
const reviews = (db: Kysely<unknown>) =>
  sql`
    create or replace function body_turns() returns table (audit_id uuid, finding_id uuid, occasion text, since date, due_on date)
    language sql stable as $$
      select a.id, f.id, w.occasion, w.since, w.since + w.days from (
          select p.finding_id, 'plan_review' as occasion, p.submitted_at as at, '{correctiveAction,planReviewDays}'::text[] as clock, 10 as otherwise
            from corrective_action_plan p where p.answer is null
          union all select e.finding_id, 'evidence_review', e.submitted_at, '{correctiveAction,evidenceReviewDays}', 15
            from finding_evidence e where e.answer is null
          union all select d.finding_id, 'dispute_answer', d.disputed_at, '{correctiveAction,disputeAnswerDays}', 10
            from finding_dispute d where d.outcome is null) asked
        join finding f on f.id = asked.finding_id join audit a on a.id = f.audit_id
        cross join lateral (select asked.occasion, finding_clock(f.scheme_version_id, asked.clock, asked.otherwise) as days,
          (greatest(asked.at, (select max(r.resumed_at) from finding_resumption r where r.finding_id = f.id),
            case asked.occasion when 'evidence_review' then (select r.completed_at from remedy r where r.finding_id = f.id) end)
            at time zone 'UTC')::date as since) w
        where f.state = any (case asked.occasion when 'plan_review' then array['cap_submitted']
            when 'evidence_review' then array['evidence_submitted'] else array['issued', 'disputed', 'awaiting_cap', 'cap_submitted',
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
  `.execute(db);
