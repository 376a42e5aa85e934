import { sql, type Kysely } from 'kysely';

/** The days of a finding are those of its clocks, and more time is given once, by those who may, within what may be given. */
export async function up(db: Kysely<unknown>) {
  await clocks(db);
  await extensions(db);
  await ends(db);
}

const clocks = (db: Kysely<unknown>) =>
  sql`
    -- Days of the scheme version's own terms; versions older than a clock keep its default.
    create function finding_clock(version text, path text[], otherwise integer) returns integer language sql stable as $$
      select coalesce((select (terms #>> (array['clocks'] || path))::integer from scheme_version where id = version), otherwise)
    $$;

    create function require_due_days() returns trigger language plpgsql as $$
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
        select (d.answered_at at time zone 'UTC')::date - (d.disputed_at at time zone 'UTC')::date into took
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
    create trigger finding_days after insert or update on finding for each row execute function require_due_days();
  `.execute(db);

const extensions = (db: Kysely<unknown>) =>
  sql`
    create function require_extension() returns trigger language plpgsql as $$
    declare
      given date := (new.extended_at at time zone 'UTC')::date;
      running text := case new.state when 'issued' then 'contain' when 'awaiting_cap' then 'plan' when 'cap_returned' then 'plan'
        when 'cap_accepted' then 'close' when 'evidence_rejected' then 'close' end;
    begin
      if not works_on_audit(new.audit_id, new.extended_by, given) and not exists (select 1 from audit a
        join membership m on m.organisation_id = a.audit_body_id and m.account_id = new.extended_by and m.role = 'reviewer'
        where a.id = new.audit_id and not has_tie(new.extended_by, a.organisation_id, given)) then
        raise exception 'finding: more time is given by its audit team or a reviewer of its body, whom nothing ties to the recruiter'
          using errcode = 'integrity_constraint_violation';
      end if;
      if running is distinct from new.extended_clock or old.state <> new.state
        or exists (select 1 from finding_escalation where finding_id = new.id) then
        raise exception 'finding: more time is given for what runs, before anything followed' using errcode = 'integrity_constraint_violation';
      end if;
      if (new.due_on > old.due_on and new.due_on >= given and (running = 'close' or new.due_on <= new.close_due_on)
        and new.due_on <= old.due_on + finding_clock(new.scheme_version_id, array['findings', new.grade, running], 0)) is not true then
        raise exception 'finding: more time is later, and no more than its clock' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_extended_by_body after update on finding for each row
      when (old.extended_at is null and num_nonnulls(new.extended_at, new.extended_by) > 0) execute function require_extension();
  `.execute(db);

const ends = (db: Kysely<unknown>) =>
  sql`
    create function require_settled_findings() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding f where f.audit_id = new.id and is_open_point(f.grade, f.state) and (f.grade <> 'minor'
        or f.state not in ('cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'))) then
        raise exception 'audit %: nothing is decided while its findings are open', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_findings_settled after update on audit for each row
      when (old.state <> new.state and new.state = 'ready_for_decision') execute function require_settled_findings();

    -- Without a decision an audit ends when nothing grave of it is open, or when nothing is to be decided any more.
    create function audit_may_end(ending uuid) returns boolean language sql stable as $$
      select not exists (select 1 from finding f where f.audit_id = ending and f.grade in ('critical', 'major')
          and is_open_point(f.grade, f.state))
        or exists (select 1 from audit a
          join decision_matter m on m.audit_id = a.id or m.kind = 'initial' and m.application_id = a.application_id and a.certificate_id is null
          where a.id = ending and m.state in ('decided', 'dropped'))
        or exists (select 1 from audit a join certificate c on c.id = a.certificate_id
          where a.id = ending and c.status in ('withdrawn', 'superseded', 'transferred'))
    $$;
    create function require_decision_to_end() returns trigger language plpgsql as $$
    begin
      if not audit_may_end(new.id) then
        raise exception 'audit %: with a grave finding open it ends by a decision', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_ends_decided after update on audit for each row
      when (old.state = 'ready_for_decision' and new.state = 'closed') execute function require_decision_to_end();
  `.execute(db);
