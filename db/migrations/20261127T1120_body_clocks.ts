import { sql, type Kysely } from 'kysely';

/**
 * What the audit body owes has a day (domain 2.8 b, c): a dispute is answered, a plan and evidence are looked at, a report
 * is written and reviewed. What is late is told once; and a dispute nobody answered does not stop its finding for good.
 */
export async function up(db: Kysely<unknown>) {
  await still(db);
  await turns(db);
  await told(db);
  await ranOn(db);
  await grounds(db);
  await ends(db);
}

const still = (db: Kysely<unknown>) =>
  sql`
    -- Nothing is owed in audits that failed or ended with what they belonged to, unless the certificate stands again.
    create function finding_stands_still(f finding, a audit) returns boolean language sql stable as $$
      select a.state = 'failed' or case a.abort_reason when 'application_ended' then true
        when 'certificate_ended' then not (exists (select 1 from finding_resumption r where r.finding_id = f.id)
          and exists (select 1 from certificate c where c.organisation_id = f.organisation_id
            and c.status in ('active', 'active_under_watch', 'suspended')))
        else false end
    $$;
    create or replace function finding_runs(f finding, a audit) returns boolean language sql stable as $$
      select not finding_stands_still(f, a)
        and not exists (select 1 from finding_escalation e where e.finding_id = f.id and e.due_on = f.due_on)
    $$;
  `.execute(db);

const turns = (db: Kysely<unknown>) =>
  sql`
    -- From a weekend on, as if from the Friday before.
    create function working_days_after(since date, count integer) returns date language sql immutable as $$
      select case when count = 0 then since else since + count
        + 2 * ((extract(isodow from since)::integer - past - 1 + count) / 5) - past end
      from (select greatest(0, extract(isodow from since)::integer - 5) as past) weekend
    $$;
    alter table finding_dispute add column ran_on_at timestamptz;
    create index corrective_action_plan_awaited on corrective_action_plan (finding_id) where answer is null;
    create index finding_evidence_awaited on finding_evidence (finding_id) where answer is null;
    create index finding_dispute_awaited on finding_dispute (finding_id) where outcome is null;
    create index audit_report_awaited on audit (id) where state in ('fieldwork_done', 'report_draft', 'tech_review');

    -- What audit bodies owe now, since when and by which day. What stood still is owed from the day it runs again.
    create function body_turns() returns table (audit_id uuid, finding_id uuid, occasion text, since date, due_on date)
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
          (greatest(asked.at, (select max(r.resumed_at) from finding_resumption r where r.finding_id = f.id)) at time zone 'UTC')::date as since) w
        where f.state = any (case asked.occasion when 'plan_review' then array['cap_submitted']
            when 'evidence_review' then array['evidence_submitted'] else array['issued', 'disputed', 'awaiting_cap', 'cap_submitted',
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
  `.execute(db);

const told = (db: Kysely<unknown>) =>
  sql`
    create table audit_delay (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      finding_id uuid references finding (id),
      occasion text not null,
      due_on date not null,
      told_at timestamptz not null,
      constraint audit_delay_occasion check (case occasion when 'report' then finding_id is null
        when 'technical_review' then finding_id is null when 'dispute_answer' then finding_id is not null
        when 'plan_review' then finding_id is not null when 'evidence_review' then finding_id is not null else false end),
      constraint audit_delay_is_late check (due_on < (told_at at time zone 'UTC')::date)
    );
    create unique index audit_delay_once on audit_delay (coalesce(finding_id, audit_id), occasion, due_on);
    create index audit_delay_of_audit on audit_delay (audit_id);
    create trigger audit_delay_append_only before update or delete on audit_delay for each row execute function refuse_change();
    create trigger audit_delay_no_truncate before truncate on audit_delay execute function refuse_change();

    create function require_owed() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from body_turns() t where t.audit_id = new.audit_id and t.finding_id is not distinct from new.finding_id
          and t.occasion = new.occasion and t.due_on = new.due_on) then
        raise exception 'an audit body is late with what it owes, from the day it was due'
          using errcode = 'integrity_constraint_violation', constraint = 'audit_delay_is_owed';
      end if;
      return new;
    end $$;
    create trigger audit_delay_is_owed before insert on audit_delay for each row execute function require_owed();
  `.execute(db);

const ranOn = (db: Kysely<unknown>) =>
  sql`
    drop trigger finding_dispute_begins on finding_dispute;
    create trigger finding_dispute_begins after insert on finding_dispute for each row
      execute function require_beginning('', '', 'outcome', 'answer_reason', 'answered_at', 'answered_by', 'ran_on_at');
    create trigger finding_dispute_ran_on_once after update on finding_dispute for each row
      when (old.ran_on_at is not null) execute function refuse_rewriting('ran_on_at');
    create function require_missed_answer() returns trigger language plpgsql as $$
    begin
      if new.outcome is not null or not exists (select 1 from finding f join audit a on a.id = f.audit_id where f.id = new.finding_id
          and f.state = 'disputed' and f.plan_due_on is not null and f.dispute_due_on < (new.ran_on_at at time zone 'UTC')::date
          and not finding_stands_still(f, a)) then
        raise exception 'a disputed finding runs on when the day of the answer has passed without one'
          using errcode = 'integrity_constraint_violation', constraint = 'finding_dispute_missed';
      end if;
      return new;
    end $$;
    create trigger finding_dispute_missed before update on finding_dispute for each row
      when (old.ran_on_at is null and new.ran_on_at is not null) execute function require_missed_answer();
    create function require_running() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding where id = new.finding_id and state = 'disputed') then
        raise exception 'a finding whose dispute nobody answered runs on' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger finding_dispute_runs_on after update on finding_dispute deferrable initially deferred
      for each row when (new.ran_on_at is not null) execute function require_running();
  `.execute(db);

