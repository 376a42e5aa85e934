import { sql, type Kysely } from 'kysely';

/**
 * An audit that ended with its certificate stays ended; where the certificate stands again, its findings run again, with
 * the days they had left when they stood still (domain 2.5, 2.8 c).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table finding_resumption (
      id uuid primary key default gen_random_uuid(),
      position bigint not null unique default nextval('finding_ground_position'),
      finding_id uuid not null references finding (id),
      stood_from date not null,
      resumed_at timestamptz not null,
      -- The days of the finding from then on.
      contain_due_on date,
      plan_due_on date,
      close_due_on date,
      resubmit_due_on date,
      constraint finding_resumption_order check (stood_from <= (resumed_at at time zone 'UTC')::date)
    );
    create index finding_resumption_of on finding_resumption (finding_id, position);
    create trigger finding_resumption_append_only before update or delete on finding_resumption
      for each row execute function refuse_change();
    create trigger finding_resumption_no_truncate before truncate on finding_resumption execute function refuse_change();
  `.execute(db);
  await standstill(db);
  await moved(db);
}

const standstill = (db: Kysely<unknown>) =>
  sql`
    -- From the end of the audit, or a later withdrawal, if a certificate of its holder stands and the finding does not run yet.
    create function finding_still_since(still uuid, at timestamptz) returns date language sql stable as $$
      select (ended.at at time zone 'UTC')::date from finding f join audit a on a.id = f.audit_id
      cross join lateral (select greatest(coalesce(a.aborted_at, a.closed_at),
        (select max(s.decided_at) from certificate_status s join certificate c on c.id = s.certificate_id
          where c.organisation_id = f.organisation_id and s.status = 'withdrawn' and s.decided_at <= at)) as at) ended
      where f.id = still and a.abort_reason = 'certificate_ended' and ended.at <= at
        and exists (select 1 from certificate c where c.organisation_id = f.organisation_id
          and c.status in ('active', 'active_under_watch', 'suspended') and c.valid_until >= (at at time zone 'UTC')::date)
        and not exists (select 1 from finding_resumption r where r.finding_id = still and r.resumed_at >= ended.at)
    $$;
    create or replace function finding_runs(f finding, a audit) returns boolean language sql stable as $$
      select a.state <> 'failed' and not exists (select 1 from finding_escalation e where e.finding_id = f.id and e.due_on = f.due_on)
        and case a.abort_reason when 'application_ended' then false
          when 'certificate_ended' then exists (select 1 from finding_resumption r where r.finding_id = f.id)
            and exists (select 1 from certificate c where c.organisation_id = f.organisation_id
              and c.status in ('active', 'active_under_watch', 'suspended'))
          else true end
    $$;
  `.execute(db);

const moved = (db: Kysely<unknown>) =>
  sql`
    create function resumed_day(day date, stood_from date, resumed date) returns date language sql immutable as $$
      select case when day >= stood_from then day + (resumed - stood_from) else day end
    $$;
    create function require_standstill() returns trigger language plpgsql as $$
    declare f finding; resumed date := (new.resumed_at at time zone 'UTC')::date;
    begin
      select * into f from finding where id = new.finding_id;
      if new.stood_from is distinct from finding_still_since(new.finding_id, new.resumed_at)
        or f.state in ('raised', 'closed', 'withdrawn') or f.grade = 'observation' then
        raise exception 'a finding runs again when the certificate it stood still with stands again'
          using errcode = 'integrity_constraint_violation', constraint = 'finding_resumption_standstill';
      end if;
      if array[new.contain_due_on, new.plan_due_on, new.close_due_on, new.resubmit_due_on] is distinct from (case
          when f.state = 'disputed' then array[f.contain_due_on, f.plan_due_on, f.close_due_on, f.resubmit_due_on]
          else array[case when f.contained_at is null then resumed_day(f.contain_due_on, new.stood_from, resumed) else f.contain_due_on end,
            resumed_day(f.plan_due_on, new.stood_from, resumed), resumed_day(f.close_due_on, new.stood_from, resumed),
            resumed_day(f.resubmit_due_on, new.stood_from, resumed)] end) then
        raise exception 'finding: it has the days it had left' using errcode = 'integrity_constraint_violation',
          constraint = 'finding_resumption_days';
      end if;
      return new;
    end $$;
    create trigger finding_resumption_standstill before insert on finding_resumption
      for each row execute function require_standstill();
    -- The days move with it, and are those it says as long as nothing else moved them.
    create function require_resumed_days() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f where f.id = new.finding_id
          and array[f.contain_due_on, f.plan_due_on, f.close_due_on, f.resubmit_due_on]
            is not distinct from array[new.contain_due_on, new.plan_due_on, new.close_due_on, new.resubmit_due_on]) then
        raise exception 'finding %: its days move when it runs again', new.finding_id using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger finding_resumption_moves after insert on finding_resumption deferrable initially deferred
      for each row execute function require_resumed_days();

    -- Whether anything moved its days after it ran again.
    create function followed_since(f finding, r finding_resumption) returns boolean language sql stable as $$
      select coalesce(f.extended_at >= r.resumed_at, false)
        or exists (select 1 from finding_resumption later where later.finding_id = f.id and later.position > r.position)
        or exists (select 1 from finding_regrade g where g.finding_id = f.id and g.position > r.position and g.outcome = 'approved')
        or exists (select 1 from finding_escalation e where e.finding_id = f.id and e.position > r.position and e.to_step = 'major')
        or exists (select 1 from finding_dispute d where d.finding_id = f.id and d.answered_at >= r.resumed_at)
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
        where finding_id = new.id and (outcome is null) = (new.state = 'disputed')) then
        raise exception 'finding: a dispute begins and ends in words' using errcode = 'integrity_constraint_violation';
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
