import { sql, type Kysely } from 'kysely';

/**
 * An observation that is disputed when the next audit comes is looked at like any other: that nobody answered the dispute yet
 * keeps it out of no audit. Gone, it closes once the dispute is answered.
 */
export async function up(db: Kysely<unknown>) {
  await grounds(db);
  await fieldwork(db);
}

const grounds = (db: Kysely<unknown>) =>
  sql`
    drop index finding_observation_open;
    create index finding_observation_open on finding (organisation_id) where grade = 'observation' and state in ('issued', 'disputed');
    create or replace function require_ground_for_look() returns trigger language plpgsql as $$
    declare seen finding;
    begin
      select * into seen from finding where id = new.finding_id for no key update;
      if seen.grade <> 'observation' or seen.state not in ('issued', 'disputed') or seen.audit_id = new.audit_id or not exists (
          select 1 from audit a where a.id = new.audit_id and a.organisation_id = seen.organisation_id and a.type <> 'stage1'
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
        where f.organisation_id = new.organisation_id and f.state in ('issued', 'disputed') and f.grade = 'observation' and f.audit_id <> new.id
          and not exists (select 1 from standing_look l where l.finding_id = f.id and l.audit_id = new.id)) then
        raise exception 'audit %: an observation of an earlier audit was not looked at', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
