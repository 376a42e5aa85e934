import { sql, type Kysely } from 'kysely';

/**
 * A plan's rest of sex, stage or sector is whoever the recruiter's papers say nothing of. Whoever is heard says it, so nobody
 * can be heard of that group, and fieldwork does not wait for it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function is_short_of_sample(one uuid) returns boolean language sql stable as $$
      with plan as (select p.id, p.target, p.without_help from audit a join audit_sample_plan p on p.id = a.sample_plan_id
          where a.id = one and a.type not in ('stage1', 'transfer_review', 'witness')),
        heard as (select i.* from worker_interview i where i.audit_id = one and i.outcome = 'done'),
        told as (select v.dimension, v.key from heard i cross join lateral (values ('corridor', i.corridor), ('sector', i.sector),
          ('sex', i.sex), ('stage', i.stage), ('employer', coalesce(i.employer::text, 'other')),
          ('sub_agent', coalesce(i.sub_agent::text, 'other'))) as v (dimension, key)),
        asked as (select s.dimension, sample_key(s.dimension, s.name, s.workers, s.position) as key, sum(s.interviews) as interviews
          from plan join audit_sample_stratum s on s.sample_plan_id = plan.id
          where (s.dimension, s.name) not in (('sex', 'Not known'), ('stage', 'Not known'), ('sector', 'Other or unknown sectors'))
          group by 1, 2)
      select exists (select 1 from plan where target > (select count(*) from heard)
          or without_help > (select count(*) from heard where reached = 'without_recruiter'))
        or exists (select 1 from asked where interviews > (select count(*) from told where told.dimension = asked.dimension
          and coalesce((select n.key from asked n where n.dimension = told.dimension and n.key = told.key), 'other') = asked.key))
    $$;
  `.execute(db);
}
