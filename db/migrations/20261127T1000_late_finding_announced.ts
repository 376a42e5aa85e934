import { sql, type Kysely } from 'kysely';

/**
 * What a late finding does to a certificate is a change by clock (domain 2.8 c, d): it is announced for the very finding
 * and the very day, and neither the finding is escalated nor the certificate changed before it was told in time.
 */
export async function up(db: Kysely<unknown>) {
  await announcement(db);
  await told(db);
  await runs(db);
  await held(db);
}

const announcement = (db: Kysely<unknown>) =>
  sql`
    alter table certificate_announcement
      add column finding_id uuid references finding (id),
      drop constraint certificate_announcement_change_check,
      add constraint certificate_announcement_change_check
        check (change in ('expiry', 'withdrawal', 'suspension', 'recertification', 'recertification_late', 'late_finding')),
      add constraint certificate_announcement_of_finding check ((change = 'late_finding') = (finding_id is not null)),
      drop constraint certificate_announcement_pkey;
    -- Two findings of a certificate may be due on the same day.
    create unique index certificate_announcement_once on certificate_announcement (certificate_id, change, due_on, step,
      coalesce(finding_id, '00000000-0000-0000-0000-000000000000'));
    -- Told of one day of a finding once, also when the certificate moves to another body meanwhile.
    create unique index certificate_announcement_of_day on certificate_announcement (finding_id, due_on, step)
      where finding_id is not null;
  `.execute(db);

const told = (db: Kysely<unknown>) =>
  sql`
    -- The last of the announcements of a scheme version, in days ahead.
    create function last_announcement(version text) returns integer language sql stable as $$
      select coalesce((select min(day::integer) from scheme_version v,
        jsonb_array_elements_text(v.terms #> '{clocks,certificates,announceDays}') day where v.id = version), 7)
    $$;
    -- Whether a missed day was announced in time, to the holder of whichever certificate stood then.
    create function late_finding_announced(late uuid, missed date, today date) returns boolean language sql stable as $$
      select exists (select 1 from certificate_announcement a join certificate c on c.id = a.certificate_id
        where a.finding_id = late and a.due_on = missed + 1 and a.acts_on <= today
          and a.step <= last_announcement(c.scheme_version_id))
    $$;
    -- Where no certificate stands there is nothing to be told of.
    create function escalation_may_follow(late uuid, missed date, today date) returns boolean language sql stable as $$
      select late_finding_announced(late, missed, today) or not exists (
        select 1 from finding f join certificate c on c.organisation_id = f.organisation_id
        where f.id = late and c.status not in ('withdrawn', 'superseded', 'transferred') and c.valid_until >= today)
    $$;

    create function require_late_finding() returns trigger language plpgsql as $$
    declare announced_on date := (new.announced_at at time zone 'UTC')::date;
    begin
      if not exists (select 1 from finding f join certificate c on c.organisation_id = f.organisation_id
          where f.id = new.finding_id and c.id = new.certificate_id and f.due_on + 1 = new.due_on
            and f.grade in ('critical', 'major')
            and f.state in ('issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected')
            and new.acts_on >= announced_on + last_announcement(c.scheme_version_id)) then
        raise exception 'of a late finding is announced what its recruiter has to do, in time'
          using errcode = 'integrity_constraint_violation', constraint = 'certificate_announcement_of_late_finding';
      end if;
      return new;
    end $$;
    create trigger certificate_announcement_of_late_finding before insert on certificate_announcement for each row
      when (new.change = 'late_finding') execute function require_late_finding();
  `.execute(db);

const runs = (db: Kysely<unknown>) =>
  sql`
    -- Nothing runs in audits that failed or ended with what they belonged to, and nothing follows twice from a day.
    create function finding_runs(f finding, a audit) returns boolean language sql stable as $$
      select a.state <> 'failed' and coalesce(a.abort_reason, '') not in ('application_ended', 'certificate_ended')
        and not exists (select 1 from finding_escalation e where e.finding_id = f.id and e.due_on = f.due_on)
    $$;
  `.execute(db);

const held = (db: Kysely<unknown>) =>
  sql`
    create function require_announced_escalation() returns trigger language plpgsql as $$
    begin
      if not escalation_may_follow(new.finding_id, new.due_on, (new.escalated_at at time zone 'UTC')::date) then
        raise exception 'finding %: what follows for the certificate was not announced in time', new.finding_id
          using errcode = 'integrity_constraint_violation', constraint = 'finding_escalation_announced';
      end if;
      return new;
    end $$;
    create trigger finding_escalation_announced before insert on finding_escalation for each row
      when (new.cause = 'late' and new.to_step in ('suspension', 'withdrawal'))
      execute function require_announced_escalation();

    -- A plan returned once too often is a person's decision; a day that was missed was announced.
    create function require_announced_lateness() returns trigger language plpgsql as $$
    declare happened event; escalated finding_escalation;
    begin
      select * into happened from event where id = new.fact_id;
      if happened.type <> 'finding.escalated' then return null; end if;
      select * into escalated from finding_escalation where finding_id = happened.subject
        and escalated_at = happened.occurred_at and to_step = happened.payload ->> 'to' order by position desc limit 1;
      if (escalated.cause = 'returned' or late_finding_announced(escalated.finding_id, escalated.due_on,
          (new.decided_at at time zone 'UTC')::date)) is not true then
        raise exception 'certificate %: a late finding changes it as it was announced', new.certificate_id
          using errcode = 'integrity_constraint_violation', constraint = 'certificate_status_announced';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_status_announced after insert on certificate_status deferrable initially deferred
      for each row when (new.cause = 'finding' and new.action in ('suspended', 'withdrawn'))
      execute function require_announced_lateness();
  `.execute(db);
