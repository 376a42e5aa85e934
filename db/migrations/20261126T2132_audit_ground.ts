import { sql, type Kysely } from 'kysely';

/** What a plan rests on (domain 2.4): the days reckoned for it, and how many workers of which kind are interviewed. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- The table of formula audit-days-1: up to and with so many people, so many days.
    create function audit_base_days(staff integer) returns numeric language sql immutable as $$
      select coalesce(
        (select days from (values (5, 1.5), (10, 2), (15, 2.5), (25, 3), (45, 4), (65, 5), (85, 6), (125, 7), (175, 8),
          (275, 9), (425, 10), (625, 11)) as base (most, days) where staff <= most order by most limit 1),
        11 + ceil((staff - 625) / 250.0))
    $$;

    create table audit_day_calculation (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      number integer not null check (number > 0),
      formula text not null,
      effective_staff integer not null check (effective_staff between 1 and 100000),
      extra_branches integer not null check (extra_branches between 0 and 1000),
      corridors integer not null check (corridors between 1 and 1000),
      interviews integer not null check (interviews between 0 and 100000),
      high_risk_tiers integer not null check (high_risk_tiers between 0 and 100),
      reduction_percent integer not null check (reduction_percent between 0 and 30),
      reduction_reason text,
      off_site_days numeric(9, 2) not null check (off_site_days >= 0),
      full_days numeric(9, 3) not null,
      initial_days numeric(9, 2) not null check (initial_days >= 3),
      total_days numeric(9, 2) not null check (total_days > 0),
      calculated_at timestamptz not null,
      calculated_by uuid not null references account (id),
      unique (audit_id, number),
      unique (id, audit_id),
      constraint audit_days_reduction check (reduction_percent = 0 or length(btrim(reduction_reason)) >= 20),
      constraint audit_days_on_site check (total_days - off_site_days >= 0.8 * total_days),
      constraint audit_days_full check (formula <> 'audit-days-1' or full_days = audit_base_days(effective_staff)
        + 0.5 * extra_branches + 0.5 * (corridors - 1) + interviews / 8.0 + high_risk_tiers),
      constraint audit_days_initial check (formula <> 'audit-days-1'
        or initial_days = greatest(3, round(full_days * (100 - reduction_percent) / 100, 2)))
    );
    create index audit_day_calculation_author on audit_day_calculation (calculated_by);
    create trigger audit_day_calculation_append_only before update or delete on audit_day_calculation
      for each row execute function refuse_change();
    create trigger audit_day_calculation_no_truncate before truncate on audit_day_calculation execute function refuse_change();

    create function require_share_of_days() returns trigger language plpgsql as $$
    declare kind text; thirds integer;
    begin
      select type into kind from audit where id = new.audit_id;
      thirds := case when kind in ('stage1', 'stage2') then 3 when kind = 'recertification' then 2 else 1 end;
      if new.formula = 'audit-days-1' and new.total_days <> ceil(round(new.initial_days * thirds * 2 / 3, 6)) / 2 then
        raise exception 'the days are not the part of the initial time that a % takes', kind
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_day_calculation_share before insert on audit_day_calculation
      for each row execute function require_share_of_days();

    create table audit_sample_plan (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      number integer not null check (number > 0),
      formula text not null,
      population integer not null check (population > 0),
      target integer not null,
      without_help integer not null,
      calculated_at timestamptz not null,
      calculated_by uuid not null references account (id),
      unique (audit_id, number),
      unique (id, audit_id),
      constraint audit_sample_target check (target <= population and (formula <> 'worker-sample-1'
        or target >= least(population, greatest(10, ceil(1.5 * sqrt(population)),
          case when population <= 200 then ceil(population / 10.0) else 0 end)))),
      constraint audit_sample_without_help check (without_help * 4 >= target and without_help <= target)
    );
    create index audit_sample_plan_author on audit_sample_plan (calculated_by);
    create table audit_sample_stratum (
      sample_plan_id uuid not null references audit_sample_plan (id),
      dimension text not null check (dimension in ('corridor', 'employer', 'sector', 'sex', 'sub_agent', 'stage')),
      name text not null check (length(btrim(name)) between 1 and 300),
      position integer not null,
      workers integer not null check (workers > 0),
      interviews integer not null,
      primary key (sample_plan_id, dimension, name),
      constraint audit_sample_stratum_interviews check (interviews between 0 and workers)
    );
    create trigger audit_sample_plan_append_only before update or delete on audit_sample_plan
      for each row execute function refuse_change();
    create trigger audit_sample_plan_no_truncate before truncate on audit_sample_plan execute function refuse_change();
    create trigger audit_sample_stratum_append_only before update or delete on audit_sample_stratum
      for each row execute function refuse_change();
    create trigger audit_sample_stratum_no_truncate before truncate on audit_sample_stratum execute function refuse_change();

    -- Judged when the transaction ends: by then a plan has all its strata, and afterwards none can be added.
    create function require_whole_sample() returns trigger language plpgsql as $$
    declare of uuid := coalesce(to_jsonb(new) ->> 'sample_plan_id', to_jsonb(new) ->> 'id')::uuid;
    begin
      if not exists (select 1 from audit_sample_stratum where sample_plan_id = of and dimension = 'corridor') or exists (
        select 1 from audit_sample_plan p join audit_sample_stratum s on s.sample_plan_id = p.id where p.id = of
          group by p.id, s.dimension having sum(s.interviews) <> p.target or sum(s.workers) <> p.population) then
        raise exception 'the strata of a sample make up its workers and its interviews' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from audit_sample_plan p join audit_sample_stratum s on s.sample_plan_id = p.id
        where p.id = of and p.formula = 'worker-sample-1' and s.interviews < least(3, s.workers)
          and (s.dimension = 'corridor' or s.dimension = 'sub_agent' and s.workers * 10 > p.population)) then
        raise exception 'a sample has three workers of each corridor and of each greater sub-agent'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_sample_plan_whole after insert on audit_sample_plan
      deferrable initially deferred for each row execute function require_whole_sample();
    create constraint trigger audit_sample_stratum_whole after insert on audit_sample_stratum
      deferrable initially deferred for each row execute function require_whole_sample();

    alter table audit
      add column day_calculation_id uuid,
      add column sample_plan_id uuid,
      add constraint audit_own_days foreign key (day_calculation_id, id) references audit_day_calculation (id, audit_id),
      add constraint audit_own_sample foreign key (sample_plan_id, id) references audit_sample_plan (id, audit_id);

    create function require_ground_for_plan() returns trigger language plpgsql as $$
    begin
      if old.state <> 'planned' and new.state = 'planned' and (new.day_calculation_id is null
        or new.sample_plan_id is null and new.type not in ('stage1', 'transfer_review', 'witness')) then
        raise exception 'audit %: a plan rests on its days and its sample', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_ground after update on audit for each row execute function require_ground_for_plan();
    create trigger audit_ground_stands after update on audit for each row when (old.state in ('notified', 'in_progress'))
      execute function refuse_rewriting('day_calculation_id', 'sample_plan_id');
  `.execute(db);
}
