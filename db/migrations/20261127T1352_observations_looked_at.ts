import { sql, type Kysely } from 'kysely';

/**
 * An observation is looked at again at the next audit (domain 2.5): it is gone and closes, it is still so and stays, or it
 * became a finding with a grade, which closes it once that is told. Fieldwork does not close before.
 */
export async function up(db: Kysely<unknown>) {
  await kept(db);
  await grounds(db);
  await closing(db);
  await fieldwork(db);
}

const kept = (db: Kysely<unknown>) =>
  sql`
    create table observation_look (
      id uuid primary key default gen_random_uuid(),
      finding_id uuid not null references finding (id),
      audit_id uuid not null references audit (id),
      answer text not null check (answer in ('gone', 'still', 'raised')),
      note text not null check (length(btrim(note)) >= 10),
      raised_id uuid unique references finding (id),
      looked_at timestamptz not null,
      looked_by uuid not null references account (id),
      constraint observation_look_shape check ((answer = 'raised') = (raised_id is not null))
    );
    create index observation_look_finding on observation_look (finding_id);
    create index observation_look_audit on observation_look (audit_id);
    create index observation_look_looked_by on observation_look (looked_by);
    create trigger observation_look_append_only before update or delete on observation_look
      for each row execute function refuse_change();
    create trigger observation_look_no_truncate before truncate on observation_look execute function refuse_change();

    -- What was raised in error and withdrawn before it was told answers nothing.
    create view standing_look as
      select l.*, r.issued_at as told_at from observation_look l left join finding r on r.id = l.raised_id
        where r.id is null or r.state <> 'withdrawn' or r.issued_at is not null;
    create index finding_observation_open on finding (organisation_id) where grade = 'observation' and state = 'issued';
  `.execute(db);

const grounds = (db: Kysely<unknown>) =>
  sql`
    create function require_ground_for_look() returns trigger language plpgsql as $$
    declare seen finding;
    begin
      select * into seen from finding where id = new.finding_id for no key update;
      if seen.grade <> 'observation' or seen.state <> 'issued' or seen.audit_id = new.audit_id or not exists (select 1 from audit a
          where a.id = new.audit_id and a.organisation_id = seen.organisation_id and a.type <> 'stage1'
            and a.state in ('in_progress', 'fieldwork_done', 'report_draft'))
        or exists (select 1 from finding_regrade where finding_id = seen.id and outcome is null) then
        raise exception 'an observation that stands is looked at by the next audit of its recruiter' using errcode = 'integrity_constraint_violation';
      end if;
      if not works_on_audit(new.audit_id, new.looked_by, (new.looked_at at time zone 'UTC')::date) then
        raise exception 'an observation is looked at by the team of the next audit' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from standing_look where finding_id = new.finding_id and audit_id = new.audit_id) then
        raise exception 'an observation is looked at once an audit' using errcode = 'integrity_constraint_violation';
      end if;
      if new.raised_id is not null and not exists (select 1 from finding where id = new.raised_id
        and repeats_id = new.finding_id and audit_id = new.audit_id) then
        raise exception 'what an observation became is raised in that audit' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger observation_look_ground before insert on observation_look
      for each row execute function require_ground_for_look();

    create function require_closed_when_gone() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from finding where id = new.finding_id and state = 'issued') then
        raise exception 'an observation that is gone is closed' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger observation_look_closes after insert on observation_look deferrable initially deferred
      for each row when (new.answer = 'gone') execute function require_closed_when_gone();
  `.execute(db);

const closing = (db: Kysely<unknown>) =>
  sql`
    drop trigger finding_step on finding;
    create trigger finding_step after update on finding for each row execute function refuse_step('state',
      'raised>issued', 'raised>awaiting_cap', 'raised>withdrawn', 'issued>awaiting_cap', 'issued>closed', 'awaiting_cap>cap_submitted',
      'cap_submitted>cap_accepted', 'cap_submitted>cap_returned', 'cap_submitted>closed', 'cap_returned>cap_submitted',
      'cap_accepted>evidence_submitted', 'evidence_submitted>verified', 'evidence_submitted>closed',
      'evidence_submitted>evidence_rejected', 'evidence_rejected>evidence_submitted', 'verified>closed',
      'awaiting_cap>issued', 'cap_submitted>issued', 'cap_returned>issued', 'cap_accepted>issued',
      'evidence_submitted>issued', 'evidence_rejected>issued',
      'issued>disputed', 'awaiting_cap>disputed', 'disputed>issued', 'disputed>awaiting_cap', 'disputed>withdrawn',
      'awaiting_cap>withdrawn', 'cap_submitted>withdrawn', 'cap_returned>withdrawn', 'cap_accepted>withdrawn',
      'evidence_submitted>withdrawn', 'evidence_rejected>withdrawn', 'issued>withdrawn');
    create function require_look_at_observation() returns trigger language plpgsql as $$
    begin
      if new.grade <> 'observation' or not exists (select 1 from standing_look l where l.finding_id = new.id
          and l.looked_by = new.closed_by and (l.answer = 'gone' or l.answer = 'raised' and l.told_at is not null)) then
        raise exception 'finding: an observation closes when the next audit finds it gone, or tells what it became'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_observation_closes after update on finding for each row
      when (old.state = 'issued' and new.state = 'closed') execute function require_look_at_observation();
  `.execute(db);

const fieldwork = (db: Kysely<unknown>) =>
  sql`
    create or replace function refuse_unfinished_fieldwork() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from worker_interview where audit_id = new.id and outcome = 'open') then
        raise exception 'audit %: an interview has no outcome', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.type <> 'stage1' and exists (select 1 from finding f
        where f.organisation_id = new.organisation_id and f.state = 'closed' and f.grade <> 'observation' and f.audit_id <> new.id
          and not exists (select 1 from standing_judgement e where e.finding_id = f.id)) then
        raise exception 'audit %: a correction of an earlier audit was not judged', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.type <> 'stage1' and exists (select 1 from finding f
        where f.organisation_id = new.organisation_id and f.state = 'issued' and f.grade = 'observation' and f.audit_id <> new.id
          and not exists (select 1 from standing_look l where l.finding_id = f.id and l.audit_id = new.id)) then
        raise exception 'audit %: an observation of an earlier audit was not looked at', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
