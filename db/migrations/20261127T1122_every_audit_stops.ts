import { sql, type Kysely } from 'kysely';

/**
 * Six months after its last day an audit with something grave open has failed, whatever kind it is (domain 2.8 b): a
 * recertification leads to no renewal, and one of its kind is held again. What it found of a certificate that stands keeps
 * its days: a finding does not stop because its audit did.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function finding_stands_still(f finding, a audit) returns boolean language sql stable as $$
      select a.state = 'failed' and a.certificate_id is null or case a.abort_reason when 'application_ended' then true
        when 'certificate_ended' then not (exists (select 1 from finding_resumption r where r.finding_id = f.id)
          and exists (select 1 from certificate c where c.organisation_id = f.organisation_id
            and c.status in ('active', 'active_under_watch', 'suspended')))
        else false end
    $$;
    create or replace function is_undone(state text, aborted_at timestamptz, refused_at timestamptz) returns boolean
      language sql immutable as $$
      select state in ('cancelled', 'refused_by_auditee', 'aborted', 'failed') or (state = 'closed' and num_nonnulls(aborted_at, refused_at) > 0)
    $$;
    create or replace function require_six_months() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding where audit_id = new.id and grade in ('critical', 'major')
        and state not in ('closed', 'withdrawn')) then
        raise exception 'audit % has nothing grave that was not corrected', new.id using errcode = 'integrity_constraint_violation';
      end if;
      if ((new.fieldwork_done_at at time zone 'UTC')::date + make_interval(months =>
          finding_clock(new.scheme_version_id, '{audits,correctiveActionMonths}', 6)) < (new.failed_at at time zone 'UTC')::date) is not true then
        raise exception 'audit %: there is time yet to correct what it found', new.id
          using errcode = 'integrity_constraint_violation', constraint = 'audit_fails_in_time';
      end if;
      return null;
    end $$;
  `.execute(db);
}
