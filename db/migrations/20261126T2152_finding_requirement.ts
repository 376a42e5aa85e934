import { sql, type Kysely } from 'kysely';

/** What a finding is measured by, whether workers paid, and what the next audit says of it (domain 2.5, 2.8 c). */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table finding
      add column requirement_kind text not null default 'standard' check (requirement_kind in ('standard', 'law', 'declaration')),
      add column law_instrument text,
      add column law_place text,
      add column declaration_version integer,
      add column declaration_question text,
      add column declaration_answer text,
      add column workers_paid boolean not null default false,
      add column repeats_id uuid references finding (id),
      add constraint finding_requirement_shape check (case requirement_kind
        when 'law' then num_nonnulls(law_instrument, law_place) = 2
          and num_nonnulls(declaration_version, declaration_question, declaration_answer) = 0
        when 'declaration' then num_nonnulls(declaration_version, declaration_question, declaration_answer) = 3
          and num_nonnulls(law_instrument, law_place) = 0
        else num_nonnulls(law_instrument, law_place, declaration_version, declaration_question, declaration_answer) = 0 end),
      -- Money that was taken is given back when workers say so.
      add constraint finding_repayment_is_confirmed check (not workers_paid or verification_method is null
        or verification_method = 'worker_confirmed');
    create trigger finding_measured after update on finding for each row execute function refuse_rewriting(
      'requirement_kind', 'law_instrument', 'law_place', 'declaration_version', 'declaration_question', 'declaration_answer',
      'workers_paid', 'repeats_id');

    create function finding_grade_rank(grade text) returns integer language sql immutable as $$
      select array_position(array['observation', 'minor', 'major', 'critical'], grade)
    $$;

    create function require_measure_of_finding() returns trigger language plpgsql as $$
    declare before finding;
    begin
      if new.requirement_kind = 'declaration' and not exists (select 1 from application_copy c,
        jsonb_array_elements(c.copy::jsonb) section, jsonb_array_elements(section -> 'answers') given
        where c.application_id = new.application_id and c.version = new.declaration_version
          and given ->> 'question' = new.declaration_question and given ->> 'answer' = new.declaration_answer) then
        raise exception 'the recruiter declared no such thing' using errcode = 'integrity_constraint_violation';
      end if;
      if new.repeats_id is not null then
        select * into before from finding where id = new.repeats_id;
        if before.organisation_id <> new.organisation_id or before.indicator_code <> new.indicator_code or before.audit_id = new.audit_id then
          raise exception 'a finding repeats one of the same recruiter and indicator in another audit'
            using errcode = 'integrity_constraint_violation';
        end if;
        if finding_grade_rank(new.grade) < least(finding_grade_rank(before.grade) + 1, 4) then
          raise exception 'the same finding again is graded up' using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      return null;
    end $$;
    create trigger finding_measure after insert on finding for each row execute function require_measure_of_finding();

    create table finding_effectiveness (
      finding_id uuid primary key references finding (id),
      audit_id uuid not null references audit (id),
      effective boolean not null,
      note text not null check (length(btrim(note)) >= 10),
      reopened_id uuid unique references finding (id),
      judged_at timestamptz not null,
      judged_by uuid not null references account (id),
      constraint finding_effectiveness_shape check (effective = (reopened_id is null))
    );
    create index finding_effectiveness_audit on finding_effectiveness (audit_id);
    create trigger finding_effectiveness_append_only before update or delete on finding_effectiveness
      for each row execute function refuse_change();
    create trigger finding_effectiveness_no_truncate before truncate on finding_effectiveness execute function refuse_change();

    create function require_ground_for_effectiveness() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f join audit a on a.id = new.audit_id and a.organisation_id = f.organisation_id
        join audit_team_member m on m.audit_id = a.id and m.account_id = new.judged_by
        where f.id = new.finding_id and f.state = 'closed' and f.audit_id <> new.audit_id) then
        raise exception 'whether a correction lasted is judged by the team of the next audit, once it is closed'
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.reopened_id is not null and not exists (select 1 from finding where id = new.reopened_id
        and repeats_id = new.finding_id and audit_id = new.audit_id) then
        raise exception 'what did not last is raised again in that audit' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_effectiveness_ground before insert on finding_effectiveness
      for each row execute function require_ground_for_effectiveness();
  `.execute(db);
}