const grounds = (db: Kysely<unknown>) =>
  sql`
    create or replace function followed_since(f finding, r finding_resumption) returns boolean language sql stable as $$
      select coalesce(f.extended_at >= r.resumed_at, false)
        or exists (select 1 from finding_resumption later where later.finding_id = f.id and later.position > r.position)
        or exists (select 1 from finding_regrade g where g.finding_id = f.id and g.position > r.position and g.outcome = 'approved')
        or exists (select 1 from finding_escalation e where e.finding_id = f.id and e.position > r.position and e.to_step = 'major')
        or exists (select 1 from finding_dispute d where d.finding_id = f.id
          and coalesce(least(d.ran_on_at, d.answered_at) >= r.resumed_at, false))
    $$;
    create or replace function require_ground_on_finding() returns trigger language plpgsql as $$
    declare moved integer := (old.contain_due_on is distinct from new.contain_due_on)::integer
      + (old.plan_due_on is distinct from new.plan_due_on)::integer + (old.close_due_on is distinct from new.close_due_on)::integer
      + (old.resubmit_due_on is distinct from new.resubmit_due_on)::integer;
    begin
      if old.grade <> new.grade and not finding_grade_has_ground(new.id, old.grade, new.grade) then
        raise exception 'finding: grade stands as it is until a second person approves another' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'issued' and old.state not in ('raised', 'issued', 'disputed') and old.grade = new.grade then
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
    -- An answer that came after the finding ran on may still withdraw it.
    drop trigger finding_step on finding;
    create trigger finding_step after update on finding for each row execute function refuse_step('state',
      'raised>issued', 'raised>awaiting_cap', 'raised>withdrawn', 'issued>awaiting_cap', 'awaiting_cap>cap_submitted',
      'cap_submitted>cap_accepted', 'cap_submitted>cap_returned', 'cap_returned>cap_submitted',
      'cap_accepted>evidence_submitted', 'evidence_submitted>verified', 'evidence_submitted>closed',
      'evidence_submitted>evidence_rejected', 'evidence_rejected>evidence_submitted', 'verified>closed',
      'awaiting_cap>issued', 'cap_submitted>issued', 'cap_returned>issued', 'cap_accepted>issued',
      'evidence_submitted>issued', 'evidence_rejected>issued',
      'issued>disputed', 'awaiting_cap>disputed', 'disputed>issued', 'disputed>awaiting_cap', 'disputed>withdrawn',
      'awaiting_cap>withdrawn', 'cap_submitted>withdrawn', 'cap_returned>withdrawn', 'cap_accepted>withdrawn',
      'evidence_submitted>withdrawn', 'evidence_rejected>withdrawn', 'issued>withdrawn');
  `.execute(db);

const ends = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_due_days() returns trigger language plpgsql as $$
    declare
      began date;
      took integer;
      answered date;
      due date[] := array[new.contain_due_on, new.plan_due_on, new.close_due_on];
      clock text[] := array['findings', new.grade];
    begin
      if new.issued_at is null then return null; end if;
      if tg_op = 'INSERT' or old.issued_at is null then
        began := (new.issued_at at time zone 'UTC')::date;
      elsif old.grade <> new.grade then
        select (ground.at at time zone 'UTC')::date into began from (
          select position, answered_at as at from finding_regrade where finding_id = new.id and outcome = 'approved'
          union all select position, escalated_at from finding_escalation where finding_id = new.id and to_step = 'major'
        ) ground order by position desc limit 1;
      end if;
      if began is not null and due is distinct from (case new.grade when 'observation' then array[null, null, null]::date[] else array[
          case when new.grade = 'critical' then began + finding_clock(new.scheme_version_id, clock || array['contain'], 0) end,
          began + finding_clock(new.scheme_version_id, clock || array['plan'], 0),
          began + finding_clock(new.scheme_version_id, clock || array['close'], 0)] end) then
        raise exception 'finding: its days are those of its clocks' using errcode = 'integrity_constraint_violation';
      end if;
      if began is not null then return null; end if;
      if old.state = 'disputed' and new.state <> 'disputed' then
        select (coalesce(d.ran_on_at, d.answered_at) at time zone 'UTC')::date - (d.disputed_at at time zone 'UTC')::date into took
          from finding_dispute d where d.finding_id = new.id;
        if new.state <> 'awaiting_cap' then took := 0; end if;
        if took is not null and due is distinct from array[old.contain_due_on, old.plan_due_on + took, old.close_due_on + took] then
          raise exception 'finding: its days are later by those its dispute took' using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      if old.state <> 'disputed' and new.state = 'disputed' and new.dispute_due_on <> (select
        (d.disputed_at at time zone 'UTC')::date + finding_clock(new.scheme_version_id, '{correctiveAction,disputeAnswerDays}', 10)
        from finding_dispute d where d.finding_id = new.id) then
        raise exception 'finding: its dispute is answered in the days there are for it' using errcode = 'integrity_constraint_violation';
      end if;
      if old.state <> 'cap_returned' and new.state = 'cap_returned' then
        select (p.answered_at at time zone 'UTC')::date into answered from corrective_action_plan p
          where p.finding_id = new.id order by p.round desc limit 1;
        if new.resubmit_due_on is distinct from greatest(new.plan_due_on,
          answered + finding_clock(new.scheme_version_id, '{correctiveAction,resubmitDays}', 7)) then
          raise exception 'finding: a second plan is due in the days there are for it' using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      return null;
    end $$;
  `.execute(db);
