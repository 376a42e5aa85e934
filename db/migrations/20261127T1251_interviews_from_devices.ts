import { sql, type Kysely } from 'kysely';

/**
 * Interviews that a device sealed where there was no network come in the same count as its answers. What was recorded
 * stands with the interviews; what was not is kept as it came, under a key the database does not hold, for a time.
 */
export async function up(db: Kysely<unknown>) {
  await operations(db);
  await answers(db);
  await sql`
    alter table worker_interview_reading
      alter column interview_id drop not null,
      add column operation_id uuid references fieldwork_operation (id),
      add constraint worker_interview_reading_of_one check (num_nonnulls(interview_id, operation_id) = 1);
    create index worker_interview_reading_operation on worker_interview_reading (operation_id) where operation_id is not null;
    create function require_kept_reading() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from fieldwork_operation o where o.id = new.operation_id and o.audit_id = new.audit_id
        and o.kind = 'interview' and o.outcome = 'refused') then
        raise exception 'a reading is of an interview of its audit' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger worker_interview_reading_of_kept after insert on worker_interview_reading for each row
      when (new.operation_id is not null) execute function require_kept_reading();
  `.execute(db);
}

const operations = (db: Kysely<unknown>) =>
  sql`
    -- Compact JWE for the holder of a key: header with the sealer's own half, no key, nonce, words, tag. Nothing else fits.
    create function is_sealed_away(words text) returns boolean language sql immutable as $$
      select words ~ '^[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]{22}$'
        and convert_from(decode(rpad(translate(split_part(words, '.', 1), '-_', '+/'),
          ((length(split_part(words, '.', 1)) + 3) / 4) * 4, '='), 'base64'), 'utf8')::jsonb @> '{"alg":"ECDH-ES","enc":"A256GCM"}'
    $$;

    alter table fieldwork_operation
      -- The number its device gave the interview: where it was recorded, that of the interview.
      add column heard_id uuid,
      -- The key its author named the worker by; it was recorded under another one where somebody had that.
      add column pseudonym text check (pseudonym ~ '^W-[1-9][0-9]{2}$'),
      add column sealed text check (is_sealed_away(sealed)),
      add column sealed_destroyed_at timestamptz,
      alter column indicator_code drop not null,
      drop constraint fieldwork_operation_kind_check,
      add constraint fieldwork_operation_kind_check check (kind in ('assess', 'raise', 'interview')),
      add constraint fieldwork_operation_of_indicator check ((kind = 'interview') = (indicator_code is null)),
      add constraint fieldwork_operation_heard check (case when kind = 'interview'
        then num_nonnulls(conformity, base, revision, raising, finding_id) = 0 and (note, evidence) = ('', '')
          and num_nulls(heard_id, pseudonym) = 0 and outcome <> 'conflict'
          and num_nonnulls(sealed, sealed_destroyed_at) <= case outcome when 'refused' then 1 else 0 end
        else num_nonnulls(heard_id, pseudonym, sealed, sealed_destroyed_at) = 0 end);
    create index fieldwork_operation_sealed on fieldwork_operation (id) where sealed is not null;

    -- Nothing changes but that what was sealed is destroyed.
    drop trigger fieldwork_operation_append_only on fieldwork_operation;
    create trigger fieldwork_operation_kept before delete on fieldwork_operation for each row execute function refuse_change();
    create trigger fieldwork_operation_append_only before update on fieldwork_operation for each row
      when (old.sealed is null or new.sealed is not null or new.sealed_destroyed_at is null
        or to_jsonb(new) - 'sealed' - 'sealed_destroyed_at' <> to_jsonb(old) - 'sealed' - 'sealed_destroyed_at')
      execute function refuse_change();
  `.execute(db);

const answers = (db: Kysely<unknown>) =>
  sql`
    -- What was taken over is the wording that stands under its revision, a finding, or an interview; what met another wording is not.
    create or replace function require_version_of_operation() returns trigger language plpgsql as $$
    begin
      if not works_on_audit(new.audit_id, new.account_id, (new.applied_at at time zone 'UTC')::date)
        or not exists (select 1 from audit where id = new.audit_id and (state = 'in_progress' or new.kind = 'raise')) then
        raise exception 'operation %: only the audit team works on an audit, during its fieldwork', new.seq
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.kind = 'interview' and not exists (select 1 from worker_interview i where i.id = new.heard_id
        and i.audit_id = new.audit_id and i.recorded_by = new.account_id and i.outcome <> 'open') then
        raise exception 'operation %: what was heard is an interview of its author, and has an outcome', new.seq
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
