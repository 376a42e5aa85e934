import { sql, type Kysely } from 'kysely';

/**
 * Where the missed day of a remedy made a minor finding major, its workers have another day, that of the escalation: more time
 * for the correction, or another grade, moves it no more than the first one. So a day that was missed stays missed.
 */
export async function up(db: Kysely<unknown>) {
  await kept(db);
  await asked(db);
  await read(db);
}

const kept = (db: Kysely<unknown>) =>
  sql`
    alter table finding_escalation add column remedy_due_on date;
    alter table finding_escalation disable trigger finding_escalation_append_only;
    update finding_escalation e set remedy_due_on = (e.escalated_at at time zone 'UTC')::date
        + finding_clock(f.scheme_version_id, '{findings,major,close}', 90)
      from finding f where f.id = e.finding_id and e.clock = 'remedy' and e.to_step = 'major';
    alter table finding_escalation enable trigger finding_escalation_append_only;
    alter table finding_escalation add constraint finding_escalation_remedy_shape
      check ((remedy_due_on is not null) = (clock is not distinct from 'remedy' and to_step = 'major'));
  `.execute(db);

const asked = (db: Kysely<unknown>) =>
  sql`
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
      if new.remedy_due_on <> (select (new.escalated_at at time zone 'UTC')::date
          + finding_clock(f.scheme_version_id, '{findings,major,close}', 90) from finding f where f.id = new.finding_id) then
        raise exception 'finding %: its workers have the days of a major finding from then on', new.finding_id
          using errcode = 'integrity_constraint_violation', constraint = 'finding_escalation_remedy_day';
      end if;
      return new;
    end $$;
  `.execute(db);

const read = (db: Kysely<unknown>) =>
  sql`
    -- The latest day its workers were given, and the days their finding stood still after that are given back.
    create or replace function remedy_day(f finding, r remedy) returns date language sql stable as $$
      select given.day + coalesce((select sum((s.resumed_at at time zone 'UTC')::date - s.stood_from) from finding_resumption s
          where s.finding_id = f.id and s.position > given.position and given.day >= s.stood_from), 0)::integer
        from (select r.due_on as day, 0 as position
          union all select e.remedy_due_on, e.position from finding_escalation e where e.finding_id = f.id and e.remedy_due_on is not null
          order by position desc limit 1) given
    $$;
  `.execute(db);
