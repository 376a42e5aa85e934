import { sql, type Kysely } from 'kysely';

/**
 * A finding that is graded below what its indicator names, or minor though workers were harmed, says why from the minute it
 * is raised: one auditor grades nothing away in silence (domain 2.5). A regrade has its reasons and its second person.
 */
export async function up(db: Kysely<unknown>) {
  await asked(db);
  await told(db);
}

const asked = (db: Kysely<unknown>) =>
  sql`
    alter table finding add column grading_reasons text check (length(btrim(grading_reasons)) >= 10);
    create function grade_asks_reasons(version text, code text, grade text, harm text) returns boolean language sql stable as $$
      select coalesce(harm is not null and grade in ('minor', 'observation')
        or array_position(array['critical', 'major', 'minor', 'observation'], grade)
          > array_position(array['critical', 'major', 'minor', 'observation'], (select i.default_grade from indicator i
            where i.scheme_version_id = version and i.code = grade_asks_reasons.code)), false)
    $$;
    create function require_reasons_of_grade() returns trigger language plpgsql as $$
    begin
      if new.grading_reasons is null and grade_asks_reasons(new.scheme_version_id, new.indicator_code, new.grade, new.harm) then
        raise exception 'finding: a grade below that of its indicator, or harm graded minor, has written reasons'
          using errcode = 'integrity_constraint_violation', constraint = 'finding_reasons_of_grade';
      end if;
      return null;
    end $$;
    create trigger finding_with_reasons_of_grade after insert on finding for each row execute function require_reasons_of_grade();
    create trigger finding_reasons_stand after update of grading_reasons on finding for each row
      execute function refuse_rewriting('grading_reasons');
  `.execute(db);

const told = (db: Kysely<unknown>) =>
  sql`
    -- Why a finding has the grade it has by now, where that asks for reasons. What people of the audit body wrote to each
    -- other over another grade is read inside it and by the scheme, and not by the recruiter.
    create function reasons_of_grade(f finding, inside boolean) returns text language sql stable as $$
      select case
        when not grade_asks_reasons(f.scheme_version_id, f.indicator_code, f.grade, f.harm) then null
        else coalesce((select ground.reason from (
            select g.position, case when inside then g.reason else 'two people of the audit body agreed on it' end as reason
              from finding_regrade g where g.finding_id = f.id and g.outcome = 'approved'
            union all select e.position, 'it was minor and was not put right in time'
              from finding_escalation e where e.finding_id = f.id and e.to_step = 'major') ground
          order by ground.position desc limit 1), f.grading_reasons, 'no reason was asked when it was raised') end
    $$;
  `.execute(db);
