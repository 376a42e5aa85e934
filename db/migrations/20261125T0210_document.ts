import { sql, type Kysely } from 'kysely';

/** Documents as records: versions that stand as they came, what the scanner found, and who saw them. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table document (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id),
      kind text not null check (kind in ('licence', 'policy', 'agreement', 'receipt', 'records', 'training', 'other')),
      title text not null check (length(btrim(title)) between 1 and 200),
      -- The record it is evidence for, if it was sent for one.
      subject_kind text check (subject_kind in ('application', 'licence', 'partner')),
      subject_id uuid,
      added_at timestamptz not null,
      added_by uuid not null references account (id),
      withdrawn_at timestamptz,
      withdrawn_by uuid references account (id),
      check (num_nonnulls(subject_kind, subject_id) in (0, 2)),
      check (num_nonnulls(withdrawn_at, withdrawn_by) in (0, 2))
    );
    create index document_organisation on document (organisation_id, added_at desc);
    create index document_subject on document (subject_id, added_at);

    create table document_version (
      document_id uuid not null references document (id),
      version integer not null check (version > 0),
      filename text not null check (filename <> ''),
      media_type text not null,
      bytes integer not null check (bytes between 1 and 209715200),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      storage_key text not null,
      -- The day the evidence stands for, whenever it was sent.
      evidence_on date not null,
      valid_until date,
      uploaded_at timestamptz not null,
      uploaded_by uuid not null references account (id),
      scan text not null check (scan in ('quarantined', 'clean', 'infected', 'unscanned')),
      scanned_at timestamptz,
      primary key (document_id, version),
      constraint document_version_scanned check ((scan in ('clean', 'infected')) = (scanned_at is not null)),
      constraint document_version_ends_later check (valid_until >= evidence_on),
      constraint document_version_not_ahead check (evidence_on <= (uploaded_at at time zone 'UTC')::date)
    );

    create table document_view (
      id bigint generated always as identity primary key,
      document_id uuid not null,
      version integer not null,
      account_id uuid not null references account (id),
      seen_at timestamptz not null,
      foreign key (document_id, version) references document_version (document_id, version)
    );
    create index document_view_document on document_view (document_id, seen_at desc);

    insert into document (id, organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      select document.id, application.organisation_id, document.kind, 'Scan of the licence', 'application', application.id,
        document.uploaded_at, document.uploaded_by
      from application_document document join application on application.id = document.application_id;
    insert into document_version (document_id, version, filename, media_type, bytes, sha256, storage_key, evidence_on,
        uploaded_at, uploaded_by, scan)
      select id, 1, filename, media_type, bytes, sha256, storage_key, (uploaded_at at time zone 'UTC')::date,
        uploaded_at, uploaded_by, 'unscanned'
      from application_document;
    drop table application_document;

    create function refuse_document_when_submitted() returns trigger language plpgsql as $$
    begin
      if new.subject_kind = 'application' and not exists (
        select 1 from application
          where id = new.subject_id and organisation_id = new.organisation_id and state in ('draft', 'deferred', 'deferred_expired', 'discarded')) then
        raise exception 'application % is with the scheme: its documents stand as sent', new.subject_id
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create function refuse_version_when_submitted() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from document left join application on application.id = document.subject_id
          where document.id = new.document_id and document.subject_kind = 'application'
            and coalesce(application.state, '') not in ('draft', 'deferred', 'deferred_expired')) then
        raise exception 'the application of document % is with the scheme: its documents stand as sent', new.document_id
          using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from document where id = new.document_id and withdrawn_at is not null) then
        raise exception 'document % was withdrawn', new.document_id using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    create trigger document_open before insert or update on document
      for each row execute function refuse_document_when_submitted();
    create trigger document_identity after update on document for each row execute function refuse_rewriting('id',
      'organisation_id', 'kind', 'title', 'subject_kind', 'subject_id', 'added_at', 'added_by');
    create trigger document_withdrawn after update on document for each row when (old.withdrawn_at is not null)
      execute function refuse_rewriting();
    create trigger document_kept before delete on document for each row execute function refuse_change();

    create trigger document_version_open before insert on document_version
      for each row execute function refuse_version_when_submitted();
    create trigger document_version_step after update on document_version for each row
      execute function refuse_step('scan', 'quarantined>clean', 'quarantined>infected');
    create trigger document_version_identity after update on document_version for each row
      execute function refuse_rewriting('document_id', 'version', 'filename', 'media_type', 'bytes', 'sha256', 'storage_key',
        'evidence_on', 'valid_until', 'uploaded_at', 'uploaded_by');
    create trigger document_version_scanned_once after update on document_version for each row
      when (old.scan <> 'quarantined') execute function refuse_rewriting();
    create trigger document_version_kept before delete on document_version for each row execute function refuse_change();

    create trigger document_view_append_only before update or delete on document_view
      for each row execute function refuse_change();
    create trigger document_no_truncate before truncate on document execute function refuse_change();
    create trigger document_version_no_truncate before truncate on document_version execute function refuse_change();
    create trigger document_view_no_truncate before truncate on document_view execute function refuse_change();
  `.execute(db);
}
