import { sql, type Kysely } from 'kysely';

/**
 * A finding that was raised in error is withdrawn by whoever leads its audit, until the report is sent, and by name. What was
 * settled by raising it is open again: the misuse it was, the correction it said did not last.
 */
export async function up(db: Kysely<unknown>) {
  await hands(db);
  await misuses(db);
  await judgements(db);
}

const hands = (db: Kysely<unknown>) =>
  sql`
    alter table finding add column withdrawn_by uuid references account (id),
      add constraint finding_withdrawn_by_somebody check (withdrawn_by is null or withdrawn_at is not null);
    create index finding_withdrawn_by on finding (withdrawn_by) where withdrawn_by is not null;
    create function require_hand_of_withdrawal() returns trigger language plpgsql as $$
    begin
      if new.withdrawn_by is null then
        raise exception 'a finding is withdrawn by somebody' using errcode = 'integrity_constraint_violation';
      end if;
      if old.state = 'raised' and not exists (select 1 from audit a join audit_team_member m on m.audit_id = a.id
          where a.id = new.audit_id and a.state in ('in_progress', 'fieldwork_done', 'report_draft')
            and m.account_id = new.withdrawn_by and m.role = 'lead_auditor') then
        raise exception 'a raised finding is withdrawn by whoever leads its audit, until the report is sent'
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_withdrawn_by_hand after update on finding for each row
      when (old.state <> 'withdrawn' and new.state = 'withdrawn') execute function require_hand_of_withdrawal();

    -- What the reviewer read is not what stands by now: it is another revision.
    create function renew_report_in_review() returns trigger language plpgsql as $$
    begin
      update audit_report_draft set revision = revision + 1 where audit_id = new.audit_id
        and exists (select 1 from audit where id = new.audit_id and state = 'tech_review');
      return null;
    end $$;
    create trigger finding_renews_report after update on finding for each row
      when (old.grade <> new.grade or old.state <> 'withdrawn' and new.state = 'withdrawn')
      execute function renew_report_in_review();
  `.execute(db);

/** Withdrawn before it was told, it settles nothing; on a dispute a second person said what holds. */
const misuses = (db: Kysely<unknown>) =>
  sql`
    alter table finding_of_misuse drop constraint finding_of_misuse_pkey, add primary key (misuse_id, finding_id);
    create view standing_misuse_finding as
      select l.misuse_id, l.finding_id from finding_of_misuse l join finding f on f.id = l.finding_id
        where f.state <> 'withdrawn' or f.issued_at is not null;
    create or replace function require_finding_on_claims() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from claim_misuse m join certificate c on c.id = m.certificate_id join finding f on f.id = new.finding_id
        where m.id = new.misuse_id and f.organisation_id = c.organisation_id and f.indicator_code = 'B.1.6'
          and f.raised_at >= m.recorded_at) then
        raise exception 'a misuse is a finding of its holder on B.1.6' using errcode = 'integrity_constraint_violation';
      end if;
      perform 1 from claim_misuse where id = new.misuse_id for update;
      if exists (select 1 from standing_misuse_finding where misuse_id = new.misuse_id) then
        raise exception 'a misuse is one finding, until that is withdrawn' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create or replace function refuse_unraised_misuses() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from claim_misuse m join certificate c on c.id = m.certificate_id
        where c.organisation_id = new.organisation_id
          and not exists (select 1 from standing_misuse_finding f where f.misuse_id = m.id)
          and exists (select 1 from indicator i where i.scheme_version_id = new.scheme_version_id and i.code = 'B.1.6')) then
        raise exception 'audit %: a misuse of the certificate is not a finding yet', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);

const judgements = (db: Kysely<unknown>) =>
  sql`
    alter table finding_effectiveness drop constraint finding_effectiveness_pkey,
      add column id uuid primary key default gen_random_uuid();
    create index finding_effectiveness_finding on finding_effectiveness (finding_id);
    create view standing_judgement as
      select e.* from finding_effectiveness e left join finding r on r.id = e.reopened_id
        where r.id is null or r.state <> 'withdrawn' or r.issued_at is not null;
    create function refuse_second_judgement() returns trigger language plpgsql as $$
    begin
      perform 1 from finding where id = new.finding_id for no key update;
      if exists (select 1 from standing_judgement where finding_id = new.finding_id) then
        raise exception 'whether a correction lasted is said once, until what was raised again is withdrawn'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_effectiveness_once before insert on finding_effectiveness
      for each row execute function refuse_second_judgement();
    create or replace function refuse_unfinished_fieldwork() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from worker_interview where audit_id = new.id and outcome = 'open') then
        raise exception 'audit %: an interview has no outcome', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.type <> 'stage1' and exists (select 1 from finding f
        where f.organisation_id = new.organisation_id and f.state = 'closed' and f.audit_id <> new.id
          and not exists (select 1 from standing_judgement e where e.finding_id = f.id)) then
        raise exception 'audit %: a correction of an earlier audit was not judged', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
