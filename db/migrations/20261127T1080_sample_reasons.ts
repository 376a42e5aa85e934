import { sql, type Kysely } from 'kysely';

/**
 * Where fewer workers were heard than the sample asks for, fieldwork closes with written reasons (domain 2.4): in all,
 * without the recruiter's help, or on a corridor. Whoever refused or was not reached was tried, and was not heard.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit add column sample_reasons text,
      add constraint audit_sample_reasons check (sample_reasons is null
        or fieldwork_done_at is not null and length(btrim(sample_reasons)) between 20 and 10000);
    create trigger audit_sample_reasons_stand after update of sample_reasons on audit for each row
      when (old.state <> 'in_progress' or new.state <> 'fieldwork_done') execute function refuse_rewriting('sample_reasons');

    -- A corridor that the plan calls by no two countries stands for whoever is on none of those it names.
    create function is_short_of_sample(one uuid) returns boolean language sql stable as $$
      with plan as (select p.id, p.target, p.without_help from audit a join audit_sample_plan p on p.id = a.sample_plan_id
          where a.id = one and a.type not in ('stage1', 'transfer_review', 'witness')),
        heard as (select i.corridor, i.reached from worker_interview i where i.audit_id = one and i.outcome = 'done'),
        asked as (select case when s.name ~ '^[A-Z]{2}-[A-Z]{2}$' then s.name else 'other' end as corridor,
            sum(s.interviews) as interviews
          from plan join audit_sample_stratum s on s.sample_plan_id = plan.id where s.dimension = 'corridor' group by 1)
      select exists (select 1 from plan where target > (select count(*) from heard)
          or without_help > (select count(*) from heard where reached = 'without_recruiter'))
        or exists (select 1 from asked where interviews > (select count(*) from heard
          where coalesce((select n.corridor from asked n where n.corridor = heard.corridor), 'other') = asked.corridor))
    $$;
    create function require_sample_heard() returns trigger language plpgsql as $$
    begin
      if is_short_of_sample(new.id) <> (new.sample_reasons is not null) then
        raise exception 'audit %: fewer workers heard than its sample asks for have reasons, and nothing else has', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_sample_heard after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done') execute function require_sample_heard();
  `.execute(db);
}
