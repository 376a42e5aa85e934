import { sql, type Kysely } from 'kysely';

/**
 * In audit the clock goes on (domain 2.8 a): stage 1 begins within its months of the acceptance, the next audit within its
 * months of the end of the one before. Without one the application lapses, and what was planned ends with it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- The last day on which the next audit may begin; none while one is under way, or waits for what follows from it.
    create function application_audit_by(asked uuid) returns date language sql stable as $$
      select case
        when exists (select 1 from audit r where r.application_id = a.id and r.certificate_id is null
          and (r.started_at is not null or r.refused_at is not null) and r.state not in ('closed', 'failed', 'cancelled')) then null
        else coalesce(
          (select ((max(coalesce(r.closed_at, r.failed_at)) at time zone 'UTC')::date
              + make_interval(months => coalesce((v.terms -> 'clocks' ->> 'nextAuditMonths')::integer, 6)))::date
            from audit r where r.application_id = a.id and r.certificate_id is null and r.state in ('closed', 'failed')),
          ((a.accepted_at at time zone 'UTC')::date
            + make_interval(months => coalesce((v.terms -> 'clocks' ->> 'firstAuditMonths')::integer, 6)))::date) end
      from application a join scheme_version v on v.id = a.scheme_version_id where a.id = asked
    $$;

    drop trigger application_step on application;
    create trigger application_step after update on application for each row execute function refuse_step('state',
      'draft>submitted', 'draft>discarded', 'draft>withdrawn', 'submitted>awaiting_payment', 'submitted>withdrawn',
      'awaiting_payment>under_review', 'awaiting_payment>lapsed', 'awaiting_payment>withdrawn',
      'under_review>accepted', 'under_review>deferred', 'under_review>rejected', 'under_review>withdrawn',
      'deferred>under_review', 'deferred>deferred_expired', 'deferred>withdrawn',
      'deferred_expired>under_review', 'deferred_expired>lapsed', 'deferred_expired>withdrawn',
      'accepted>engaged', 'accepted>lapsed', 'accepted>withdrawn', 'engaged>in_audit', 'engaged>lapsed', 'engaged>withdrawn',
      'in_audit>decision_pending', 'in_audit>lapsed', 'in_audit>withdrawn', 'decision_pending>certified', 'decision_pending>refused',
      'decision_pending>withdrawn', 'rejected>appealed', 'refused>appealed', 'appealed>under_review',
      'appealed>decision_pending', 'appealed>rejected', 'appealed>refused', 'appealed>withdrawn');

    create function require_audit_late() returns trigger language plpgsql as $$
    begin
      if (application_audit_by(new.id) < (new.ended_at at time zone 'UTC')::date and exists (
          select 1 from application_reminder r where r.application_id = new.id and r.kind = 'next_audit_due'
            and r.due_on < (new.ended_at at time zone 'UTC')::date)) is not true then
        raise exception 'application % lapses when no audit began in time, and it was warned', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger application_audit_late after update on application for each row
      when (old.state = 'in_audit' and new.state = 'lapsed') execute function require_audit_late();
  `.execute(db);
}
