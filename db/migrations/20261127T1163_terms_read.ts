import { sql, type Kysely } from 'kysely';

/** How many minors suggest a major, and how long the next audit of an application may take to begin, as the version's terms say. */
export async function up(db: Kysely<unknown>) {
  await breakdowns(db);
  await stages(db);
}

const breakdowns = (db: Kysely<unknown>) =>
  sql`
    create function minors_for_major(one uuid) returns integer language sql stable as $$
      select coalesce((v.terms -> 'clocks' -> 'correctiveAction' ->> 'minorsForMajor')::integer, 3)
      from audit a join scheme_version v on v.id = a.scheme_version_id where a.id = one
    $$;
    create or replace function open_breakdowns(one uuid) returns table (criterion_code text, minors uuid[]) language sql stable as $$
      select told.criterion_code, told.minors from (
        select i.criterion_code, array_agg(f.id) as minors, bool_or(f.audit_id = one) as here
        from finding f join indicator i on i.scheme_version_id = f.scheme_version_id and i.code = f.indicator_code
        where f.audit_id in (select audits_of_cycle(one)) and f.grade = 'minor' and f.state <> 'withdrawn'
        group by i.criterion_code having count(*) >= (select minors_for_major(one))
      ) told
      where told.here
        and not exists (select 1 from finding_regrade r join finding g on g.id = r.finding_id
          join indicator i on i.scheme_version_id = g.scheme_version_id and i.code = g.indicator_code
          where g.audit_id = one and i.criterion_code = told.criterion_code and g.state <> 'withdrawn'
            and r.outcome = 'approved' and r.from_grade = 'minor' and g.grade in ('major', 'critical'))
        and not exists (select 1 from finding_breakdown b left join finding m on m.id = b.major_id
          where b.audit_id = one and b.criterion_code = told.criterion_code and m.state is distinct from 'withdrawn'
            and told.minors <@ (select array_agg(n.finding_id) from finding_breakdown_minor n where n.breakdown_id = b.id))
    $$;
  `.execute(db);

const stages = (db: Kysely<unknown>) =>
  sql`
    create or replace function application_audit_by(asked uuid) returns date language sql stable as $$
      select case
        when exists (select 1 from audit r where r.application_id = a.id and r.certificate_id is null
          and (r.started_at is not null or r.refused_at is not null) and r.state not in ('closed', 'failed', 'cancelled')) then null
        else ((coalesce(
          (select max(coalesce(r.closed_at, r.failed_at))
            from audit r where r.application_id = a.id and r.certificate_id is null and r.state in ('closed', 'failed')),
          a.accepted_at) at time zone 'UTC')::date
          + make_interval(months => coalesce((v.terms -> 'clocks' -> 'audits' ->> 'stageMonths')::integer, 6)))::date end
      from application a join scheme_version v on v.id = a.scheme_version_id where a.id = asked
    $$;
  `.execute(db);
