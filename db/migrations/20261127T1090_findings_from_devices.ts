import { sql, type Kysely } from 'kysely';

/** A device that was away sends findings in the same count as its answers, each once; what was refused is kept in its words. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table fieldwork_operation
      add column kind text not null default 'assess' check (kind in ('assess', 'raise')),
      -- What was said of a finding beside its statement (the note) and its evidence.
      add column raising jsonb check (jsonb_typeof(raising) = 'object'),
      add column finding_id uuid references finding (id),
      alter column conformity drop not null,
      alter column base drop not null,
      drop constraint fieldwork_operation_outcome,
      add constraint fieldwork_operation_outcome check ((outcome = 'refused') = (refusal is not null)),
      add constraint fieldwork_operation_assessed check (kind <> 'assess' or (num_nulls(conformity, base) = 0
        and num_nonnulls(raising, finding_id) = 0 and (outcome = 'refused') = (revision is null))),
      add constraint fieldwork_operation_raised check (kind <> 'raise' or (num_nonnulls(conformity, base, revision) = 0
        and raising is not null and outcome <> 'conflict' and (outcome = 'applied') = (finding_id is not null)));
    create index fieldwork_operation_finding on fieldwork_operation (finding_id) where finding_id is not null;

    -- What was taken over is the wording that stands under its revision, or a finding; what met another wording is not.
    create or replace function require_version_of_operation() returns trigger language plpgsql as $$
    begin
      if not works_on_audit(new.audit_id, new.account_id, (new.applied_at at time zone 'UTC')::date)
        or not exists (select 1 from audit where id = new.audit_id and (state = 'in_progress' or new.kind = 'raise')) then
        raise exception 'operation %: only the audit team works on an audit, during its fieldwork', new.seq
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.kind = 'raise' and not exists (select 1 from finding f where f.id = new.finding_id and f.audit_id = new.audit_id
        and f.raised_by = new.account_id and (f.indicator_code, f.statement, f.evidence) = (new.indicator_code, new.note, new.evidence)) then
        raise exception 'operation %: what was raised is a finding of its author, in the words that were sent', new.seq
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.kind = 'assess' and (new.outcome = 'applied') <> exists (select 1 from assessment_version v where v.audit_id = new.audit_id
        and v.indicator_code = new.indicator_code and v.revision = new.revision
        and (v.conformity, v.note, v.evidence) = (new.conformity, new.note, new.evidence)) then
        raise exception 'operation %: applied is what stands in the wording that was sent', new.seq
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
}
