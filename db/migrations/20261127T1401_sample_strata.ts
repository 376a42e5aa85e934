import { sql, type Kysely } from 'kysely';

/**
 * Interviews are held against every group of the sample plan (domain 2.4): corridor, employer, sector, sex, sub-agent and
 * stage. Of employer and sub-agent an interview keeps the number of a group of its audit's plan, of five workers at least.
 */
export async function up(db: Kysely<unknown>) {
  await groups(db);
  await counting(db);
  await leftOut(db);
}

const groups = (db: Kysely<unknown>) =>
  sql`
    create function sample_key(dimension text, name text, workers integer, place integer) returns text language sql immutable as $$
      select coalesce(case dimension
        when 'corridor' then case when name ~ '^[A-Z]{2}-[A-Z]{2}$' then name end
        when 'sector' then case when name ~ '^[A-U]$' then name end
        when 'sex' then case when lower(btrim(name)) in ('women', 'woman', 'female') then 'female'
          when lower(btrim(name)) in ('men', 'man', 'male') then 'male' end
        when 'stage' then case when lower(btrim(name)) in ('before departure', 'pre-departure') then 'pre_departure'
          when lower(btrim(name)) in ('abroad, six months or less', 'up to six months there', 'up to six months') then 'first_months'
          when lower(btrim(name)) in ('abroad, longer', 'longer') then 'later'
          when lower(btrim(name)) = 'returned' then 'returned' end
        else case when workers >= 5 and name not in ('Other or unknown employers', 'Without a sub-agent, or smaller ones')
          then place::text end
      end, 'other')
    $$;

    alter table worker_interview add column employer integer, add column sub_agent integer;
    create function require_group_of_plan() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from (values ('employer', new.employer), ('sub_agent', new.sub_agent)) as said (dimension, place)
        where said.place is not null and not exists (select 1 from audit a
          join audit_sample_stratum s on s.sample_plan_id = a.sample_plan_id
          where a.id = new.audit_id and s.dimension = said.dimension and s.position = said.place
            and sample_key(s.dimension, s.name, s.workers, s.position) = said.place::text)) then
        raise exception 'a worker is of a group of the sample plan, of five workers at least'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger worker_interview_of_group before insert on worker_interview
      for each row execute function require_group_of_plan();
    create trigger worker_interview_group_stands after update on worker_interview
      for each row execute function refuse_rewriting('employer', 'sub_agent');
  `.execute(db);

const counting = (db: Kysely<unknown>) =>
  sql`
    -- What a plan names by no word an interview has stands for whoever is in none of the groups it names.
    create or replace function is_short_of_sample(one uuid) returns boolean language sql stable as $$
      with plan as (select p.id, p.target, p.without_help from audit a join audit_sample_plan p on p.id = a.sample_plan_id
          where a.id = one and a.type not in ('stage1', 'transfer_review', 'witness')),
        heard as (select i.* from worker_interview i where i.audit_id = one and i.outcome = 'done'),
        told as (select v.dimension, v.key from heard i cross join lateral (values ('corridor', i.corridor), ('sector', i.sector),
          ('sex', i.sex), ('stage', i.stage), ('employer', coalesce(i.employer::text, 'other')),
          ('sub_agent', coalesce(i.sub_agent::text, 'other'))) as v (dimension, key)),
        asked as (select s.dimension, sample_key(s.dimension, s.name, s.workers, s.position) as key, sum(s.interviews) as interviews
          from plan join audit_sample_stratum s on s.sample_plan_id = plan.id group by 1, 2)
      select exists (select 1 from plan where target > (select count(*) from heard)
          or without_help > (select count(*) from heard where reached = 'without_recruiter'))
        or exists (select 1 from asked where interviews > (select count(*) from told where told.dimension = asked.dimension
          and coalesce((select n.key from asked n where n.dimension = told.dimension and n.key = told.key), 'other') = asked.key))
    $$;
  `.execute(db);

const leftOut = (db: Kysely<unknown>) =>
  sql`
    -- Why no employer, or no sub-agent, is a group of the plan although the recruiter's network names some.
    alter table audit_sample_plan add column left_out text check (length(btrim(left_out)) between 20 and 10000);
    create function require_network_in_sample() returns trigger language plpgsql as $$
    begin
      if new.left_out is null and exists (select 1 from audit a join partner p on p.organisation_id = a.organisation_id
        where a.id = new.audit_id and p.kind in ('employer', 'sub_agent') and p.ended_on is null
          and not exists (select 1 from audit_sample_stratum s where s.sample_plan_id = new.id and s.dimension = p.kind)) then
        raise exception 'a sample leaves out partners the network names with reasons alone'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_sample_plan_of_network after insert on audit_sample_plan
      deferrable initially deferred for each row execute function require_network_in_sample();
  `.execute(db);
