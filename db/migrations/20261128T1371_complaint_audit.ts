import { sql, type Kysely } from 'kysely';

/**
 * A severe complaint that was found to be so has its audit: ordered by rule and by nobody's hand, or looked into by one that was
 * ordered on another complaint already (domain 2.8 b, 5.4). Which complaint stands beside the order, never in it: whoever reads
 * a programme reads nothing of a case.
 */
export async function up(db: Kysely<unknown>) {
  await orders(db);
  await watches(db);
}

const orders = (db: Kysely<unknown>) =>
  sql`
    alter table audit_programme_entry
      drop constraint audit_programme_entry_order,
      add constraint audit_programme_entry_order check (case reason
        when 'ordered' then type in ('special', 'follow_up', 'scope_extension') and num_nonnulls(trigger, grounds, ordered_at) = 3
          and (ordered_by is not null or (type = 'special' and trigger = 'critical_complaint' and notice_type = 'unannounced'))
        else type in ('surveillance', 'recertification') and num_nonnulls(trigger, grounds, ordered_by, ordered_at) = 0 end);

    create table complaint_audit (
      complaint_id uuid primary key references complaint (id),
      entry_id uuid not null references audit_programme_entry (id),
      linked_at timestamptz not null
    );
    create index complaint_audit_entry on complaint_audit (entry_id);
    comment on table complaint_audit is 'Which audit looks into what a severe complaint found. Shown to nobody.';
    create trigger complaint_audit_stands before update or delete on complaint_audit for each row execute function refuse_change();
    create trigger complaint_audit_no_truncate before truncate on complaint_audit execute function refuse_change();

    create function is_severe_harm(complaint uuid) returns boolean language sql stable as $$
      select exists (select 1 from complaint c join complaint_decision d on d.complaint_id = c.id
        where c.id = complaint and c.severe and d.outcome in ('substantiated', 'partly_substantiated'))
    $$;
    create function require_severe_complaint() returns trigger language plpgsql as $$
    begin
      if not is_severe_harm(new.complaint_id) then
        raise exception 'an audit is due to a severe complaint that was found to be so' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit_programme_entry e join certificate h on h.id = e.certificate_id
          join complaint c on c.id = new.complaint_id and c.organisation_id = h.organisation_id
          where e.id = new.entry_id and e.type = 'special' and e.trigger = 'critical_complaint' and e.dropped_at is null) then
        raise exception 'a complaint is looked into by a special audit of whom it is about' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_audit_of_own before insert on complaint_audit for each row execute function require_severe_complaint();

    -- By rule, and then by a complaint; looked at when everything is written.
    create function require_complaint_behind_order() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from complaint_audit where entry_id = new.id) then
        raise exception 'an audit is ordered by an officer, or by rule on a complaint' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger audit_programme_entry_by_rule after insert on audit_programme_entry deferrable initially deferred
      for each row when (new.reason = 'ordered' and new.ordered_by is null) execute function require_complaint_behind_order();

    -- Severe complaints that were found to be so before a moment, and whose recruiter's certificate is untouched: none, ever.
    create function complaints_unanswered(before timestamptz) returns setof uuid language sql stable as $$
      select c.id from complaint c
      where c.severe and c.organisation_id is not null
        and exists (select 1 from complaint_decision d where d.complaint_id = c.id and d.decided_at <= before
          and d.outcome in ('substantiated', 'partly_substantiated'))
        and not exists (select 1 from complaint_audit a where a.complaint_id = c.id)
        and exists (select 1 from certificate h join audit_programme p on p.certificate_id = h.id
          where h.organisation_id = c.organisation_id and h.status in ('active', 'active_under_watch', 'suspended')
            and h.valid_until >= (before at time zone 'UTC')::date)
    $$;
    create index complaint_severe on complaint (id) where severe;
  `.execute(db);

/** The watch that goes with such an audit, once the recruiter knows of that: by the fact that told it. */
const watches = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_status
      drop constraint certificate_status_cause_check,
      drop constraint certificate_status_cause,
      add constraint certificate_status_cause_check check (cause in ('finding', 'audit', 'licence', 'clock', 'complaint')),
      add constraint certificate_status_cause check (cause is null
        or case cause when 'complaint' then action = 'watched' and reason_class = 'special_audit'
          when 'finding' then action in ('suspended', 'withdrawn', 'watched') else action in ('suspended', 'withdrawn') end);
    create or replace function require_status_cause(latest certificate_status) returns void language plpgsql as $$
    declare happened event;
    begin
      select * into happened from event where id = latest.fact_id;
      if (case latest.cause
          when 'finding' then happened.type in ('finding.issued', 'finding.regraded', 'finding.escalated')
          when 'audit' then happened.type in ('audit.refused_by_auditee', 'audit.aborted')
          when 'licence' then happened.type in ('licence.suspended', 'licence.revoked')
          when 'complaint' then happened.type in ('audit.started', 'audit.notified') and exists (
            select 1 from audit_programme_entry e join complaint_audit a on a.entry_id = e.id
            where e.audit_id = happened.subject and e.certificate_id = latest.certificate_id)
          when 'clock' then happened.type = 'certificate.change_announced' and happened.subject = latest.certificate_id
            and happened.payload ->> 'change' = case when latest.action = 'withdrawn' then 'withdrawal'
              when latest.reason_class = 'licence_lost' then 'licence'
              when latest.reason_class = 'surveillance_not_held' then 'surveillance' else 'suspension' end
            and (happened.payload ->> 'on')::date <= (latest.decided_at at time zone 'UTC')::date
          else false end) is not true then
        raise exception 'no fact lets the house change certificate %', latest.certificate_id using errcode = 'integrity_constraint_violation';
      end if;
      if latest.cause <> 'clock' and not exists (
        select 1 from certificate c where c.id = latest.certificate_id and c.organisation_id = any (happened.related)) then
        raise exception 'that fact is not about the holder of certificate %', latest.certificate_id
          using errcode = 'integrity_constraint_violation';
      end if;
    end $$;
  `.execute(db);
