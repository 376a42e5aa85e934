import { sql, type Kysely } from 'kysely';

/**
 * Harm that was said to be stopped, and is not believed, is to be stopped again with the days that were left when it was said:
 * those the audit body took for its answer are given back, to the plan as well. A day that was missed before stays missed.
 */
export async function up(db: Kysely<unknown>) {
  await followed(db);
  await days(db);
  await grounds(db);
}

const followed = (db: Kysely<unknown>) =>
  sql`
    create or replace function followed_since(f finding, r finding_resumption) returns boolean language sql stable as $$
      select coalesce(f.extended_at >= r.resumed_at, false)
        or exists (select 1 from finding_resumption later where later.finding_id = f.id and later.position > r.position)
        or exists (select 1 from finding_regrade g where g.finding_id = f.id and g.position > r.position and g.outcome = 'approved')
        or exists (select 1 from finding_escalation e where e.finding_id = f.id and e.position > r.position and e.to_step = 'major')
        or exists (select 1 from finding_dispute d where d.finding_id = f.id
          and coalesce(least(d.ran_on_at, d.answered_at) >= r.resumed_at, false))
        or exists (select 1 from finding_containment c where c.finding_id = f.id and c.answer = 'not_contained'
          and c.answered_at >= r.resumed_at)
    $$;
  `.execute(db);

const days = (db: Kysely<unknown>) =>
  sql`
    create function require_days_of_containment() returns trigger language plpgsql as $$
    declare
      said date;
      answered date;
    begin
      select (c.submitted_at at time zone 'UTC')::date, (c.answered_at at time zone 'UTC')::date into said, answered
        from finding_containment c where c.finding_id = new.id order by c.round desc limit 1;
      if containment_refused(new) and array[new.contain_due_on, new.plan_due_on, new.close_due_on, new.resubmit_due_on]
          is distinct from array[resumed_day(old.contain_due_on, said, answered), resumed_day(old.plan_due_on, said, answered),
            old.close_due_on, old.resubmit_due_on] then
        raise exception 'finding: the days its audit body took to answer are given back' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_containment_days after update on finding for each row
      when (old.contained_at is not null and new.contained_at is null and old.grade = new.grade)
      execute function require_days_of_containment();
  `.execute(db);

const grounds = (db: Kysely<unknown>) =>
  sql`
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
      -- How far they move then is asked by a trigger of its own.
      if old.contained_at is not null and new.contained_at is null then
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
