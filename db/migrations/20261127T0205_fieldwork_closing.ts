import { sql, type Kysely } from 'kysely';

/** Fieldwork ends when each worker who was to be heard has an outcome and each closed finding of the audit before was looked at. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create function refuse_unfinished_fieldwork() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from worker_interview where audit_id = new.id and outcome = 'open') then
        raise exception 'audit %: an interview has no outcome', new.reference using errcode = 'integrity_constraint_violation';
      end if;
      if new.type <> 'stage1' and exists (select 1 from finding f left join finding_effectiveness e on e.finding_id = f.id
        where f.state = 'closed' and e.finding_id is null and f.audit_id = (select b.id from audit b
          where b.organisation_id = new.organisation_id and b.id <> new.id and b.reviewed_at is not null
          order by b.reviewed_at desc limit 1)) then
        raise exception 'audit %: a correction of the audit before was not judged', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_fieldwork_finished after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done') execute function refuse_unfinished_fieldwork();

    -- Which interviews a finding or an assessment rests on, by their keys; the database keeps it beside the words.
    alter table finding add constraint finding_of_audit unique (id, audit_id);
    create table interview_reference (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null,
      interview_id uuid not null,
      finding_id uuid,
      indicator_code text,
      foreign key (interview_id, audit_id) references worker_interview (id, audit_id),
      foreign key (finding_id, audit_id) references finding (id, audit_id),
      foreign key (audit_id, indicator_code) references indicator_assessment (audit_id, indicator_code),
      constraint interview_reference_of_one check (num_nonnulls(finding_id, indicator_code) = 1),
      constraint interview_reference_finding_once unique (finding_id, interview_id),
      constraint interview_reference_indicator_once unique (audit_id, indicator_code, interview_id)
    );
    create index interview_reference_interview on interview_reference (interview_id, audit_id);
    create function interviews_named(audit uuid, words text) returns setof uuid language sql stable as $$
      select i.id from worker_interview i where i.audit_id = audit
        and i.pseudonym in (select key[1] from regexp_matches(words, '\\mW-[0-9]{2,3}\\M', 'g') as found(key))
    $$;
    create function refer_finding() returns trigger language plpgsql as $$
    begin
      delete from interview_reference where finding_id = new.id;
      insert into interview_reference (audit_id, interview_id, finding_id)
        select new.audit_id, named, new.id from interviews_named(new.audit_id, new.statement || ' ' || new.evidence) as named;
      return null;
    end $$;
    create function refer_assessment() returns trigger language plpgsql as $$
    begin
      delete from interview_reference where audit_id = new.audit_id and indicator_code = new.indicator_code;
      insert into interview_reference (audit_id, interview_id, indicator_code)
        select new.audit_id, named, new.indicator_code from interviews_named(new.audit_id, new.note || ' ' || new.evidence) as named;
      return null;
    end $$;
    create trigger finding_refers after insert or update of statement, evidence on finding
      for each row execute function refer_finding();
    create trigger indicator_assessment_refers after insert or update of note, evidence on indicator_assessment
      for each row execute function refer_assessment();
  `.execute(db);
}
