import { sql, type Kysely } from 'kysely';

/**
 * Harm to workers is not graded away: evidence is verified once its remedy is complete, whichever the grade; a second person
 * closes a minor finding that harmed somebody, too; and nothing is granted while what workers are owed is not even opened.
 */
export async function up(db: Kysely<unknown>) {
  await verification(db);
  await closing(db);
  await grants(db);
}

const verification = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_verification() returns trigger language plpgsql as $$
    begin
      if old.state not in ('evidence_submitted', 'cap_submitted') or new.verified_by is null
        or new.state <> (case when new.grade = 'minor' and new.harm is null then 'closed' else 'verified' end)
        or new.state = 'closed' and new.closed_by is distinct from new.verified_by then
        raise exception 'finding: with its verification a minor finding that harmed nobody closes, and any other waits for a second person'
          using errcode = 'integrity_constraint_violation';
      end if;
      if old.state = 'cap_submitted' and new.harm is not null then
        raise exception 'finding: where workers were harmed it does not close without action' using errcode = 'integrity_constraint_violation';
      end if;
      if new.harm is not null and not exists (select 1 from remedy where finding_id = new.id and completed_at is not null) then
        raise exception 'finding: harm to workers is verified once they are made whole' using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(new.audit_id, new.verified_by, (new.verified_at at time zone 'UTC')::date)
        or new.verified_by is distinct from (case old.state
          when 'cap_submitted' then (select answered_by from corrective_action_plan where finding_id = new.id order by round desc limit 1)
          else (select answered_by from finding_evidence where finding_id = new.id order by round desc limit 1) end) then
        raise exception 'finding: it is verified by whoever of the team took the evidence' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from finding_regrade where finding_id = new.id and outcome is null) then
        raise exception 'finding: it is verified once its grade is settled' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;

    -- What two changes of the same day allowed each, together: closing without action, and withdrawal by a late answer.
    drop trigger finding_step on finding;
    create trigger finding_step after update on finding for each row execute function refuse_step('state',
      'raised>issued', 'raised>awaiting_cap', 'raised>withdrawn', 'issued>awaiting_cap', 'awaiting_cap>cap_submitted',
      'cap_submitted>cap_accepted', 'cap_submitted>cap_returned', 'cap_submitted>closed', 'cap_returned>cap_submitted',
      'cap_accepted>evidence_submitted', 'evidence_submitted>verified', 'evidence_submitted>closed',
      'evidence_submitted>evidence_rejected', 'evidence_rejected>evidence_submitted', 'verified>closed',
      'awaiting_cap>issued', 'cap_submitted>issued', 'cap_returned>issued', 'cap_accepted>issued',
      'evidence_submitted>issued', 'evidence_rejected>issued',
      'issued>disputed', 'awaiting_cap>disputed', 'disputed>issued', 'disputed>awaiting_cap', 'disputed>withdrawn',
      'awaiting_cap>withdrawn', 'cap_submitted>withdrawn', 'cap_returned>withdrawn', 'cap_accepted>withdrawn',
      'evidence_submitted>withdrawn', 'evidence_rejected>withdrawn', 'issued>withdrawn');
  `.execute(db);

const closing = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_independent_closer() returns trigger language plpgsql as $$
    declare client uuid; body uuid;
    begin
      select a.organisation_id, a.audit_body_id into client, body from audit a where a.id = new.audit_id;
      if (new.grade in ('critical', 'major') or new.harm is not null) and (new.closed_by in (new.raised_by, new.verified_by)
        or not exists (select 1 from membership where organisation_id = body and account_id = new.closed_by and role = 'reviewer')
        or exists (select 1 from audit_team_member where audit_id = new.audit_id and account_id = new.closed_by)
        or exists (select 1 from audit_team_departure where audit_id = new.audit_id and account_id = new.closed_by)
        or has_tie(new.closed_by, client, (new.closed_at at time zone 'UTC')::date)) then
        raise exception 'a grave finding, or one that harmed workers, is closed by a reviewer of the audit body who was not at the audit and has no tie'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    drop trigger finding_with_approved_closer on finding;
    create trigger finding_with_approved_closer after update on finding for each row
      when (new.closed_by is not null and old.closed_by is null and (new.grade in ('critical', 'major') or new.harm is not null))
      execute function require_approved_closer();
  `.execute(db);

const grants = (db: Kysely<unknown>) =>
  sql`
    -- Told to the holder, and nobody has written down yet whom it harmed and what they are owed.
    create function remedies_not_opened(holder uuid) returns integer language sql stable as $$
      select count(*)::integer from finding f where f.organisation_id = holder and f.harm is not null and f.grade <> 'observation'
        and f.issued_at is not null and f.state not in ('closed', 'withdrawn')
        and not exists (select 1 from remedy r where r.finding_id = f.id)
    $$;
    create or replace function bar_to_grant(matter uuid, day date) returns text language sql stable as $$
      select case
        when rests_on_lost_licence(m.organisation_id,
          coalesce(c.corridors, a.corridors) || coalesce(r.corridors, '{}')) then 'licence_lost'
        when m.kind = 'lift' and owes_levy(m.certificate_id, day) then 'levy_owed'
        when m.kind = 'initial' and day < reentry_from(m.organisation_id) then 'too_soon_after_withdrawal'
        when remedies_not_opened(m.organisation_id) > 0 then 'remedy_not_opened'
      end from decision_matter m join application a on a.id = m.application_id
        left join certificate c on c.id = m.certificate_id left join certificate_scope_request r on r.id = m.request_id
      where m.id = matter
    $$;
  `.execute(db);
