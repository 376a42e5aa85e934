import { sql, type Kysely } from 'kysely';

/** What was final stays so: one report of an audit, its findings issued in their words, its days and notice as they were. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table audit_report add constraint audit_report_once unique (audit_id);

    create function require_issued_findings() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding f where f.audit_id = new.id and f.state = 'raised') then
        raise exception 'audit %: a finding of its final report is not issued', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_findings_issued after update on audit for each row
      when (old.state = 'report_final' and new.state <> old.state) execute function require_issued_findings();

    create function refuse_change_of_reported() returns trigger language plpgsql as $$
    begin
      if (new.statement, new.evidence) is distinct from (old.statement, old.evidence) or new.state = 'withdrawn' then
        if exists (select 1 from audit a where a.id = new.audit_id and a.reviewed_at is not null) then
          raise exception 'finding %: what the final report says of it stands', new.number
            using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      return null;
    end $$;
    create trigger finding_as_reported after update on finding for each row
      when (old.state = 'raised') execute function refuse_change_of_reported();

    create trigger audit_begun_stands after update on audit for each row
      when (old.started_at is not null) execute function refuse_rewriting('notice_type', 'notice_reason', 'starts_on',
        'planned_at', 'notified_at', 'started_at');
    create trigger audit_final_dates after update on audit for each row
      when (old.reviewed_at is not null) execute function refuse_rewriting('day_calculation_id', 'sample_plan_id',
        'report_started_at', 'fact_check_at', 'fact_check_due_on', 'fact_checked_at');

    alter table audit_day_calculation add constraint audit_day_formula check (formula = 'audit-days-1');
    alter table audit_sample_plan add constraint audit_sample_formula check (formula = 'worker-sample-1');
  `.execute(db);
}
