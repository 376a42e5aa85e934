import { sql, type Kysely } from 'kysely';

/**
 * Who took the audit along to where there is no network, and when their device had sent everything. Fieldwork closes over
 * what is still away only with reasons; a photo that comes afterwards is kept beside the evidence, and is none.
 */
export async function up(db: Kysely<unknown>) {
  await takings(db);
  await closing(db);
  await photos(db);
}

const takings = (db: Kysely<unknown>) =>
  sql`
    create table fieldwork_taking (
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references audit (id),
      account_id uuid not null references account (id),
      device uuid not null,
      taken_at timestamptz not null,
      -- When this device said that everything it had is sent.
      sent_at timestamptz check (sent_at >= taken_at)
    );
    create unique index fieldwork_taking_open on fieldwork_taking (audit_id, account_id, device) where sent_at is null;
    create index fieldwork_taking_audit on fieldwork_taking (audit_id, account_id, device, taken_at);

    create function require_taker() returns trigger language plpgsql as $$
    begin
      if not works_on_audit(new.audit_id, new.account_id, (new.taken_at at time zone 'UTC')::date) then
        raise exception 'only the audit team takes an audit along' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger fieldwork_taking_of_team before insert on fieldwork_taking for each row execute function require_taker();
    create trigger fieldwork_taking_in_fieldwork before insert on fieldwork_taking
      for each row execute function refuse_outside_fieldwork();
    create trigger fieldwork_taking_stands after update on fieldwork_taking for each row
      execute function refuse_rewriting('id', 'audit_id', 'account_id', 'device', 'taken_at');
    create trigger fieldwork_taking_sent_stands after update on fieldwork_taking for each row
      when (old.sent_at is not null) execute function refuse_rewriting('sent_at');
    create trigger fieldwork_taking_kept before delete on fieldwork_taking for each row execute function refuse_change();
    create trigger fieldwork_taking_no_truncate before truncate on fieldwork_taking execute function refuse_change();
  `.execute(db);

const closing = (db: Kysely<unknown>) =>
  sql`
    alter table audit add column away_reasons text,
      add constraint audit_away_reasons check (away_reasons is null
        or fieldwork_done_at is not null and length(btrim(away_reasons)) between 20 and 10000);
    create trigger audit_away_reasons_stand after update of away_reasons on audit for each row
      when (old.state <> 'in_progress' or new.state <> 'fieldwork_done') execute function refuse_rewriting('away_reasons');

    create function require_reasons_over_away() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from fieldwork_taking where audit_id = new.id and sent_at is null) <> (new.away_reasons is not null) then
        raise exception 'audit %: fieldwork closes over a device that has not sent with reasons, and nothing else has them',
          new.reference using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger audit_all_sent after update on audit for each row
      when (old.state = 'in_progress' and new.state = 'fieldwork_done') execute function require_reasons_over_away();
  `.execute(db);

const photos = (db: Kysely<unknown>) =>
  sql`
    create table late_photo (
      document_id uuid primary key references document (id),
      audit_id uuid not null references audit (id),
      scheme_version_id text not null,
      indicator_code text not null,
      seq integer not null check (seq > 0),
      arrived_at timestamptz not null,
      arrived_by uuid not null references account (id),
      foreign key (scheme_version_id, indicator_code) references indicator (scheme_version_id, code)
    );
    create index late_photo_audit on late_photo (audit_id, arrived_at);
    create function require_late_photo() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from document d where d.id = new.document_id and d.subject_kind = 'audit'
          and d.subject_id = new.audit_id and d.added_by = new.arrived_by)
        or exists (select 1 from assessment_evidence e where e.document_id = new.document_id) then
        raise exception 'what came late is a photo its author sent for this audit, and no evidence of it'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit a join fieldwork_taking t on t.audit_id = a.id
        where a.id = new.audit_id and a.scheme_version_id = new.scheme_version_id and a.state <> 'in_progress'
          and t.account_id = new.arrived_by) then
        raise exception 'a photo comes late after fieldwork, from somebody who took it along'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger late_photo_of_taker before insert on late_photo for each row execute function require_late_photo();
    create trigger late_photo_append_only before update or delete on late_photo for each row execute function refuse_change();
    create trigger late_photo_no_truncate before truncate on late_photo execute function refuse_change();

    create function refuse_late_as_evidence() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from late_photo where document_id = new.document_id) then
        raise exception 'a photo that came late is no evidence' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger assessment_evidence_in_time before insert on assessment_evidence
      for each row execute function refuse_late_as_evidence();
  `.execute(db);
