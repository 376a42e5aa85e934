import { sql, type Kysely } from 'kysely';

/** Findings, corrective action plans and their evidence (domain 2.5, 2.8 c). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table finding (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      application_id uuid not null references application (id),
      organisation_id uuid not null references organisation (id),
      number integer not null check (number > 0),
      scheme_version_id text not null,
      indicator_code text not null,
      grade text not null check (grade in ('critical', 'major', 'minor', 'observation')),
      statement text not null check (length(btrim(statement)) >= 10),
      evidence text not null check (length(btrim(evidence)) >= 10),
      state text not null,
      raised_at timestamptz not null,
      raised_by uuid not null references account (id),
      issued_at timestamptz,
      contain_due_on date,
      plan_due_on date,
      close_due_on date,
      contained_at timestamptz,
      containment text,
      verified_at timestamptz,
      verified_by uuid references account (id),
      verification_method text check (verification_method in ('desk', 'on_site', 'worker_confirmed')),
      closed_at timestamptz,
      closed_by uuid references account (id),
      withdrawn_at timestamptz,
      withdrawal_reason text,
      unique (audit_id, number),
      foreign key (scheme_version_id, indicator_code) references indicator (scheme_version_id, code),
      constraint finding_clocks check (issued_at is null or grade = 'observation'
        or (num_nonnulls(plan_due_on, close_due_on) = 2 and (grade = 'critical') = (contain_due_on is not null))),
      -- Domain 2.8 c: harm is seen to be gone where it happened, and whoever verified a grave finding does not close it.
      constraint finding_critical_is_verified_on_site check (grade <> 'critical' or verification_method is distinct from 'desk'),
      constraint finding_second_person_closes check (closed_by is null or grade not in ('critical', 'major') or closed_by <> verified_by),
      constraint finding_state_shape check ((case state
        when 'raised' then num_nonnulls(issued_at, verified_at, closed_at, withdrawn_at) = 0
        when 'issued' then issued_at is not null and grade in ('critical', 'observation') and num_nonnulls(contained_at, verified_at, closed_at, withdrawn_at) = 0
        when 'awaiting_cap' then issued_at is not null and (grade <> 'critical' or contained_at is not null) and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
        when 'cap_submitted' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
        when 'cap_returned' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
        when 'cap_accepted' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
        when 'evidence_submitted' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
        when 'evidence_rejected' then issued_at is not null and num_nonnulls(verified_at, closed_at, withdrawn_at) = 0
        when 'verified' then num_nonnulls(issued_at, verified_at, verified_by, verification_method) = 4 and num_nonnulls(closed_at, withdrawn_at) = 0
        when 'closed' then issued_at is not null and num_nonnulls(closed_at, closed_by) = 2 and withdrawn_at is null
          and (grade not in ('critical', 'major') or num_nonnulls(verified_at, verified_by) = 2)
        when 'withdrawn' then num_nonnulls(withdrawn_at, withdrawal_reason) = 2 and closed_at is null
        else false end) is true)
    );
    create index finding_audit on finding (audit_id, number);
    create index finding_organisation on finding (organisation_id, state);
    create index finding_application on finding (application_id);

    create table corrective_action_plan (
      finding_id uuid not null references finding (id),
      round integer not null check (round > 0),
      root_cause text not null,
      correction text not null,
      corrective_action text not null,
      preventive_action text not null,
      owner text not null,
      target_on date not null,
      submitted_at timestamptz not null,
      submitted_by uuid not null references account (id),
      answer text check (answer in ('accepted', 'returned')),
      answer_reason text,
      answered_at timestamptz,
      answered_by uuid references account (id),
      primary key (finding_id, round),
      constraint plan_answer_shape check (num_nonnulls(answer, answered_at, answered_by) in (0, 3)
        and (answer is distinct from 'returned' or answer_reason is not null))
    );

    create table finding_evidence (
      finding_id uuid not null references finding (id),
      round integer not null check (round > 0),
      description text not null,
      filename text,
      media_type text,
      bytes integer check (bytes between 1 and 26214400),
      sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
      storage_key text,
      submitted_at timestamptz not null,
      submitted_by uuid not null references account (id),
      answer text check (answer in ('verified', 'rejected')),
      answer_reason text,
      answered_at timestamptz,
      answered_by uuid references account (id),
      primary key (finding_id, round),
      constraint evidence_file_whole check (num_nonnulls(filename, media_type, bytes, sha256, storage_key) in (0, 5)),
      constraint evidence_answer_shape check (num_nonnulls(answer, answered_at, answered_by) in (0, 3)
        and (answer is distinct from 'rejected' or answer_reason is not null))
    );

    create function refuse_change_once_answered() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.answer is not null then
        raise exception '% is answered and stands', tg_table_name using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger corrective_action_plan_stands before update or delete on corrective_action_plan
      for each row execute function refuse_change_once_answered();
    create trigger finding_evidence_stands before update or delete on finding_evidence
      for each row execute function refuse_change_once_answered();
  `.execute(db);
}
